import type { Expression } from '../expression.ts';
import { toLongId } from '../../data/record-id.ts';
import { FormulaNumber, wholePart } from '../formula-number.ts';
import { javaPattern } from '../java-pattern.ts';
import {
  argument,
  byCount,
  type Call,
  checkCount,
  type FunctionTable,
  one,
  parameter,
  three,
  two
} from './function-builder.ts';

/** CONTAINS and BEGINS: everything has blank text in it; of blank text nothing is decided. Capitals matter. */
function searches(finds: (text: string, part: string) => boolean) {
  return two(['text', 'text'], 'boolean', (text, part) => {
    if (part === '') return true;
    return text === '' ? null : finds(text, part);
  });
}

/** Place of a text in another from 1; 0 where it is not found. */
function found(part: string, text: string, from: number): FormulaNumber {
  return new FormulaNumber(part === '' ? 0 : text.indexOf(part, from - 1) + 1);
}

function middle(text: string, from: number, count: number): string {
  const start = Math.max(from, 1) - 1;
  return text.slice(start, start + Math.max(count, 0));
}

/** What fills a text up to a length: as much of the padding, again and again, as is needed. */
function filling(text: string, length: number, padding: string): string {
  const missing = Math.max(0, length - text.length);
  return padding === '' ? '' : padding.repeat(Math.ceil(missing / padding.length)).slice(0, missing);
}

function padded(text: string, length: number, padding: string, side: 'left' | 'right'): string {
  if (text === '' || padding === '' || length <= 0) return '';
  const fill = filling(text, length, padding);
  return side === 'left' ? fill + text.slice(0, length) : text.slice(0, length) + fill;
}

function pads(side: 'left' | 'right') {
  return byCount(
    {
      2: two(['text', 'number'], 'text', (text, length) => padded(text, wholePart(length), ' ', side)),
      3: three(['text', 'number', 'text'], 'text', (text, length, padding) =>
        padded(text, wholePart(length), padding, side)
      )
    },
    3
  );
}

/** Letters after anything that is neither letter nor digit are capitals. */
function withInitials(text: string): string {
  return text.toLowerCase().replaceAll(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The whole text must match. Patterns in quotes are read once. */
function matchesPattern(call: Call): Expression<'boolean'> {
  checkCount(call, 2);
  const [text, pattern] = [argument(call, 0, 'text'), argument(call, 1, 'text')];
  const { literal } = parameter(call, 1);
  const constant = literal === undefined ? undefined : javaPattern(literal);
  return {
    kind: 'boolean',
    evaluate: (scope) => (constant ?? javaPattern(pattern.evaluate(scope))).test(text.evaluate(scope))
  };
}

function changesCase(change: (text: string, locale: string | undefined) => string) {
  return byCount(
    {
      1: one('text', 'text', (text) => change(text, undefined)),
      2: two(['text', 'text'], 'text', (text, locale) =>
        change(text, locale.replaceAll('_', '-') || undefined)
      )
    },
    1
  );
}

export const textFunctions: FunctionTable = {
  ASCII: one('text', 'number', (text) => (text === '' ? null : new FormulaNumber(text.codePointAt(0) ?? 0))),
  BEGINS: searches((text, part) => text.startsWith(part)),
  CASESAFEID: one('text', 'text', (text) => (/^[A-Za-z0-9]{15}$/.test(text) ? toLongId(text) : text)),
  CHR: one('number', 'text', (code) => characterOf(wholePart(code))),
  CONTAINS: searches((text, part) => text.includes(part)),
  FIND: byCount(
    {
      2: two(['text', 'text'], 'number', (part, text) => found(part, text, 1)),
      3: three(['text', 'text', 'number'], 'number', (part, text, from) => found(part, text, wholePart(from)))
    },
    3
  ),
  INITCAP: one('text', 'text', withInitials),
  LEFT: two(['text', 'number'], 'text', (text, count) => middle(text, 1, wholePart(count))),
  LEN: one('text', 'number', (text) => new FormulaNumber(text.length)),
  LOWER: changesCase((text, locale) => text.toLocaleLowerCase(locale ?? 'en')),
  LPAD: pads('left'),
  MID: three(['text', 'number', 'number'], 'text', (text, from, count) =>
    middle(text, wholePart(from), wholePart(count))
  ),
  REGEX: matchesPattern,
  REVERSE: one('text', 'text', (text) => [...text].reverse().join('')),
  RIGHT: two(['text', 'number'], 'text', (text, count) =>
    wholePart(count) <= 0 ? '' : text.slice(-wholePart(count))
  ),
  RPAD: pads('right'),
  SUBSTITUTE: three(['text', 'text', 'text'], 'text', (text, old, replacement) =>
    old === '' ? '' : text.replaceAll(old, () => replacement)
  ),
  TRIM: one('text', 'text', (text) => text.replaceAll(/^ +| +$/g, '')),
  UPPER: changesCase((text, locale) => text.toLocaleUpperCase(locale ?? 'en'))
};

/** Code 0 and what is no character give blank text. */
function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
