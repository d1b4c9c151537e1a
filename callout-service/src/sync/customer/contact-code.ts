import { comparableText } from '../../rules/address/comparable-text.ts';
import type { SourceContact } from '../order-out/order-source.ts';

/**
 * A contact code for a person, as Sage's own are: the name in upper case, without accents and marks, as much of it as the
 * column holds, as `ARTIE JOHN`. Where it is taken, its end gives way to a number, as `ARTIE JOH2`. A name without a letter
 * that is left, as one of emoji, becomes `CONTACT`.
 */
export function freeContactCode(name: string, taken: ReadonlySet<string>, length: number): string {
  const plain = comparableText(name.replace(/#/g, ' ')).slice(0, length).trim();
  const base = plain === '' ? 'CONTACT'.slice(0, length) : plain;
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const code = `${base.slice(0, length - String(number).length).trim()}${number}`;
    if (!taken.has(code)) return code;
  }
}

/** First and last name, as Sage has them in one column. */
export function nameOf({ firstName, lastName }: SourceContact): string {
  return [firstName, lastName]
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join(' ');
}
