import { formatCents } from '../money.ts';
import { casePriceLevels, casePrices } from '../abc/case-prices.ts';
import { arPriceLevelByCust } from '../tables/ar-price-level-by-cust.ts';
import { imPriceCode } from '../tables/im-price-code.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { CustomerProfile } from './customer-profile.ts';
import type { Item } from './items.ts';
import type { Random } from './random.ts';

/** Quantity up to which a break of a price record holds; the last one holds for any quantity. */
const BREAKS = { BreakQuantity1: 11, BreakQuantity2: 49, BreakQuantity3: 99_999_999 };

/** Writes price records of all three kinds, by price code, by item and price level, by item and customer; and levels. */
export function writePriceCodes(
  draft: CompanyDraft,
  items: readonly Item[],
  customers: readonly CustomerProfile[]
): void {
  const random = draft.random.fork('price codes');
  writeCasePrices(draft, random);
  for (const code of ['STD', 'BULK'])
    write(draft, { PriceCodeRecord: '0', PriceCode: code, PriceCodeDesc: `${code} BREAKS` }, 'D', 0, 5, 10);
  const written = new Set<string>();
  for (let count = 2; count < draft.profile.priceCodes; count += 1) {
    const item = random.pick(items);
    const customer = random.chance(0.5) ? random.pick(customers) : undefined;
    const owner = customer
      ? { PriceCodeRecord: '2', ARDivisionNo: customer.arDivisionNo, CustomerNo: customer.customerNo }
      : { PriceCodeRecord: '1', CustomerPriceLevel: random.pick(['', '1', '2']) };
    const key = JSON.stringify([item.itemCode, owner]);
    if (written.has(key)) continue;
    written.add(key);
    const off = random.integer(2, 12);
    const overridden = random.chance(0.3);
    const price = (percent: number) => formatCents(Math.floor((item.price * (100 - percent)) / 100));
    if (overridden)
      write(draft, { ...owner, ItemCode: item.itemCode }, 'O', price(off), price(off + 3), price(off + 6));
    else write(draft, { ...owner, ItemCode: item.itemCode }, 'D', off, off + 3, off + 6);
  }
}

function writeCasePrices(draft: CompanyDraft, random: Random): void {
  for (const price of casePrices) draft.writer.write(imPriceCode, { ...price, ...stamps(draft, random) });
  for (const level of casePriceLevels(draft.today))
    draft.writer.write(arPriceLevelByCust, { ...level, ...stamps(draft, random) });
}

/** `method` is PricingMethod: D takes a percentage off, O is the price itself. */
function write(
  draft: CompanyDraft,
  key: Record<string, string>,
  method: 'D' | 'O',
  ...steps: readonly (string | number)[]
): void {
  const [first = 0, second = 0, third = 0] = steps;
  draft.writer.write(imPriceCode, {
    ...key,
    PricingMethod: method,
    ...BREAKS,
    DiscountMarkup1: first,
    DiscountMarkup2: second,
    DiscountMarkup3: third,
    ...stamps(draft, draft.random.fork(`price ${Object.values(key).join(' ')}`))
  });
}
