import { Decimal } from 'decimal.js';
import type { SalesOrderLineChange } from '../../canonical/drafts/sales-order-draft.ts';
import { differing, type ChangedFields } from './changed-fields.ts';
import { flatLine, type FlatValues } from './sent-order.ts';
import type { DraftItemLine } from './wanted-lines.ts';

type LineFields = Extract<SalesOrderLineChange, { action: 'change' }>['line'];

/** What of a line changed in Salesforce since it was last sent; `inSage` tells what people made of it there. */
export function changedLine(
  line: DraftItemLine,
  sent: FlatValues,
  inSage: { readonly quantityOrdered: string } | undefined
): ChangedFields & { readonly changed: LineFields } {
  const now = flatLine(line);
  const story: string[] = [];
  const userDefinedFields: Record<string, string | null> = {};
  let changed: LineFields = {};
  for (const name of differing(now, sent)) {
    const value = now[name] ?? null;
    if (name.startsWith('UDF_')) userDefinedFields[name] = value;
    else if (name === 'discountPercent') changed = { ...changed, discountPercent: value ?? '0' };
    else if (value === null) {
      story.push(`${name} is blank in Salesforce now; Sage keeps what it has.`);
      continue;
    } else changed = { ...changed, ...linePart(line, name) };
    if (sent[name] !== undefined)
      story.push(`${name} was ${sent[name] ?? 'blank'} and is ${value ?? 'blank'}.`);
    if (name === 'quantity' && wasChanged(sent[name], inSage))
      story.push(
        `its quantity changed on both sides: Salesforce's replaces ${inSage?.quantityOrdered ?? ''} of Sage.`
      );
  }
  if (Object.keys(userDefinedFields).length > 0) changed = { ...changed, userDefinedFields };
  return { changed, story };
}

function linePart({ kind: _kind, itemCode: _item, ...fields }: DraftItemLine, name: string): LineFields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field === name));
}

function wasChanged(
  sent: string | null | undefined,
  inSage: { readonly quantityOrdered: string } | undefined
): boolean {
  return (
    typeof sent === 'string' && inSage !== undefined && !new Decimal(inSage.quantityOrdered).equals(sent)
  );
}
