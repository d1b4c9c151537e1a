import type { AliasItem } from '../../canonical/alias-item.ts';
import type { CustomerKey } from '../../canonical/customer-key.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';

/** A row of the table that an administrator owns: Salesforce's product code and the item that it means in Sage. */
export interface ProductLookupRow {
  readonly productCode: string;
  readonly itemCode: string;
}

/** What of an alias decides. */
export type ProductAlias = Pick<
  AliasItem,
  'aliasItemNo' | 'itemCode' | 'type' | 'arDivisionNo' | 'customerNo'
>;

/** Where a product code is looked up. */
export interface ProductReferences {
  readonly lookup: readonly ProductLookupRow[];
  /** Whether CI_Item has an item of this code, which is given in Sage's form. */
  readonly hasItem: (itemCode: string) => boolean;
  readonly aliases: readonly ProductAlias[];
  /** Whose aliases count; without a customer only general ones do. */
  readonly customer?: CustomerKey;
}

/** How an item was found. */
export type FoundBy = 'lookup' | 'direct' | 'customerAlias' | 'generalAlias';

/** The item that a product code means, or why there is none: LB402 none, LB411 several, LB507 no product code. */
export type ProductAnswer =
  | {
      readonly found: true;
      readonly itemCode: string;
      readonly foundBy: FoundBy;
      /** A charge, comment or miscellaneous code: a line without stock. */
      readonly special: boolean;
    }
  | { readonly found: false; readonly fault: FieldFault };

/** Where a code leads to by one way: distinct item codes in Sage's form. */
interface Way {
  readonly foundBy: FoundBy;
  readonly itemCodes: readonly string[];
}

/** An item code as Sage keeps it: upper case, without blanks at its ends. Leading zeros belong to it. */
export function sageItemCode(text: string): string {
  return text.trim().toUpperCase();
}

/**
 * Whether a code is one of a charge, comment or miscellaneous item, which begin with `/`, as `/WRITE OFF`.
 * Source: Sage 100 help, Miscellaneous Item Maintenance; for charges and comments by the same custom.
 */
export function isSpecialItemCode(itemCode: string): boolean {
  return sageItemCode(itemCode).startsWith('/');
}

/**
 * The Sage item that a Salesforce product code means. The first way that leads anywhere decides: the administrator's
 * table, the item of that very code, an alias of the customer's own, a general alias. Vendors' aliases are for buying and
 * do not count. A way that leads to several items decides nothing (LB411), and one that leads to an item that Sage has
 * not is told (LB402) rather than passed over. Source of aliases: Sage 100, IM_AliasItem.
 *
 * `field` names the field in faults, as `lines[2].productCode`.
 */
export function resolveProduct(
  productCode: string | null,
  references: ProductReferences,
  field = 'productCode'
): ProductAnswer {
  const value = productCode ?? '';
  const code = sageItemCode(value);
  if (code === '') return { found: false, fault: noCode(field) };
  const way = waysOf(code, references).find(({ itemCodes }) => itemCodes.length > 0);
  if (way === undefined) return { found: false, fault: noItem(field, value) };
  const itemCode = way.itemCodes[0] ?? '';
  if (way.itemCodes.length > 1) return { found: false, fault: severalItems(field, value, way) };
  if (!references.hasItem(itemCode)) return { found: false, fault: deadEnd(field, value, way) };
  return { found: true, itemCode, foundBy: way.foundBy, special: isSpecialItemCode(itemCode) };
}

/** Every way that a code may go, in order of precedence. */
function waysOf(code: string, { lookup, hasItem, aliases, customer }: ProductReferences): Way[] {
  const ofThisCode = aliases.filter(({ aliasItemNo }) => sageItemCode(aliasItemNo) === code);
  return [
    way(
      'lookup',
      lookup.filter((row) => sageItemCode(row.productCode) === code)
    ),
    way('direct', hasItem(code) ? [{ itemCode: code }] : []),
    way(
      'customerAlias',
      ofThisCode.filter((alias) => isOf(alias, customer))
    ),
    way(
      'generalAlias',
      ofThisCode.filter(({ type }) => type === 'general')
    )
  ];
}

function way(foundBy: FoundBy, rows: readonly { readonly itemCode: string }[]): Way {
  return { foundBy, itemCodes: [...new Set(rows.map(({ itemCode }) => sageItemCode(itemCode)))] };
}

/** Whether an alias is this customer's. Customer numbers are unique only with their division. */
function isOf({ type, arDivisionNo, customerNo }: ProductAlias, customer: CustomerKey | undefined): boolean {
  if (type !== 'customer' || customer === undefined) return false;
  return (
    (arDivisionNo ?? '').trim() === customer.arDivisionNo &&
    (customerNo ?? '').trim().toUpperCase() === customer.customerNo.toUpperCase()
  );
}

const WAY_NAMES: Readonly<Record<FoundBy, string>> = {
  lookup: 'The table of product codes',
  direct: 'Sage',
  customerAlias: "The customer's alias",
  generalAlias: 'The general alias'
};

function noCode(field: string): FieldFault {
  return {
    code: 'LB507',
    field,
    value: '',
    problem: 'The product has no product code.',
    fix: 'Give the product the code of a Sage item.'
  };
}

function noItem(field: string, value: string): FieldFault {
  return {
    code: 'LB402',
    field,
    value,
    problem: 'It is neither in the table of product codes, nor a Sage item, nor an alias that counts here.',
    fix: 'Correct the product code, add it to the table, or create the item or alias in Sage.'
  };
}

function deadEnd(field: string, value: string, { foundBy, itemCodes }: Way): FieldFault {
  return {
    code: 'LB402',
    field,
    value,
    problem: `${WAY_NAMES[foundBy]} leads to ${itemCodes.join()}, which Sage does not have.`,
    fix: 'Correct the item code that it leads to, or create the item in Sage.'
  };
}

function severalItems(field: string, value: string, { foundBy, itemCodes }: Way): FieldFault {
  return {
    code: 'LB411',
    field,
    value,
    problem: `${WAY_NAMES[foundBy]} leads to several items: ${itemCodes.join(', ')}.`,
    fix: 'Keep one of them, or add the product code to the table.'
  };
}
