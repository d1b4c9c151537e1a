import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { salesOrderDraftSchema } from '../../canonical/drafts/sales-order-draft.ts';
import { startWritingCompany, type WritingCompany } from './test-support/writing-company.ts';

let company: WritingCompany;
beforeAll(async () => {
  company = await startWritingCompany();
});
afterAll(() => company.close());

describe('a new order', () => {
  it('when it is written, then it can be read', async () => {
    const draft = salesOrderDraftSchema.parse({
      requestKey: 'first-1',
      customerNo: '01-ABF',
      lines: [{ kind: 'item', itemCode: '1001-HON-H252', quantity: '2' }]
    });
    const writer = company.writer();
    const receipt = await writer.createSalesOrder(draft);
    expect(receipt).toMatchObject({ outcome: 'created' });
    expect(await writer.createSalesOrder(draft)).toMatchObject({ outcome: 'found', key: receipt.key });
  });
});
