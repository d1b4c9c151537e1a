import { readConnectionString } from '../../config/odbc-connection-string.ts';

const CREDENTIAL_NAMES = new Set(['PWD', 'PASSWORD', 'UID', 'USERID', 'USERNAME']);
// The same in a driver's text, where words stand around it.
const CREDENTIAL = /\b(PWD|Password|UID|User ?Id|User ?Name)\s*=\s*(\{(?:[^}]|\}\})*\}|[^;]*)/gi;
const MASK = '***';

/**
 * Gives a function that takes user and password out of a driver's text: both as `PWD=…` and wherever the very values
 * of this connection string stand. `UID` may hold `user|COMPANY`, of which a message may repeat the user alone.
 */
export function credentialMask(connectionString: string): (text: string) => string {
  const values = readConnectionString(connectionString)
    .filter(({ name }) => CREDENTIAL_NAMES.has(name))
    .flatMap(({ written, value }) => [written, value, ...value.split('|')])
    .filter((value) => value !== '');
  const literals = values.map((value) => new RegExp(`(?<!\\w)${escapeForRegExp(value)}(?!\\w)`, 'g'));
  return (text) =>
    literals.reduce(
      (masked, literal) => masked.replace(literal, MASK),
      text.replace(CREDENTIAL, (_all, name: string) => `${name}=${MASK}`)
    );
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
