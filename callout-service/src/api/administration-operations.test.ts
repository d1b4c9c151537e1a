import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCompanyService, type CompanyService } from '../../test-support/company-service.ts';
import { sageTableSchema, tableListSchema } from '../inquiry/tables/tables.ts';
import { serviceStatusSchema } from '../inquiry/status/service-status.ts';

let lb: CompanyService;
beforeAll(async () => {
  lb = await startCompanyService();
});
afterAll(() => lb.stop());
const admin = { role: 'admin' } as const;

describe('the tables for mapping', () => {
  it('when they are listed, then each can be described, in less than 100,000 characters', async () => {
    const { tables } = await lb.answer(tableListSchema, '/v1/sage/tables', admin);
    expect(tables).toEqual(expect.arrayContaining(['AR_Customer', 'SO_SalesOrderHeader', 'CI_Item']));
    for (const table of tables) {
      const text = await lb.text(`/v1/sage/tables/${table}`, admin);
      expect(text.length).toBeLessThan(100_000);
      expect(sageTableSchema.parse(JSON.parse(text)).columns.length).toBeGreaterThan(2);
    }
  });

  it('when a table is described, then lengths and user-defined fields are as Sage has them', async () => {
    const { key, columns } = await lb.answer(sageTableSchema, '/v1/sage/tables/AR_Customer', admin);
    expect(key).toEqual(['ARDivisionNo', 'CustomerNo']);
    const named = new Map(columns.map((column) => [column.name, column]));
    expect(named.get('CustomerName')).toMatchObject({ kind: 'text', length: 50, userDefined: false });
    expect(named.get('UDF_REQUEST_KEY')).toMatchObject({
      kind: 'text',
      length: 40,
      userDefined: true,
      description: 'Key of the Request that Wrote it'
    });
  });
});

describe('a service that only reads', () => {
  it('when its status is asked for, then that is in order', async () => {
    const status = await lb.answer(serviceStatusSchema, '/v1/status', admin);
    const writing = status.prerequisites.filter(({ name }) => name === 'writing' || name === 'bridge');
    expect(writing).toMatchObject([{ name: 'writing', state: 'ok' }]);
    expect(writing[0]?.finding).toContain('reads only');
  });

  it.each(['pause', 'resume'])(
    'when writing is to %s, then LB520 to an admin and LB206 to a reader',
    async (what) => {
      const path = `/v1/writing/${what}`;
      expect(await lb.problem(path, { ...admin, body: {} })).toMatchObject({ code: 'LB520', status: 501 });
      expect(await lb.problem(path, { body: {} })).toMatchObject({ code: 'LB206' });
    }
  );
});
