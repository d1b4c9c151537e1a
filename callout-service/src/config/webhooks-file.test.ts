import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { webhooksFile } from './webhooks-file.ts';

const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-webhooks-'));
afterAll(() => rmSync(directory, { recursive: true }));
const secret = 'c0ffee'.repeat(8);
writeFileSync(join(directory, 'secret'), `${secret}\n`);
writeFileSync(join(directory, 'next'), 'next-'.repeat(6));
writeFileSync(join(directory, 'short'), 'too-short');

const good = { name: 'warehouse', url: 'https://warehouse.example/changes', secretFiles: ['secret'] };

function read(content: unknown) {
  const file = join(directory, 'webhooks.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return webhooksFile().schema.safeParse(file);
}

const faultOf = (content: unknown): string => read(content).error?.issues[0]?.message ?? '';

describe('the file of webhooks', () => {
  it('when it is right, then each webhook comes with its secrets, read from files beside it', () => {
    const second = { ...good, name: 'lake', secretFiles: ['next', 'secret'], entities: ['customer'] };
    expect(read([good, { ...second, url: 'http://10.0.0.7/', allowPrivateAddresses: true }]).data).toEqual([
      {
        name: 'warehouse',
        url: good.url,
        secrets: [secret],
        entities: undefined,
        allowPrivateAddresses: false
      },
      {
        name: 'lake',
        url: 'http://10.0.0.7/',
        secrets: ['next-'.repeat(6), secret],
        entities: ['customer'],
        allowPrivateAddresses: true
      }
    ]);
  });

  it.each([
    ['{', /is no JSON/],
    [[good, good], /names a webhook twice/],
    [[{ ...good, name: 'Ware House' }], /0\.name is not small letters/],
    [[{ ...good, url: 'http://warehouse.example/' }], /0\.url is not https/],
    [[{ ...good, url: 'ftp://warehouse.example/' }], /0\.url is no address/],
    [[{ ...good, url: 'https://user:pass@warehouse.example/' }], /0\.url holds a user or password/],
    [[{ ...good, secretFiles: [] }], /0\.secretFiles/],
    [[{ ...good, secretFiles: ['absent'] }], /a secret of warehouse that cannot be read/],
    [[{ ...good, secretFiles: ['short'] }], /a secret of warehouse with fewer than 24/],
    [[{ ...good, secret: 'x' }], /Unrecognized key/]
  ])('when it is %j, then the fault says so and shows no secret', (content, fault) => {
    expect(faultOf(content)).toMatch(fault);
    expect(faultOf(content)).not.toContain('too-short');
  });

  it('when it is not there, then the fault names it', () => {
    const read = webhooksFile().schema.safeParse(join(directory, 'absent.json'));
    expect(read.error?.issues[0]?.message).toMatch(/absent\.json cannot be read/);
  });
});
