import { z } from 'zod';
import { orderObjects } from '../order-request/order-request.ts';
import type { StoreContent } from '../../store/port/store.ts';
import type { StoredLink } from '../../store/port/links.ts';

/** Links of orders that may still change, and of those that are completed or cancelled: the first are looked at again. */
export const shownEntities = { open: 'sales-order-shown', final: 'sales-order-finished' } as const;

const shownSchema = z.object({
  /** Digest of what was last written to the records; null before the first time. */
  written: z.string().nullable(),
  /** Digest of what was last found in Sage and handed over to be written: what it equals needs no further job. */
  noticed: z.string().nullable(),
  /** Status that was last written. */
  status: z.string().nullable(),
  /** Every record that shows the order. */
  records: z.array(z.object({ object: z.enum(orderObjects), recordId: z.string() }))
});

/** What Salesforce was last told of an order. */
export type LastShown = z.infer<typeof shownSchema>;

/** An order with what Salesforce was last told of it. */
export interface ShownEntry extends LastShown {
  readonly orderKey: string;
  readonly salesOrderNo: string;
  readonly final: boolean;
}

/** What Salesforce was last told of these orders, by their number. */
export async function findShown(
  { links }: Pick<StoreContent, 'links'>,
  numbers: readonly string[]
): Promise<ReadonlyMap<string, ShownEntry>> {
  const open = await links.bySageKeys(shownEntities.open, numbers);
  const final = await links.bySageKeys(shownEntities.final, numbers);
  return new Map([...open, ...final].map((link) => [link.sageKey, entryOf(link)]));
}

/** Which of these orders something is kept of, whatever their number. */
export async function shownKeys(
  { links }: Pick<StoreContent, 'links'>,
  orderKeys: readonly string[]
): Promise<ReadonlySet<string>> {
  const open = await links.bySalesforceIds(shownEntities.open, orderKeys);
  const final = await links.bySalesforceIds(shownEntities.final, orderKeys);
  return new Set([...open, ...final].map(({ salesforceId }) => salesforceId));
}

/** Keeps what Salesforce is told in place of `before`; whatever else was linked to either side gives way. */
export async function putShown(
  { links }: Pick<StoreContent, 'links'>,
  entry: ShownEntry,
  before?: ShownEntry
): Promise<void> {
  const { orderKey, salesOrderNo, final, ...agreed } = entry;
  const entity = final ? shownEntities.final : shownEntities.open;
  if (before?.orderKey !== orderKey || before.final !== final) await makeRoom(links, entity, entry);
  await links.put({
    entity,
    salesforceId: orderKey,
    sageKey: salesOrderNo,
    agreed,
    mappingVersion: undefined
  });
}

async function makeRoom(
  links: StoreContent['links'],
  entity: string,
  { orderKey, salesOrderNo }: ShownEntry
): Promise<void> {
  for (const each of Object.values(shownEntities)) {
    const ofNumber = await links.bySageKey(each, salesOrderNo);
    if (ofNumber !== undefined && (each !== entity || ofNumber.salesforceId !== orderKey)) {
      await links.remove(each, ofNumber.salesforceId);
    }
    const ofKey = await links.bySalesforceId(each, orderKey);
    if (ofKey !== undefined && (each !== entity || ofKey.sageKey !== salesOrderNo)) {
      await links.remove(each, orderKey);
    }
  }
}

/** The entry of a link; what cannot be read counts as never written. */
function entryOf(link: StoredLink): ShownEntry {
  const agreed = shownSchema.safeParse(link.agreed);
  return {
    orderKey: link.salesforceId,
    salesOrderNo: link.sageKey,
    final: link.entity === shownEntities.final,
    ...(agreed.success ? agreed.data : { written: null, noticed: null, status: null, records: [] })
  };
}
