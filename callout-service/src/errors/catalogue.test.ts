import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCatalogue, type ErrorCode } from './catalogue.ts';
import { LedgerBridgeError } from './ledger-bridge-error.ts';
import { problemSchema, toProblem } from './problem.ts';

const source = join(import.meta.dirname, '..');
const codes = Object.keys(errorCatalogue).filter((code): code is ErrorCode => code in errorCatalogue);

function sourceText(): string {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('catalogue.ts'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
}

describe('the error catalogue', () => {
  const text = sourceText();

  it.each(codes)('when %s is in the catalogue, then something in the service raises it', (code) => {
    expect(text).toContain(`'${code}'`);
  });

  it('when the service names a code, then it is in the catalogue', () => {
    const named = new Set(text.match(/'LB\d{3}'/g)?.map((quoted) => quoted.slice(1, -1)));
    expect([...named].filter((code) => !(code in errorCatalogue))).toEqual([]);
  });

  it.each(codes)('when %s is read, then status, cause and action are usable', (code) => {
    const { status, title, cause, action } = errorCatalogue[code];
    expect(status).toBeGreaterThanOrEqual(400);
    for (const words of [cause, action]) expect(words).toMatch(/^[A-Z].*\.$/);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
  });
});

describe('problem details', () => {
  it('when an error becomes a problem, then it keeps to its schema and tells nothing of the technical cause', () => {
    const error = new LedgerBridgeError('LB301', {
      detail: 'Sage is away.',
      cause: new Error('PWD=do-not-show')
    });
    const problem = toProblem(error, { instance: '/v1/status', requestId: 'abcdefgh' });
    expect(problemSchema.parse(problem)).toEqual(problem);
    expect(problem).toMatchObject({ status: 503, code: 'LB301', retryable: true, detail: 'Sage is away.' });
    expect(JSON.stringify(problem)).not.toContain('do-not-show');
  });
});
