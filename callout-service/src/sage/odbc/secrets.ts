const CREDENTIAL = /\b(PWD|Password|UID|User ?Id|User ?Name)\s*=\s*(\{(?:[^}]|\}\})*\}|[^;]*)/gi;
const MASK = '***';

/**
 * Gives a function that takes user and password out of a driver's text: both as `PWD=…` and wherever the very values
 * of this connection string stand.
 */
export function credentialMask(connectionString: string): (text: string) => string {
  const values = [...connectionString.matchAll(CREDENTIAL)].flatMap(([, , value = '']) => parts(value));
  const literals = values.map((value) => new RegExp(`(?<!\\w)${escapeForRegExp(value)}(?!\\w)`, 'g'));
  return (text) =>
    literals.reduce(
      (masked, literal) => masked.replace(literal, MASK),
      text.replace(CREDENTIAL, (_all, name: string) => `${name}=${MASK}`)
    );
}

// UID may hold `user|COMPANY`; a message may repeat the user alone.
function parts(value: string): readonly string[] {
  const bare = value.trim().replace(/^\{(.*)\}$/s, '$1');
  return [bare, ...bare.split('|')].filter((part) => part !== '');
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
