import { Decimal } from 'decimal.js';
import type { SalesOrderLineDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { fieldFault } from '../written-values/field-fault.ts';
import type { DraftPrices } from './draft-prices.ts';
import { linePlace } from './in-words.ts';
import { mappedValue } from './mapped-value.ts';
import type { DraftCompany, OrderContent, OrderContentLine, OrderDraftSettings } from './order-content.ts';
import { pairedValues } from './paired-values.ts';

/** Fields of a line that a field pair may fill; UDF_ columns besides. */
export const pairableLineFields = [
  'warehouseCode',
  'unitOfMeasure',
  'description',
  'promiseDate',
  'discountPercent'
] as const;

/** The draft's lines, and for each the place of the line of Salesforce that it is made of. */
export interface LineDrafts {
  readonly lines: readonly SalesOrderLineDraft[];
  readonly origins: readonly number[];
  readonly faults: readonly FieldFault[];
}

interface LineParts {
  readonly object: OrderContent['object'];
  readonly settings: OrderDraftSettings;
  readonly company: DraftCompany;
  readonly prices: DraftPrices | undefined;
}

/**
 * Lines of a draft: each line of Salesforce whose item is known, its comment behind it. The unit of measure is Sage's own
 * sales unit, unless a field pair gives one.
 */
export function lineDrafts(
  lines: readonly OrderContentLine[],
  itemCodes: readonly (string | undefined)[],
  parts: LineParts
): LineDrafts {
  const drafts: SalesOrderLineDraft[] = [];
  const origins: number[] = [];
  const faults: FieldFault[] = [];
  lines.forEach((line, index) => {
    const made = lineDraft(line, index, itemCodes[index], parts);
    faults.push(...made.faults);
    for (const draft of made.lines) {
      drafts.push(draft);
      origins.push(index);
    }
  });
  return { lines: drafts, origins, faults };
}

function lineDraft(
  line: OrderContentLine,
  index: number,
  itemCode: string | undefined,
  { object, settings, company, prices }: LineParts
): { readonly lines: readonly SalesOrderLineDraft[]; readonly faults: readonly FieldFault[] } {
  const place = linePlace(line, index);
  const pairs = settings.fieldPairs.filter((pair) => pair.object === lineObjects[object]);
  const paired = pairedValues(pairs, line.row, pairableLineFields, company.timeZone);
  const quantity = plainNumber(line.quantity);
  const discount = plainNumber(paired.fields.discountPercent ?? line.discountPercent ?? '0');
  const faults = [...paired.faults.map((fault) => ({ ...fault, field: `${place}: ${fault.field}` }))];
  if (quantity === undefined) faults.push(noNumber('LB504', `${place}: Quantity`, line.quantity));
  if (discount === undefined)
    faults.push(noNumber('LB506', `${place}: Discount`, line.discountPercent ?? ''));
  if (itemCode === undefined || quantity === undefined || discount === undefined)
    return { lines: [], faults };
  const discountPercent = new Decimal(discount).isZero() ? undefined : discount;
  const item: SalesOrderLineDraft = {
    kind: 'item',
    itemCode,
    quantity,
    ...given('unitPrice', prices?.priceOf({ quantity, unitPrice: line.unitPrice, discountPercent })),
    ...given('discountPercent', discountPercent),
    ...given(
      'warehouseCode',
      mappedValue('Warehouse', paired.fields.warehouseCode ?? line.warehouseCode, settings.valueMappings)
    ),
    ...given('unitOfMeasure', paired.fields.unitOfMeasure),
    ...given('description', paired.fields.description),
    ...given('promiseDate', paired.fields.promiseDate ?? line.serviceDate),
    ...(pairs.length > 0 && { userDefinedFields: { ...paired.userDefinedFields } })
  };
  const comment = line.comment?.trim() ?? '';
  return { lines: comment === '' ? [item] : [item, { kind: 'comment', text: comment }], faults };
}

const lineObjects = { Opportunity: 'OpportunityLineItem', Order: 'OrderItem' } as const;

/** A number as drafts take it: plain, and without more digits than Sage's widest column has. */
function plainNumber(text: string): string | undefined {
  if (!/^-?\d{1,13}(\.\d+)?$/.test(text)) return undefined;
  const number = new Decimal(text);
  return number.decimalPlaces() > 6 ? undefined : number.toFixed();
}

function noNumber(code: 'LB504' | 'LB506', field: string, value: string): FieldFault {
  return fieldFault(code, { field, value }, 'It is not a number with at most six digits after the point.');
}

/** A property that is left out when there is nothing to say. */
export function given<Name extends string>(
  name: Name,
  value: string | null | undefined
): Partial<Record<Name, string>> {
  if (value === undefined || value === null || value === '') return {};
  const property: Partial<Record<Name, string>> = {};
  property[name] = value;
  return property;
}
