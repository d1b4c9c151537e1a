import { salesOrderDraftSchema, type SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { draftPrices } from './draft-prices.ts';
import { headerDraft } from './header-draft.ts';
import { inWords } from './in-words.ts';
import { lineDrafts } from './line-drafts.ts';
import { fieldFault } from '../written-values/field-fault.ts';
import type { DraftCompany, OrderContent, OrderDraftSettings } from './order-content.ts';

/** What an order is for. */
export interface DraftSubject {
  /** As `01-ABF`. */
  readonly customerNo: string;
  /** The item of each line of Salesforce; undefined where none was found. */
  readonly itemCodes: readonly (string | undefined)[];
}

/** An order as it is to stand in Sage, made of what could be used; and everything that could not. */
export interface OrderDraftAnswer {
  readonly draft: SalesOrderDraft;
  /** For each line of the draft, the place of the line of Salesforce that it is made of. */
  readonly origins: readonly number[];
  readonly faults: readonly FieldFault[];
  /** For people, in the order in which it was decided. */
  readonly story: readonly string[];
}

/**
 * Makes the sales order of an opportunity or order. Pure: the same content, settings, rates and day give the same draft.
 * Faults do not end it, so that people are told all of them at once.
 */
export function orderDraft(
  content: OrderContent,
  { customerNo, itemCodes }: DraftSubject,
  settings: OrderDraftSettings,
  company: DraftCompany
): OrderDraftAnswer {
  const { header, faults, remarks } = headerDraft(content, settings, company);
  const priced = draftPrices(content, header.orderDate ?? company.today, settings, company);
  const prices = priced.usable ? priced.prices : undefined;
  const made = lineDrafts(content.lines, itemCodes, { object: content.object, settings, company, prices });
  const order = { requestKey: content.orderKey, customerNo, kind: 'standard', ...header, lines: made.lines };
  const checked = salesOrderDraftSchema.safeParse(order);
  const shape = checked.success ? [] : shapeFaults(checked.error.issues, order);
  return {
    draft: checked.success ? checked.data : { ...bare(content, customerNo), lines: [...made.lines] },
    origins: made.origins,
    faults: [
      ...(priced.usable ? [] : [priced.fault]),
      ...faults,
      ...made.faults,
      ...inWords(shape, content, made.origins)
    ],
    story: [...remarks, ...(prices === undefined ? [] : [prices.story(pricedLines(content))])]
  };
}

function bare(content: OrderContent, customerNo: string): SalesOrderDraft {
  return { requestKey: content.orderKey, customerNo, kind: 'standard', lines: [] };
}

/** Values of field pairs that no draft can hold, as a day that is none: each by its field. */
function shapeFaults(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  order: unknown
): FieldFault[] {
  return issues.map(({ path, message }) => {
    const field = path.reduce<string>(
      (text, step) =>
        typeof step === 'number'
          ? `${text}[${step}]`
          : text === ''
            ? String(step)
            : `${text}.${String(step)}`,
      ''
    );
    return fieldFault(
      'LB756',
      { field, value: textAt(order, path) },
      `The value cannot be used: ${message}.`
    );
  });
}

function textAt(value: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = value;
  for (const step of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
  return typeof at === 'string' ? at : '';
}

function pricedLines({ lines }: OrderContent) {
  return lines
    .filter(({ quantity, unitPrice }) => [quantity, unitPrice].every((text) => /^-?\d+(\.\d+)?$/.test(text)))
    .map(({ quantity, unitPrice, discountPercent }) => ({
      quantity,
      unitPrice,
      discountPercent: discountPercent ?? undefined
    }));
}
