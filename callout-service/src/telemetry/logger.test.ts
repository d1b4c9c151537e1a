import { describe, expect, it } from 'vitest';
import { parseObject } from '../../test-support/json.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { createLogger } from './logger.ts';
import { secretsOfConnectionString } from './secret-scrubber.ts';

const connectionString = 'DSN=SOTAMAS90;UID=reader|ABC;PWD=p"ss w{rd;Company=ABC';

function linesOf(write: (logger: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  write(createLogger({ level: 'info', secrets: secretsOfConnectionString(connectionString), destination }));
  return lines;
}

describe('the log', () => {
  it.each([
    ['the connection string', { found: connectionString }],
    ['the password alone', { found: 'login failed for p"ss w{rd' }],
    ['another password of a connection string', { found: 'DSN=X;PWD=other-secret;Company=ABC' }],
    ['a password in braces', { found: 'PWD={other-secret;x};A=B' }],
    ['a password in braces that holds one', { found: 'PWD={x}}other-secret};A=B' }],
    ['a bearer token', { found: 'Bearer abc.def-other-secret' }],
    ['a token', { found: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJvdGhlci1zZWNyZXQifQ.c2ln' }],
    ['an authorization header', { req: { authorization: 'other-secret' } }],
    ['a secret in an error', { err: new Error('no', { cause: new Error('PWD=other-secret;') }) }]
  ])('when a line would hold %s, then it is hidden and the line stays JSON', (_what, fields) => {
    const [line = ''] = linesOf((logger) => logger.info(fields, 'something happened'));
    expect(JSON.parse(line)).toMatchObject({ msg: 'something happened' });
    expect(line).toContain('(hidden)');
    expect(line).not.toMatch(/other-secret|p\\"ss|eyJ/);
  });

  it('when the password stands in braces, then it is known without them too', () => {
    expect(secretsOfConnectionString('DSN=X;PWD={p;w}}d};Company=ABC')).toEqual(
      expect.arrayContaining(['{p;w}}d}', 'p;w}d'])
    );
  });

  it('when an error is logged, then its code is there and its catalogue entry is not', () => {
    const err = new LedgerBridgeError('LB301', { detail: 'away' });
    const [line = ''] = linesOf((logger) => logger.error({ err }, 'failed'));
    expect(parseObject(line).err).toMatchObject({ code: 'LB301', message: 'away' });
    expect(parseObject(line).err).not.toHaveProperty('entry');
  });
});
