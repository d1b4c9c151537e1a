import { describe, expect, it } from 'vitest';
import { fakeCapabilities } from '../../../test-support/fake-sage.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { SageCapabilities } from '../../sage/port/sage-capabilities.ts';
import { describeCapabilities } from './sage-prerequisites.ts';

const sage: Configuration['sage'] = {
  connectionString: 'DSN=SOTAMAS90',
  companyCode: 'ABC',
  edition: 'advanced',
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
  poolSize: 2,
  connectTimeoutMs: 1_000,
  queryTimeoutMs: 1_000,
  acquireTimeoutMs: 1_000,
  cancelGraceMs: 1_000
};

type Edition = Configuration['sage']['edition'];
function describeWith(changes: Partial<SageCapabilities>, edition: Edition = 'advanced') {
  const all = describeCapabilities({ ...sage, edition }, { ...fakeCapabilities, ...changes });
  return new Map(all.map((prerequisite) => [prerequisite.name, prerequisite]));
}

const sqlServer = { dialect: 'sql-server', driverName: 'Microsoft ODBC Driver 18 for SQL Server' } as const;

describe('what Sage can do, in the status', () => {
  it('when all is as it should be, then every prerequisite is ok and has a finding of its own', () => {
    const all = [...describeWith({}).values()];
    expect(all.map(({ state }) => state)).toEqual(all.map(() => 'ok'));
    expect(new Set(all.map(({ finding }) => finding)).size).toBe(7);
  });

  it.each([[undefined], [{ ...fakeCapabilities, takesTop: null }]])(
    'when nothing is known, then all but the configured company is a warning with cause and fix',
    (found) => {
      const all = describeCapabilities(sage, found);
      expect(all.filter(({ state }) => state === 'ok').map(({ name }) => name)).toEqual(['company']);
      for (const { state, cause, fix } of all)
        if (state !== 'ok') expect([cause, fix]).not.toContain(undefined);
    }
  );

  it.each([
    ['advanced', sqlServer, 'Set SAGE_EDITION to premium'],
    ['premium', {}, 'Set SAGE_EDITION to standard or advanced']
  ] as const)('when %s is configured and the other answers, then that is a fault', (edition, found, fix) => {
    const prerequisite = describeWith(found, edition).get('edition');
    expect(prerequisite).toMatchObject({ state: 'failed' });
    expect(prerequisite?.fix).toContain(fix);
  });

  it('when Premium is configured and answers, then that is right', () => {
    expect(describeWith(sqlServer, 'premium').get('edition')?.state).toBe('ok');
  });

  it.each([
    ['columns', { missingColumns: ['AR_Customer.TelephoneKind'] }, 'Missing: AR_Customer.TelephoneKind.'],
    [
      'columns',
      { columnLengths: { 'AR_Customer.CustomerName': 30, 'AR_Customer.City': 30 } },
      'Shorter than in release 2023: AR_Customer.CustomerName (30 for 50).'
    ],
    ['columns', { describesColumns: false }, 'The driver does not describe the columns of its tables.'],
    [
      'dates',
      { takesDateLiterals: false },
      'No record could be asked for by its date; a blank date comes as NULL.'
    ],
    [
      'systemTables',
      { showsSystemTables: false },
      'SY_Company or CM_UDF cannot be read; fields are shown without the descriptions of CM_UDF.'
    ]
  ] as const)(
    'when there is something wrong with %s, then it is a warning with cause and fix',
    (name, found, finding) => {
      const prerequisite = describeWith(found).get(name);
      expect(prerequisite).toMatchObject({ state: 'warning', finding });
      expect(prerequisite?.cause).toBeDefined();
      expect(prerequisite?.fix).toBeDefined();
    }
  );

  it('when many columns are missing, then the first ten are named', () => {
    const missingColumns = Array.from({ length: 12 }, (_, index) => `AR_Customer.C${index}`);
    expect(describeWith({ missingColumns }).get('columns')?.finding).toContain('AR_Customer.C9 and 2 more.');
  });

  it('when Sage has no company of that code, then that is a fault; when it cannot be told, then not', () => {
    expect(describeWith({ companyName: null }).get('company')).toMatchObject({
      state: 'failed',
      cause: 'SY_Company has no company ABC.'
    });
    const unseen = describeWith({ companyName: null, showsSystemTables: false }).get('company');
    expect(unseen).toMatchObject({ state: 'ok' });
    expect(unseen?.finding).toContain('as configured');
  });
});
