import type { SalesOrderChange, SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import { comparedFields, type OrderInSage } from './order-in-sage.ts';
import { flatHeader, type FlatValues, type SentOrder } from './sent-order.ts';

type Header = NonNullable<SalesOrderChange['header']>;

/** Values that differ from those last sent; undefined stands for one that is blank now. */
export interface ChangedFields {
  readonly changed: object;
  readonly story: readonly string[];
}

/** Free texts, which may be emptied. Codes that an order must have stay as they are when Salesforce leaves them blank. */
const EMPTIED: ReadonlySet<string> = new Set([
  'customerPONo',
  'shipVia',
  'confirmTo',
  'emailAddress',
  'comment'
]);

/** The names of the values that differ from those last sent; all of them where nothing was. */
export function differing(now: FlatValues, before: FlatValues | undefined): string[] {
  const names = new Set([...Object.keys(now), ...Object.keys(before ?? {})]);
  return [...names].filter((name) => (now[name] ?? null) !== (before?.[name] ?? null));
}

/** What of the header changed in Salesforce since it was last sent. */
export function changedHeader(
  draft: SalesOrderDraft,
  order: OrderInSage,
  sent: SentOrder | undefined
): { readonly changed: Header; readonly story: readonly string[] } {
  const now = flatHeader(draft);
  const story: string[] = [];
  const userDefinedFields: Record<string, string | null> = {};
  let changed: Header = {};
  for (const name of differing(now, sent?.header ?? valuesInSage(Object.keys(now), order))) {
    const value = now[name] ?? null;
    if (name.startsWith('UDF_')) userDefinedFields[name] = value;
    else if (value === null && !EMPTIED.has(name)) {
      story.push(`${name} is blank in Salesforce now; Sage keeps what it has.`);
      continue;
    } else changed = { ...changed, ...headerPart(draft, name) };
    const replaced = changedInSage(name, sent, order);
    if (sent !== undefined && replaced === undefined) story.push(`${name} changed in Salesforce.`);
    if (replaced !== undefined && replaced !== value)
      story.push(`${name} changed on both sides: Salesforce's replaces "${replaced}" of Sage.`);
  }
  if (Object.keys(userDefinedFields).length > 0) changed = { ...changed, userDefinedFields };
  return { changed, story };
}

function headerPart(draft: SalesOrderDraft, name: string): Header {
  const { requestKey: _key, customerNo: _customer, kind: _kind, lines: _lines, ...header } = draft;
  return Object.hasOwn(header, name)
    ? Object.fromEntries(Object.entries(header).filter(([field]) => field === name))
    : Object.fromEntries([[name, '']]);
}

/** What Sage has of these fields, as far as it can be told: the base where nothing is known of what was sent. */
function valuesInSage(names: readonly string[], order: OrderInSage): FlatValues {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = valueInSage(name, order);
      return value === undefined ? [] : [[name, value]];
    })
  );
}

function valueInSage(name: string, order: OrderInSage): string | null | undefined {
  const field = comparedFields.find((each) => each === name);
  return name.startsWith('UDF_') ? order.userDefinedFields[name] : field && order[field];
}

/** What people made of a field in Sage since it was last sent; undefined where they left it alone. */
function changedInSage(name: string, sent: SentOrder | undefined, order: OrderInSage): string | undefined {
  const before = sent?.header[name];
  if (before === undefined || before === null) return undefined;
  const now = valueInSage(name, order);
  if (now === undefined) return undefined;
  return (now ?? '').trim().toUpperCase() === before.trim().toUpperCase() ? undefined : (now ?? '');
}
