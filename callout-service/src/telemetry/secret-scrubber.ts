import { readConnectionString } from '../config/odbc-connection-string.ts';

// The password of a connection string, whose value ends at a semicolon, a quote or a JSON escape, or is in braces.
const passwordInConnectionString = /\b(PWD|PASSWORD)\s*=\s*(\{(?:[^}]|\}\})*\}|[^;"\\\s]*)/gi;
const bearerToken = /\bBearer\s+[A-Za-z0-9._~+/=-]+/gi;
const jsonWebToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/**
 * Makes the last gate that every log line passes: known secrets are hidden wherever they stand, and so is
 * everything that looks like a password, a bearer token or a JWT, since drivers echo them in their own messages.
 */
export function createSecretScrubber(secrets: readonly string[]): (line: string) => string {
  const literals = secrets
    .filter((secret) => secret.length > 3)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return (line) =>
    literals
      .reduce((text, secret) => text.replaceAll(secret, '(hidden)'), line)
      .replace(passwordInConnectionString, '$1=(hidden)')
      .replace(bearerToken, 'Bearer (hidden)')
      .replace(jsonWebToken, '(hidden)');
}

/** The connection string itself and the password inside it; one in braces also as the driver reads it. */
export function secretsOfConnectionString(connectionString: string): string[] {
  const passwords = readConnectionString(connectionString)
    .filter(({ name }) => name === 'PWD' || name === 'PASSWORD')
    .flatMap(({ written, value }) => [written, value]);
  return [connectionString, ...new Set(passwords)];
}
