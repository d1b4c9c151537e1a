import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { SageTable } from '../../sage/port/sage-catalogue.ts';
import type { SalesforceFieldDescription } from '../../salesforce/port/salesforce-schema.ts';
import { contactPair } from '../pairs/contact-pair.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import { createMappingFields, mappingFieldsSchema } from './mapping-fields.ts';

const text = (name: string, more: Partial<SalesforceFieldDescription> = {}): SalesforceFieldDescription => ({
  ...{ name, label: name, type: 'string', length: 80, precision: 0, scale: 0 },
  ...{ createable: true, updateable: true, required: false, externalId: false, unique: false },
  ...{ restrictedPicklist: false, picklistValues: [], referenceTo: [] },
  ...more
});

const table: SageTable = {
  name: 'AR_CustomerContact',
  key: ['ARDivisionNo', 'CustomerNo', 'ContactCode'],
  columns: [
    { name: 'ContactName', kind: 'text', length: 60, userDefined: false, required: false },
    { name: 'EmailAddress', kind: 'text', length: 250, userDefined: false, required: false },
    {
      ...{ name: 'UDF_REGION', kind: 'text', length: 10, userDefined: true, required: true },
      description: 'Sales region'
    }
  ]
};

interface Setting {
  readonly fields?: readonly SalesforceFieldDescription[];
  readonly linked?: boolean;
  readonly records?: Readonly<Record<string, Record<string, string>>>;
}

const usual = {
  'ABF/A': { contactName: 'Artie', UDF_REGION: 'x'.repeat(200) },
  'ABF/B': { contactName: 'Bea' }
};
const salesforceFields = [
  text('Name', { label: 'Full Name', createable: false, updateable: false }),
  text('LastName', { required: true }),
  text('MailingAddress', { type: 'address' }),
  text('Zone__c', { restrictedPicklist: true, type: 'picklist', picklistValues: ['N', 'S'] })
];

/** A pair of two records in Sage, the second of which is linked. */
function fieldsOf({ fields = salesforceFields, linked = true, records = usual }: Setting = {}) {
  const queries: string[] = [];
  const stored = Object.entries(records).map(([key, values]) => ({ key, values }));
  const pair = {
    ...contactPair,
    description: {
      ...contactPair.description,
      keyOf: ({ key }: { key: string }) => key,
      valuesOf: ({ values }: { values: Record<string, string> }) => values
    },
    reads: () => ({
      byKeys: (keys: readonly string[]) => Promise.resolve(stored.filter(({ key }) => keys.includes(key))),
      // eslint-disable-next-line @typescript-eslint/require-await -- a scan is asynchronous
      async *scan() {
        yield stored;
      }
    })
  } as unknown as ObjectPair;
  const link = { salesforceId: '003000000000001AAA', sageKey: 'ABF/B' };
  const links = {
    page: () => Promise.resolve(linked ? [link] : []),
    bySageKey: (_: string, key: string) => Promise.resolve(key === link.sageKey && linked ? link : undefined)
  };
  const ask = createMappingFields({
    pairOf: () => pair,
    store: { links },
    sage: { records: {}, catalogue: { describe: () => Promise.resolve(table) } },
    salesforce: {
      schema: { describe: () => Promise.resolve({ name: 'Contact', label: 'Contact', fields }) },
      records: {
        all(soql: string) {
          queries.push(soql);
          return Promise.resolve([{ Id: link.salesforceId, LastName: 'Bee', Zone__c: null }]);
        }
      }
    },
    clock: () => DateTime.fromISO('2026-11-22T12:00:00Z')
  } as unknown as Parameters<typeof createMappingFields>[0]);
  return { ask, queries };
}

const pair = contactPair.name;

