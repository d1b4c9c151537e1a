import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { describeSettings, loadConfiguration } from './configuration.ts';
import type { Environment } from './environment.ts';
import { settingNames } from './settings.ts';

const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-config-'));
afterAll(() => rmSync(directory, { recursive: true }));
const secret = 'DSN=SOTAMAS90;UID=reader|ABC;PWD=do-not-show;Company=ABC';

function pemFile(name: string, key: KeyObject): string {
  const type = key.type === 'private' ? 'pkcs8' : 'spki';
  return textFile(name, key.export({ type, format: 'pem' }).toString());
}

function textFile(name: string, content: string): string {
  const file = join(directory, name);
  writeFileSync(file, content);
  return file;
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const good: Environment = {
  JWT_PUBLIC_KEY_FILES: pemFile('current.pem', rsa.publicKey),
  SAGE_ODBC_CONNECTION_STRING: secret,
  SAGE_COMPANY_CODE: 'ABC',
  SAGE_EDITION: 'advanced',
  SAGE_TIME_ZONE: 'America/Los_Angeles',
  SAGE_CURRENCY: 'USD',
  STORE_DIRECTORY: directory,
  PATH: '/usr/bin'
};

function faultsOf(environment: Environment): string {
  try {
    loadConfiguration(environment);
    return '';
  } catch (error) {
    if (error instanceof LedgerBridgeError && error.code === 'LB001') return error.message;
    throw error;
  }
}

describe('loading the configuration', () => {
  it('when only what is required is given, then everything else has its default', () => {
    const configuration = loadConfiguration(good);
    expect(configuration.http).toMatchObject({ host: '127.0.0.1', port: 8443, tls: undefined });
    expect(configuration.jwt.keys.map((key) => key.keyId)).toEqual(['current']);
    expect(configuration.aging).toEqual({ basis: 'invoice-date', bucketDays: [30, 60, 90, 120] });
    expect(configuration.credit).toEqual({
      includeOpenOrders: true,
      zeroLimitMeans: 'none',
      reaction: 'warn'
    });
  });

  it('when nothing is given, then every required setting is listed at once', () => {
    const faults = faultsOf({});
    const required = ['JWT_PUBLIC_KEY_FILES', 'SAGE_ODBC_CONNECTION_STRING', 'SAGE_COMPANY_CODE'];
    for (const name of [...required, 'SAGE_TIME_ZONE', 'SAGE_CURRENCY', 'STORE_DIRECTORY']) {
      expect(faults).toContain(`${name} is missing; give `);
    }
    expect(faults).toMatch(/^7 fault\(s\)/);
  });

  it.each([
    ['HTTP_PORT', '65536', 'from 0 to 65535'],
    ['HTTP_PORT', '1e3', 'from 0 to 65535'],
    ['HTTP_BODY_LIMIT_BYTES', '-1', 'a whole number'],
    ['JWT_MAX_LIFETIME_SECONDS', '301', 'from 1 to 300'],
    ['SAGE_COMPANY_CODE', 'abc', 'capital letters'],
    ['SAGE_EDITION', 'gold', '`standard`, `advanced`, `premium`'],
    ['SAGE_TIME_ZONE', 'Mars/Base', 'IANA'],
    ['SAGE_CURRENCY', 'dollar', 'ISO 4217'],
    ['CREDIT_INCLUDE_OPEN_ORDERS', 'yes', '`true`, `false`'],
    ['CREDIT_ZERO_LIMIT_MEANS', 'all', '`unlimited`, `none`'],
    ['AGING_BASIS', 'birthday', '`invoice-date`, `due-date`'],
    ['AGING_BUCKET_DAYS', '30,60,90', 'four whole numbers'],
    ['AGING_BUCKET_DAYS', '30,60,60,90', 'each larger'],
    ['AGING_BUCKET_DAYS', '30,x,60,90', 'four whole numbers'],
    ['JWT_ISSUERS', ' , ', 'texts with commas'],
    ['LOG_LEVEL', 'loud', '`info`']
  ])('when %s is "%s", then the fault says what is allowed', (name, value, allowed) => {
    const faults = faultsOf({ ...good, [name]: value });
    expect(faults).toContain(`${name} is ${JSON.stringify(value)}; allowed: `);
    expect(faults).toContain(allowed);
  });

  it('when a secret is malformed, then its value is not shown', () => {
    const faults = faultsOf({ ...good, SAGE_ODBC_CONNECTION_STRING: 'PWD=do-not-show' });
    expect(faults).toContain('SAGE_ODBC_CONNECTION_STRING is not valid; allowed: ');
    expect(faults).not.toContain('do-not-show');
  });

  it('when a secret stands in a file, then it is read from there', () => {
    const { SAGE_ODBC_CONNECTION_STRING: _left, ...rest } = good;
    const file = textFile('connection', `${secret}\n`);
    const configuration = loadConfiguration({ ...rest, SAGE_ODBC_CONNECTION_STRING_FILE: file });
    expect(configuration.sage.connectionString).toBe(secret);
  });

  it('when the file of a secret is missing, or the secret is given twice, then that is a fault', () => {
    const missing = { ...good, SAGE_ODBC_CONNECTION_STRING_FILE: join(directory, 'nowhere') };
    expect(faultsOf(missing)).toContain('SAGE_ODBC_CONNECTION_STRING_FILE names a file that cannot be read');
    expect(faultsOf(missing)).toContain('are both given');
  });

  it('when a variable begins like ours but is unknown, then the nearest setting is named', () => {
    const faults = faultsOf({ ...good, SAGE_TIMEZONE: 'UTC', HTTP_PROT: '1', HTTP_PROXY: 'http://proxy' });
    expect(faults).toContain('SAGE_TIMEZONE is not a setting of this service; did you mean SAGE_TIME_ZONE?');
    expect(faults).toContain('did you mean HTTP_PORT?');
    expect(faults).not.toContain('HTTP_PROXY');
  });

  it('when a variable is empty, then it counts as not set', () => {
    expect(loadConfiguration({ ...good, HTTP_PORT: '' }).http.port).toBe(8443);
    expect(faultsOf({ ...good, SAGE_CURRENCY: '' })).toContain('SAGE_CURRENCY is missing');
  });

  it.each([
    ['is missing', () => join(directory, 'nowhere.pem'), 'cannot be read'],
    ['is no key', () => textFile('text.pem', 'hello'), 'is not a public key in PEM form'],
    [
      'is a broken certificate',
      () => textFile('broken.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
      'is not a certificate in PEM form'
    ],
    [
      'is too short',
      () => pemFile('short.pem', generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey),
      'is an RSA key of 1024 bits; 2048 are needed'
    ],
    [
      'is not RSA',
      () => pemFile('ec.pem', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey),
      'is not an RSA key'
    ],
    ['holds a private key', () => pemFile('private.pem', rsa.privateKey), 'holds a private key']
  ])('when a public key file %s, then the fault names the file', (_what, makeFile, reason) => {
    const file = makeFile();
    const faults = faultsOf({ ...good, JWT_PUBLIC_KEY_FILES: `${good.JWT_PUBLIC_KEY_FILES},${file}` });
    expect(faults).toContain(`JWT_PUBLIC_KEY_FILES: ${file} ${reason}`);
  });

  it('when a key itself stands where its path belongs, then it is not shown', () => {
    const key = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const faults = faultsOf({ ...good, HTTP_TLS_KEY_FILE: key, JWT_PUBLIC_KEY_FILES: key });
    expect(faults).toContain('HTTP_TLS_KEY_FILE: the value is the text of a PEM file; give its path');
    expect(faults).toContain('JWT_PUBLIC_KEY_FILES: the value is the text of a PEM file; give its path');
    expect(faults).not.toContain(key.split('\n')[1]);
  });

  it('when settings contradict each other, then the fault names them', () => {
    expect(faultsOf({ ...good, HTTP_REQUEST_TIMEOUT_MS: '5000' })).toMatch(
      /HTTP_HEADERS_TIMEOUT_MS is larger.*\n.*HTTP_REQUEST_TIMEOUT_MS is smaller than SAGE_ACQUIRE_TIMEOUT_MS/
    );
    const key = pemFile('tls-key.pem', rsa.privateKey);
    expect(faultsOf({ ...good, HTTP_TLS_KEY_FILE: key })).toContain('belong together');
    expect(faultsOf({ ...good, JOB_STOP_GRACE_MS: '20000' })).toContain(
      'JOB_STOP_GRACE_MS is larger than HTTP_SHUTDOWN_TIMEOUT_MS'
    );
    expect(faultsOf({ ...good, STORE_DONE_DAYS: '91' })).toContain('STORE_DONE_DAYS is larger');
  });

  it.each([
    ['Company', 'DSN=SOTAMAS90;UID=reader|ABC;PWD=do-not-show;Company=OTH'],
    ['UID', 'DSN=SOTAMAS90;UID=reader|OTH;PWD=do-not-show;Company=ABC']
  ])(
    'when %s names another company, then the fault says so and shows nothing of the string',
    (_what, text) => {
      const faults = faultsOf({ ...good, SAGE_ODBC_CONNECTION_STRING: text });
      expect(faults).toContain('SAGE_ODBC_CONNECTION_STRING names another company');
      expect(faults).not.toMatch(/do-not-show|reader|OTH/);
    }
  );

  it('when the connection string names no company, then the code alone counts', () => {
    const text = 'DSN=SOTAMAS90;UID=reader;PWD=do-not-show';
    expect(faultsOf({ ...good, SAGE_ODBC_CONNECTION_STRING: text })).toBe('');
  });

  it('when the settings are shown for the log, then each is there and secrets are hidden', () => {
    const shown = describeSettings(good);
    expect(Object.keys(shown)).toEqual(settingNames);
    expect(shown).toMatchObject({ SAGE_ODBC_CONNECTION_STRING: '(hidden)', HTTP_PORT: '8443' });
    expect(JSON.stringify(shown)).not.toContain('do-not-show');
  });
});
