import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';

/** Room for every name and key of both systems, and for an index entry of either database. */
const MAX_NAME_CHARACTERS = 255;
/** Enough for a person to understand; the log has the rest. */
const MAX_FREE_TEXT_CHARACTERS = 4_000;

/**
 * A name or key by which an entry is found again, as it is: leading zeros, case and spaces count.
 * @throws LedgerBridgeError LB616 when it is empty, longer than 255 characters, or holds what no key holds.
 */
export function entryName(text: string, what: string, maxCharacters = MAX_NAME_CHARACTERS): string {
  const problem = problemOf(text, maxCharacters);
  if (problem === undefined) return text;
  throw new LedgerBridgeError('LB616', { detail: `The ${what} ${problem}.` });
}

/** Whether an entry can have this name. One that cannot is not there, so nobody need ask for it. */
export function isEntryName(text: string): boolean {
  return problemOf(text, MAX_NAME_CHARACTERS) === undefined;
}

/** Words for people. PostgreSQL's text holds no NUL character, and UTF-8 no lone surrogate. */
export function freeText(text: string): string {
  return text.slice(0, MAX_FREE_TEXT_CHARACTERS).replaceAll('\0', '\uFFFD').toWellFormed();
}

function problemOf(text: string, maxCharacters: number): string | undefined {
  if (text === '') return 'is empty';
  if (text.length > maxCharacters) return `is longer than ${maxCharacters} characters`;
  if (/\p{Cc}/u.test(text)) return 'holds a control character';
  return text.isWellFormed() ? undefined : 'holds half a character';
}
