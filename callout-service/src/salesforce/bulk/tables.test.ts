import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf } from './csv-cell.ts';
import { readTable } from './read-table.ts';
import { rowRefusals } from './row-refusals.ts';

const text = fc
  .array(fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', 'é', '', '=', '🧾'), { maxLength: 6 })
  .map((parts) => parts.join(''));

test('when any cells are written as a table, then they are read as they were', () => {
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 6 }));
  fc.assert(
    fc.property(table, (rows) => {
      const columns = (rows[0] ?? ['', '']).map((_, index) => `c${index}`);
      const csv = [columns, ...rows].map(lineOf).join('');
      for (const form of [csv, `\uFEFF${csv}`, csv.trimEnd() === csv ? csv : csv.slice(0, -1)]) {
        expect([...readTable(form)].map((row) => Object.values(row))).toEqual(rows);
      }
    })
  );
});

test('when Salesforce quotes every cell and ends lines with CR LF, then it is the same table', () => {
  expect([...readTable('"a","b"\r\n"1","x ""y"""\r\n"","2"\r\n')]).toEqual([
    { a: '1', b: 'x "y"' },
    { a: '', b: '2' }
  ]);
  expect([...readTable('')]).toEqual([]);
  expect([...readTable('"a"\n""\n')]).toEqual([{ a: '' }]);
});

test.each(['a,b\n1\n', 'a,b\n"1,2\n', 'a,b\n"1"x,2\n'])('when %j is read, then it is no table', (broken) => {
  expect(() => [...readTable(broken)]).toThrow();
});

test('when a row has several reasons, then each has its code, words and fields', () => {
  const plain = (field: string) => field.replace(/^lb__/, '');
  const several =
    'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --FIELD_INTEGRITY_EXCEPTION:no: a:lb__A__c, B --';
  expect(rowRefusals(several, plain)).toEqual([
    { code: 'REQUIRED_FIELD_MISSING', words: 'Required fields are missing: [Name]', fields: ['Name'] },
    { code: 'FIELD_INTEGRITY_EXCEPTION', words: 'no: a', fields: ['A__c', 'B'] }
  ]);
  expect(rowRefusals('DUPLICATE_VALUE:value on record with id: 001:--', plain)).toMatchObject([
    { code: 'DUPLICATE_VALUE', words: 'value on record with id: 001', fields: [] }
  ]);
  expect(rowRefusals('Something else', plain)).toEqual([
    { code: 'UNKNOWN', words: 'Something else', fields: [] }
  ]);
});
