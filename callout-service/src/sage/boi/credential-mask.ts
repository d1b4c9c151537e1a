import type { BoiLogin } from './options.ts';

const MASK = '***';

/** Gives a function that takes user and password of Sage out of a text, wherever they stand as words of their own. */
export function credentialMask(login: BoiLogin): (text: string) => string {
  if (login.type === 'unified-logon') return (text) => text;
  const words = [login.password, login.user]
    .filter((value) => value !== '')
    .map((value) => new RegExp(`(?<!\\w)${escapeForRegExp(value)}(?!\\w)`, 'gi'));
  return (text) => words.reduce((masked, word) => masked.replace(word, MASK), text);
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
