import { describe, expect, it } from 'vitest';
import { outcome } from '../testing/evaluate.ts';

/** Salesforce help, "Formula Operators and Functions": text functions. Blank text is null where it is the result. */
describe('texts', () => {
  it.each([
    ['"a" & "b" & BlankName & "c"', 'abc'],
    ['"a" + "b"', 'ab'],
    ['BlankName & NULL', null],
    ['LEFT("123456", 3)', '123'],
    ['LEFT("123456", 37)', '123456'],
    ['LEFT("123456", -2)', null],
    ['LEFT("abc", 1.9)', 'a'],
    ['RIGHT("123456", 3)', '456'],
    ['RIGHT("123456", 37)', '123456'],
    ['RIGHT("123456", 0)', null],
    ['MID("123456", 4, 2)', '45'],
    ['MID("123456", 4, 37)', '456'],
    ['MID("123456", -4, 2)', '12'],
    ['MID("123456", 37, 2)', null],
    ['LEN("Acme")', 4],
    ['LEN(BlankName)', 0],
    ['FIND("c", "abcabc")', 3],
    ['FIND("c", "abcabc", 4)', 6],
    ['FIND("C", "abc")', 0],
    ['FIND("Test", "FTest", 0)', 2],
    ['FIND("Test", "FTest", 3)', 0],
    ['FIND("x", BlankName)', 0],
    ['SUBSTITUTE("aXbXc", "X", "-")', 'a-b-c'],
    ['SUBSTITUTE("aXb", "x", "-")', 'aXb'],
    ['SUBSTITUTE("a.b", ".", "$&")', 'a$&b'],
    ['SUBSTITUTE("abc", "b", NULL)', 'ac'],
    ['SUBSTITUTE("abc", "", "x")', null],
    ['TRIM("  1 2  ")', '1 2'],
    ['TRIM("   ")', null],
    ['UPPER("gro\u00dfe")', 'GROSSE'],
    ['UPPER("idempotent", "tr_TR")', '\u0130DEMPOTENT'],
    ['LOWER("STRING ")', 'string '],
    ['INITCAP("the quick-brown fOX")', 'The Quick-Brown Fox'],
    ['LPAD("Name", 8, "*")', '****Name'],
    ['LPAD("Name", 6, "abc")', 'abName'],
    ['LPAD("Name", 2)', 'Na'],
    ['LPAD("Name", 6) & "."', '  Name.'],
    ['RPAD("Name", 7, "ab")', 'Nameaba'],
    ['RPAD(BlankName, 7, "ab")', null],
    ['RPAD("Name", 7, "")', null],
    ['REVERSE("abc")', 'cba'],
    ['ASCII("A")', 65],
    ['ASCII(BlankName)', null],
    ['CHR(65)', 'A'],
    ['CHR(0)', null],
    ['CASESAFEID("001000000000001")', '001000000000001AAA'],
    ['CASESAFEID("001000000000001AAA")', '001000000000001AAA'],
    ['BR()', '<br>'],
    [
      'HYPERLINK("https://example.com/?a=1", "a < b")',
      '<a href="https://example.com/?a=1" target="_blank">a &lt; b</a>'
    ],
    ['HYPERLINK("/x", "x", "_self")', '<a href="/x" target="_self">x</a>'],
    ['IMAGE("/i.png", "red")', '<img src="/i.png" alt="red" border="0"/>'],
    [
      'IMAGE("/i.png", "red", 10, 20)',
      '<img src="/i.png" alt="red" style="height:10px; width:20px;" border="0"/>'
    ]
  ])('when %s is worked out, then it is %s', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  it.each([
    ['CONTAINS("Acme Corp", "Corp")', true],
    ['CONTAINS("Acme Corp", "corp")', false],
    ['CONTAINS("abc", "")', true],
    ['CONTAINS(BlankName, "a")', false],
    ['CONTAINS(BlankName, "")', true],
    ['NOT(CONTAINS(BlankName, "a"))', false],
    ['BEGINS("Acme", "Ac")', true],
    ['BEGINS("Acme", "ac")', false],
    ['BEGINS("Acme", "cm")', false],
    ['"a" = "A"', false],
    ['"a" < "b"', true],
    ['BlankName = ""', true],
    ['BlankName = NULL', true],
    ['Name <> NULL', true],
    ['"abc" <> BlankName', true]
  ])('when %s is asked, then the answer is %s', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  it.each([
    [String.raw`REGEX("123-45-6789", "[0-9]{3}-[0-9]{2}-[0-9]{4}")`, true],
    [String.raw`REGEX("x123-45-6789", "[0-9]{3}-[0-9]{2}-[0-9]{4}")`, false],
    [String.raw`REGEX("12345", "\\d{5}(-\\d{4})?")`, true],
    [String.raw`REGEX("ABC", "(?i)abc")`, true],
    [String.raw`REGEX("a|b", "a|b")`, false],
    [String.raw`REGEX("aB3_", "[\\p{Alpha}\\d_]+")`, true],
    ['REGEX("\u00e9", "\\\\p{L}")', true],
    [String.raw`REGEX(BlankName, "")`, true],
    [String.raw`REGEX("", ".+")`, false]
  ])('when %s is asked, then the whole text must match', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  it.each(['REGEX("a", "(")', 'REGEX("a", "a++")', 'REGEX("a", "(?>a)")', 'REGEX("a", "[a-z&&[b]]")'])(
    'when the pattern of %s is wrong or not translated, then it is an error',
    (formula) => {
      expect(outcome(formula)).toBe('#Error!');
    }
  );
});
