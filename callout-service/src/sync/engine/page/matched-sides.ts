import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { MappingContent } from '../../../mapping/mapping-content.ts';
import type { FieldValues } from '../../../mapping/field-value.ts';
import { quoted } from '../../../salesforce/port/salesforce-records.ts';
import type { EngineParts } from '../record/engine-parts.ts';
import type { PairAtWork } from '../record/pair-at-work.ts';
import { fieldsToRead, sideOf, type SalesforceSide } from '../record/read-both.ts';
import { inBreaths } from './in-breaths.ts';
import type { PageRow } from './page-row.ts';

/** What the match keys found for a record of Sage: one record, or several, of which none is guessed. */
export interface Match {
  readonly side?: SalesforceSide;
  readonly error?: LedgerBridgeError;
}

/** Characters of the conditions of one query as they stand in the address, of the 16 KiB that it may have in all. */
const LONGEST_CONDITION = 6_000;
/** A value found more often than this is no key; more would only be read to be refused. */
const MOST_ROWS = 1_000;

/**
 * Looks for records of Salesforce that are not linked and name no key, by the match keys in their order. Two records of
 * Sage that find the same one are in each other's way: none gets it.
 */
export async function matchedSides(
  parts: Pick<EngineParts, 'records' | 'store'>,
  at: PairAtWork,
  rows: readonly PageRow[]
): Promise<ReadonlyMap<string, Match>> {
  const found = new Map<string, Match>();
  for (const index of at.mapping.content.matchKeys.keys()) {
    const open = rows.filter(({ key }) => !found.has(key));
    const candidates = await freeCandidates(parts, at, open, index);
    const wanted = await textsOf(at, open, index);
    for (const [place, row] of open.entries()) {
      const text = wanted[place] ?? null;
      const hits = text === null ? [] : (candidates.get(text) ?? []);
      if (hits.length > 1) found.set(row.key, { error: severalFit(at, row, hits) });
      else if (hits[0] !== undefined) found.set(row.key, { side: hits[0] });
    }
  }
  return withoutRivals(at, rows, found);
}

/** What Sage has in the match key; null where it is no key for the record. */
function textsOf(at: PairAtWork, rows: readonly PageRow[], index: number) {
  return inBreaths(rows, ({ values }) => at.mapping.matchValues('sage', values)[index] ?? null);
}

/** Records without key and link of their own, by what they have in the match key. */
async function freeCandidates(
  { records, store }: Pick<EngineParts, 'records' | 'store'>,
  at: PairAtWork,
  rows: readonly PageRow[],
  index: number
): Promise<ReadonlyMap<string | null, readonly SalesforceSide[]>> {
  const sides = new Map<string, SalesforceSide>();
  const list = fieldsToRead(at).join(', ');
  const object = at.fields.object;
  const conditions = await inBreaths(rows, ({ values }) => conditionOf(at, values, index));
  for (const condition of joined(conditions.flat())) {
    const where = `${at.pair.keyField} = null AND (${condition})`;
    const found = await records.all(`SELECT ${list} FROM ${object} WHERE ${where} LIMIT ${MOST_ROWS}`);
    for (const side of found.map((row) => sideOf(row, at))) sides.set(side.id, side);
  }
  const linked = sides.size === 0 ? [] : await store.links.bySalesforceIds(at.pair.entity, [...sides.keys()]);
  const taken = new Set(linked.map(({ salesforceId }) => salesforceId));
  const free = [...sides.values()].filter(({ id }) => !taken.has(id));
  const texts = await inBreaths(free, ({ values }) => at.mapping.matchValues('salesforce', values)[index]);
  return Map.groupBy(free, (_, place) => texts[place] ?? null);
}

/** Conditions together as long as an address takes. */
function joined(conditions: readonly string[]): readonly string[] {
  const lists: string[][] = [];
  let length = LONGEST_CONDITION;
  for (const condition of new Set(conditions)) {
    const size = encodeURIComponent(condition).length + 8;
    if (length + size > LONGEST_CONDITION) {
      lists.push([]);
      length = 0;
    }
    lists.at(-1)?.push(condition);
    length += size;
  }
  return lists.map((list) => list.join(' OR '));
}

/**
 * What Salesforce is asked for: equal texts in the fields of the match key. It may ask for more than match, and what is
 * written otherwise in Salesforce is not found, as a telephone number with other strokes.
 */
function conditionOf(at: PairAtWork, values: FieldValues, index: number): readonly string[] {
  const { mapping, fields } = at;
  if ((mapping.matchValues('sage', values)[index] ?? null) === null) return [];
  const wanted = mapping.toSalesforce(values).values;
  const tests = fieldsOfKey(mapping.content, index).flatMap((field) => {
    const value = wanted[field];
    const isText = ['string', 'picklist', 'phone', 'email', 'url'].includes(fields.typeOf(field) ?? '');
    return typeof value === 'string' && isText ? [`${field} = ${quoted(value)}`] : [];
  });
  return tests.length === 0 ? [] : [`(${tests.join(' AND ')})`];
}

function fieldsOfKey({ matchKeys, fields }: MappingContent, index: number): readonly string[] {
  const ids = new Set(matchKeys[index]);
  return fields.filter(({ id }) => ids.has(id)).flatMap(({ salesforce }) => salesforce);
}

function withoutRivals(
  at: PairAtWork,
  rows: readonly PageRow[],
  found: ReadonlyMap<string, Match>
): ReadonlyMap<string, Match> {
  const wanting = Map.groupBy(
    rows.filter(({ key }) => found.get(key)?.side !== undefined),
    ({ key }) => found.get(key)?.side?.id
  );
  const rivals = [...wanting.values()].filter((some) => some.length > 1).flat();
  const refused = rivals.map((row) => [row.key, { error: rivalry(at, row, rivals) }] as const);
  return new Map<string, Match>([...found, ...refused]);
}

function severalFit(
  { pair, fields }: PairAtWork,
  { key }: PageRow,
  hits: readonly SalesforceSide[]
): LedgerBridgeError {
  const ids = hits.map(({ id }) => id).join(', ');
  return new LedgerBridgeError('LB782', {
    detail: `By the match keys ${hits.length} records of ${fields.object} fit.`,
    subject: `${pair.entity} ${key}`,
    faults: [
      {
        code: 'LB782',
        field: pair.keyField,
        value: key,
        problem: `It may be ${ids}.`,
        fix: `Enter ${key} in ${pair.keyField} of the one that is meant, or merge them; then replay.`
      }
    ]
  });
}

function rivalry(
  { pair, fields }: PairAtWork,
  { key }: PageRow,
  rivals: readonly PageRow[]
): LedgerBridgeError {
  return new LedgerBridgeError('LB782', {
    detail: `By the match keys several records of Sage fit the same ${fields.object}.`,
    subject: `${pair.entity} ${rivals.map((rival) => rival.key).join(', ')}`,
    faults: [
      {
        code: 'LB782',
        field: pair.keyField,
        value: key,
        problem: `It is equal to ${rivals.length - 1} more in what the match keys compare.`,
        fix: `Enter the right key in ${pair.keyField} of the record that is meant, then replay.`
      }
    ]
  });
}
