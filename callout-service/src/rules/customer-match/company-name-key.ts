import { comparableText } from '../address/comparable-text.ts';
import { isLegalForm } from './legal-forms.ts';

/** Letters that Unicode does not take apart, though people who lack the key write the plain letter. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Æ: 'AE',
  Œ: 'OE',
  ẞ: 'SS'
};

/**
 * A company's name as it is compared: case, accents, punctuation, blanks and emoji do not count, `&` and `+` are "and", a
 * leading "The" and legal forms at the end are left out, however many (`GmbH & Co. KG`). So `The Smith & Co., Inc.` and
 * `SMITH` are the same, and `Blue Bird` and `BlueBird`. What would leave nothing is kept: a company may be called
 * "The Limited". Null where there is no letter and no digit.
 */
export function companyNameKey(name: string | null): string | null {
  const words = wordsOf(name ?? '');
  const core = withoutLegalForms(withoutArticle(words));
  const key = core.join('');
  return key === '' ? null : key;
}

function wordsOf(name: string): string[] {
  const text = comparableText(name.replace(/[&+＆]/g, ' and ').replace(/#/g, ' '));
  return text
    .replace(/[ØŁĐÐÞÆŒẞ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .split(' ')
    .filter((word) => word !== '');
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return words[0] === 'THE' && words.length > 1 ? words.slice(1) : words;
}

/** An "and" that only led to a legal form goes with it, as in `Smith & Co.`. */
function withoutLegalForms(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && isLegalForm(words[end - 1] ?? '')) {
    end -= 1;
    if (end > 1 && words[end - 1] === 'AND') end -= 1;
  }
  return words.slice(0, end);
}
