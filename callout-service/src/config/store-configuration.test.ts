import { describe, expect, it } from 'vitest';
import type { Environment } from './environment.ts';
import { loadStoreConfiguration, storeOptionsOf } from './store-configuration.ts';
import { secretsOfStore } from './store.ts';

const good: Environment = { SAGE_COMPANY_CODE: 'ABC', STORE_DIRECTORY: '/srv/ledger-bridge' };
const postgres = 'postgres://bridge:do-not%2Fshow@db:5432/ledger';

describe('the configuration of the store alone', () => {
  it('when only directory and company are given, then it is the embedded store, without keys and Sage', () => {
    const configuration = loadStoreConfiguration(good);
    expect(configuration.store.database).toEqual({
      engine: 'sqlite',
      file: '/srv/ledger-bridge/store-ABC.sqlite',
      busyTimeoutMs: 10_000
    });
    expect(configuration.jobs.retry).toEqual({
      maxAttempts: 25,
      backoffBaseMs: 2_000,
      backoffCeilingMs: 1_800_000
    });
    expect(storeOptionsOf(configuration, { use: 'shared' })).toMatchObject({
      companyCode: 'ABC',
      database: { engine: 'sqlite', use: 'shared' }
    });
  });

  it.each([
    [undefined, 'ledger_bridge_abc'],
    ['sales', 'sales']
  ])('when PostgreSQL is given with the schema %s, then it is %s', (given, schema) => {
    const { store } = loadStoreConfiguration({
      ...good,
      STORE_POSTGRES_URL: postgres,
      ...(given !== undefined && { STORE_POSTGRES_SCHEMA: given })
    });
    expect(store.database).toMatchObject({ engine: 'postgres', url: postgres, schema });
  });

  it('when PostgreSQL is given, then its password is a secret as it is written and as it is meant', () => {
    const { store } = loadStoreConfiguration({ ...good, STORE_POSTGRES_URL: postgres });
    expect(secretsOfStore(store)).toEqual([postgres, 'do-not%2Fshow', 'do-not/show']);
  });

  it.each(['mysql://u:do-not-show@h/d', 'postgres:do-not-show', 'do-not-show'])(
    'when the address of PostgreSQL is %s, then it is refused and not shown',
    (url) => {
      expect(() => loadStoreConfiguration({ ...good, STORE_POSTGRES_URL: url })).toThrow(
        /^1 fault\(s\)[^]*STORE_POSTGRES_URL is not valid; allowed: an address as (?![^]*do-not-show)/
      );
    }
  );

  it.each([
    [{ JOB_BACKOFF_BASE_MS: '2000', JOB_BACKOFF_CEILING_MS: '1000' }, /JOB_BACKOFF_BASE_MS is larger/],
    [{ STORE_DONE_DAYS: '91' }, /STORE_DONE_DAYS is larger than STORE_FAILURE_DAYS/],
    [{ STORE_IDEMPOTENCY_KEY_DAYS: '89' }, /STORE_IDEMPOTENCY_KEY_DAYS is smaller/],
    [{ STORE_POSTGRES_SCHEMA: 'sales' }, /STORE_POSTGRES_SCHEMA means nothing/],
    [{ STORE_POSTGRES_URL: postgres, STORE_POSTGRES_SCHEMA: 'Sales; drop' }, /STORE_POSTGRES_SCHEMA is/],
    [{ STORE_DIRECTORI: '/srv' }, /did you mean STORE_DIRECTORY/]
  ])('when %j is given, then the fault says so', (given, fault) => {
    expect(() => loadStoreConfiguration({ ...good, ...given })).toThrow(fault);
  });

  it('when several settings are wrong, then all are told at once', () => {
    expect(() => loadStoreConfiguration({ JOB_LEASE_MS: '1', JOB_MAX_ATTEMPTS: '0' })).toThrow(
      /^4 fault\(s\)/
    );
  });

  it('when a variable of another part is wrong, then that does not matter to the store', () => {
    expect(loadStoreConfiguration({ ...good, HTTP_PROT: '1', SAGE_EDITION: 'gold' }).store.companyCode).toBe(
      'ABC'
    );
  });
});
