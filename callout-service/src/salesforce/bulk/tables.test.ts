import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BulkRequest } from '../port/salesforce-bulk.ts';
import { tablesOf } from './bulk-table.ts';
import { lineOf } from './csv-cell.ts';
import { planParts } from './plan-parts.ts';
import { readTable } from './read-table.ts';
import { RowAccount } from './row-account.ts';
import { rowRefusals } from './row-refusals.ts';

const text = fc
  .array(fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', 'é', '', '=', '🧾'), { maxLength: 6 })
  .map((parts) => parts.join(''));

test('when any cells are written as a table, then they are read as they were', () => {
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 6 }));
  fc.assert(
    fc.property(table, (rows) => {
      const columns = (rows[0] ?? ['', '']).map((_, index) => `c${index}`);
      const csv = [columns, ...rows].map(lineOf).join('');
      for (const form of [csv, `\uFEFF${csv}`, csv.trimEnd() === csv ? csv : csv.slice(0, -1)]) {
        expect([...readTable(form)].map((row) => Object.values(row))).toEqual(rows);
      }
    })
  );
});

test('when Salesforce quotes every cell and ends lines with CR LF, then it is the same table', () => {
  expect([...readTable('"a","b"\r\n"1","x ""y"""\r\n"","2"\r\n')]).toEqual([
    { a: '1', b: 'x "y"' },
    { a: '', b: '2' }
  ]);
  expect([...readTable('')]).toEqual([]);
  expect([...readTable('"a"\n""\n')]).toEqual([{ a: '' }]);
});

test.each(['a,b\n1\n', 'a,b\n"1,2\n', 'a,b\n"1"x,2\n'])('when %j is read, then it is no table', (broken) => {
  expect(() => [...readTable(broken)]).toThrow();
});

test('when a row has several reasons, then each has its code, words and fields', () => {
  const plain = (field: string) => field.replace(/^lb__/, '');
  const several =
    'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --FIELD_INTEGRITY_EXCEPTION:no: a:lb__A__c, B --';
  expect(rowRefusals(several, plain)).toEqual([
    { code: 'REQUIRED_FIELD_MISSING', words: 'Required fields are missing: [Name]', fields: ['Name'] },
    { code: 'FIELD_INTEGRITY_EXCEPTION', words: 'no: a', fields: ['A__c', 'B'] }
  ]);
  expect(rowRefusals('DUPLICATE_VALUE:value on record with id: 001:--', plain)).toMatchObject([
    { code: 'DUPLICATE_VALUE', words: 'value on record with id: 001', fields: [] }
  ]);
  expect(rowRefusals('Something else', plain)).toEqual([
    { code: 'UNKNOWN', words: 'Something else', fields: [] }
  ]);
});

const rowsOfRequest = (keys: readonly string[]) =>
  keys.map((No__c, index) => ({ No__c, Name: `n${index % 3}` }));
const same = (name: string) => name;
const tableOf = (request: BulkRequest) => {
  const places = request.rows.map((_, place) => place);
  const [table] = [...tablesOf(request, places, { mostBytes: 1e9, columnOf: same })];
  if (table === undefined) throw new Error('There is no table');
  return table;
};

test('when rows come back in any order, then each has its own place, once, however its key is spelled', () => {
  const keys = fc.uniqueArray(fc.stringMatching(/^[a-z0-9"]{1,4}$/), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(keys, fc.integer(), (all, seed) => {
      const request: BulkRequest = {
        object: 'A',
        operation: 'upsert',
        externalIdField: 'No__c',
        rows: rowsOfRequest(all)
      };
      const account = new RowAccount(request, tableOf(request), same);
      const back = all.map((_, index) => (index * 7 + Math.abs(seed % 97)) % all.length);
      const once = [...new Set(back)];
      const places = once.map((place) =>
        account.take({ No__c: (all[place] ?? '').toUpperCase(), Name: '?' })
      );
      expect(places).toEqual(once);
      expect(account.take({ No__c: all[once[0] ?? 0] ?? '', Name: '?' })).toBeUndefined();
      expect(account.left.toSorted()).toEqual(
        all.flatMap((_, place) => (once.includes(place) ? [] : place)).toSorted()
      );
    })
  );
});

test('when new rows are the same, then they stand for each other, and others do not', () => {
  const rows = [{ Name: 'a' }, { Name: 'b' }, { Name: 'a' }, { Name: null }];
  const request: BulkRequest = { object: 'A', operation: 'insert', rows };
  const account = new RowAccount(request, tableOf(request), same);
  expect(['a', '#N/A', 'b', 'a', 'a'].map((Name) => account.take({ Name }))).toEqual([0, 3, 1, 2, undefined]);
  expect(account.left).toEqual([]);
});

test('when rows differ in their fields, then many alike are a job, the few others go together, and repeats wait', () => {
  const rows = [
    { No__c: 'A', Name: '1' },
    { Name: '2', No__c: 'B' },
    { No__c: 'C', Phone: '3' },
    { No__c: 'D', Name: '#N/A' },
    { No__c: '', Name: '5' },
    { No__c: 'a', Name: '6' }
  ];
  const request: BulkRequest = { object: 'A', operation: 'upsert', externalIdField: 'No__c', rows };
  expect(planParts(request, 2)).toEqual({
    keyless: [4],
    parts: [
      { by: 'job', places: [0, 1] },
      { by: 'collection', places: [2, 3] },
      { by: 'collection', places: [5] }
    ]
  });
});
