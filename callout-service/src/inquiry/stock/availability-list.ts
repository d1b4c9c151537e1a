import { z } from 'zod';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { fitting } from '../fitting.ts';
import { itemAvailabilitySchema, type ItemAvailability } from './availability-inquiry.ts';

/** Items of one request. */
export const MAX_ITEM_CODES = 50;

/** Fifty missing items take the rest of a text answer. */
const MOST_CHARACTERS_OF_ITEMS = 75_000;

/** Several items at once: an order's lines. An item that Sage does not have is told apart and hides no other. */
export const availabilityListSchema = z
  .object({
    items: z.array(itemAvailabilitySchema).readonly(),
    missing: z.array(z.object({ itemCode: z.string(), code: z.string(), detail: z.string() })),
    /** Items that did not fit into one answer, with their many warehouses: to be asked for again. */
    leftOut: z.array(z.string())
  })
  .meta({ id: 'AvailabilityList' });

export type AvailabilityList = z.infer<typeof availabilityListSchema>;

/** Makes the inquiry "availability of several items". Rejects with LB3xx when Sage cannot answer for one of them. */
export function createAvailabilityList(
  availabilityOf: (itemCode: string) => Promise<ItemAvailability>
): (itemCodes: readonly string[]) => Promise<AvailabilityList> {
  return async (itemCodes) => {
    const answers = await Promise.all(itemCodes.map((itemCode) => answerOrFault(itemCode, availabilityOf)));
    const found = answers.flatMap((answer) => ('available' in answer ? [answer] : []));
    const missing = answers.flatMap((answer) => ('available' in answer ? [] : [answer]));
    const items = fitting(found, MOST_CHARACTERS_OF_ITEMS);
    return { items, missing, leftOut: found.slice(items.length).map(({ itemCode }) => itemCode) };
  };
}

async function answerOrFault(
  itemCode: string,
  availabilityOf: (itemCode: string) => Promise<ItemAvailability>
): Promise<ItemAvailability | AvailabilityList['missing'][number]> {
  try {
    return await availabilityOf(itemCode);
  } catch (thrown) {
    const reason = asLedgerBridgeError(thrown);
    if (reason.code !== 'LB402' && reason.code !== 'LB109') throw thrown;
    return { itemCode, code: reason.code, detail: reason.detail };
  }
}
