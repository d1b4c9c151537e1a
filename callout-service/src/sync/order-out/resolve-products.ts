import { parseCustomerKey } from '../../canonical/customer-key.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { linePlace } from '../../rules/order-draft/in-words.ts';
import {
  resolveProduct,
  sageItemCode,
  type ProductReferences
} from '../../rules/product-reference/product-reference.ts';
import { fieldFault } from '../../rules/written-values/field-fault.ts';
import type { OrderRun } from './order-out-options.ts';
import type { OrderSource, SourceLine } from './order-source.ts';

/** The item of each line, undefined where there is none, and every fault. */
export interface ResolvedProducts {
  readonly itemCodes: readonly (string | undefined)[];
  readonly faults: readonly FieldFault[];
}

/**
 * The item in Sage of each line: the one that the product names itself, else what its product code leads to. Items and
 * aliases are read by their keys, all at once.
 */
export async function resolveProducts(
  { lines }: Pick<OrderSource, 'lines'>,
  customerNo: string,
  { sage, rules }: Pick<OrderRun, 'sage' | 'rules'>
): Promise<ResolvedProducts> {
  const codes = lines.flatMap(({ productCode }) => productCode ?? []).map(sageItemCode);
  const named = lines.flatMap(({ sageItemCode: own }) => own ?? []).map(sageItemCode);
  const aliases = codes.length === 0 ? [] : await sage.records.aliasItems.byKeys([...new Set(codes)]);
  const looked = rules.itemLookup.filter((row) => codes.includes(sageItemCode(row.productCode)));
  const wanted = [
    ...named,
    ...codes,
    ...[...looked, ...aliases].map(({ itemCode }) => sageItemCode(itemCode))
  ];
  const keys = [...new Set(wanted)].filter((code) => code !== '');
  const items = keys.length === 0 ? [] : await sage.records.items.byKeys(keys);
  const known = new Set(items.map(({ itemCode }) => itemCode));
  const customer = parseCustomerKey(customerNo);
  const references: ProductReferences = {
    lookup: rules.itemLookup,
    hasItem: (code) => known.has(code),
    aliases,
    ...(customer !== undefined && { customer })
  };
  const answers = lines.map((line, index) => itemOf(line, index, references));
  return {
    itemCodes: answers.map(({ itemCode }) => itemCode),
    faults: answers.flatMap(({ fault }) => fault ?? [])
  };
}

function itemOf(
  line: SourceLine,
  index: number,
  references: ProductReferences
): { readonly itemCode?: string; readonly fault?: FieldFault } {
  const place = linePlace(line, index);
  if (line.sageItemCode !== null) {
    const itemCode = sageItemCode(line.sageItemCode);
    if (references.hasItem(itemCode)) return { itemCode };
    const field = `${place}: Product2.Sage_Item_Code__c`;
    return { fault: fieldFault('LB402', { field, value: itemCode }, `Sage has no item ${itemCode}.`) };
  }
  const answer = resolveProduct(line.productCode, references, `${place}: Product2.ProductCode`);
  return answer.found ? { itemCode: answer.itemCode } : { fault: answer.fault };
}