describe('the fields of a pair', () => {
  it('when Sage’s are asked for, then described and user-defined ones come, and what the release lacks does not', async () => {
    const answer = await fieldsOf().ask({ pair, side: 'sage' });
    expect(mappingFieldsSchema.parse(answer)).toEqual(answer);
    const byName = new Map(answer.fields.map((field) => [field.name, field]));
    expect(byName.get('contactName')).toEqual({
      ...{ name: 'contactName', label: 'Name', kind: 'text', origin: 'standard', writable: 'always' },
      ...{ column: 'AR_CustomerContact.ContactName', required: true, length: 60, sample: 'Bea' }
    });
    expect(byName.get('UDF_REGION')).toMatchObject({ label: 'Sales region', origin: 'udf', required: true });
    expect(byName.get('customerKey')).toMatchObject({ origin: 'worked-out', writable: 'never' });
    expect(byName.has('telephoneNo1')).toBe(false);
  });

  it('when no key is given, then a linked record is the sample, else the first; when it is given, then that', async () => {
    expect(await fieldsOf().ask({ pair, side: 'sage' })).toMatchObject({ sampleKey: 'ABF/B' });
    expect(await fieldsOf({ linked: false }).ask({ pair, side: 'sage' })).toMatchObject({
      sampleKey: 'ABF/A'
    });
    const { sampleKey, fields } = await fieldsOf().ask({ pair, side: 'sage', key: 'ABF/A' });
    expect(sampleKey).toBe('ABF/A');
    expect(String(fields.find(({ name }) => name === 'UDF_REGION')?.sample)).toHaveLength(60);
    expect(await fieldsOf().ask({ pair, side: 'sage', key: 'NOBODY' })).toMatchObject({ sampleKey: null });
  });

  it('when Salesforce’s are asked for, then those that lines can be drawn to come with values of the linked record', async () => {
    const { ask, queries } = fieldsOf();
    const answer = await ask({ pair, side: 'salesforce' });
    expect(answer).toMatchObject({ object: 'Contact', salesforceId: '003000000000001AAA', next: null });
    expect(answer.fields.map(({ name }) => name)).toEqual(['Name', 'LastName', 'Zone__c']);
    expect(answer.fields).toMatchObject([
      { origin: 'standard', writable: 'never' },
      { required: true, sample: 'Bee' },
      { origin: 'custom', kind: 'code', values: ['N', 'S'] }
    ]);
    expect(queries).toEqual([
      "SELECT Id, Name, LastName, Zone__c FROM Contact WHERE Id IN ('003000000000001AAA')"
    ]);
  });

  it('when the record is not linked, then the one whose key field names it is shown', async () => {
    const { ask, queries } = fieldsOf();
    await ask({ pair, side: 'salesforce', key: 'ABF/A' });
    expect(queries[0]).toContain(`WHERE ${contactPair.keyField} IN ('ABF/A')`);
  });

  it('when there are more than one answer holds, then every field comes once, page by page', async () => {
    const fields = Array.from({ length: 800 }, (_, index) =>
      text(`Field_${index}__c`, { label: 'A long label of a field '.repeat(8), length: 255 })
    );
    const { ask } = fieldsOf({ fields });
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const answer = await ask({ pair, side: 'salesforce', after });
      expect(JSON.stringify(answer).length).toBeLessThan(100_000);
      seen.push(...answer.fields.map(({ name }) => name));
      if (answer.next === null) break;
      after = answer.next;
    }
    expect(seen.toSorted()).toEqual(fields.map(({ name }) => name).toSorted());
  });

  it('when Sage has no record yet, then fields come without samples', async () => {
    const answer = await fieldsOf({ records: {}, linked: false }).ask({ pair, side: 'salesforce' });
    expect(answer).toMatchObject({ sampleKey: null, salesforceId: null });
    expect(answer.fields.some(({ sample }) => sample !== undefined)).toBe(false);
  });

  it('when there is no such pair, then it is told', async () => {
    await expect(fieldsOf().ask({ pair: 'No-pair', side: 'sage' })).rejects.toMatchObject({ code: 'LB787' });
  });
});
