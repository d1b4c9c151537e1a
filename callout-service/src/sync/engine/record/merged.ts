import { digestOf } from '../../../mapping/digest.ts';
import type { FieldValues } from '../../../mapping/field-value.ts';
import type { Direction } from '../../../mapping/mapping-content.ts';
import type { FieldDecision, MergeResult } from '../../../mapping/merge/merge.ts';
import type { SalesforceFields } from '../../../salesforce/port/salesforce-records.ts';
import type { PointsAt } from '../page/references.ts';
import type { EngineAgreed } from './link-agreed.ts';
import type { PairAtWork } from './pair-at-work.ts';
import type { SalesforceSide } from './read-both.ts';

/** One record on both sides, as they are now. */
export interface BothSides {
  readonly key: string | undefined;
  readonly sage: FieldValues | undefined;
  readonly salesforce: SalesforceSide | undefined;
  readonly changedInSage: string | null;
  readonly agreed: EngineAgreed;
  /** Undefined where Sage has no record. */
  readonly place: PointsAt | undefined;
}

/** What is to be written where, and what both agree on then. */
export interface Merged {
  readonly toSalesforce: SalesforceFields;
  readonly toSage: FieldValues;
  readonly agreed: Partial<EngineAgreed>;
  readonly conflicts: readonly FieldDecision[];
  readonly faults: MergeResult['faults'];
  readonly decisions: readonly FieldDecision[];
}

/** Compares both sides with what they agreed on last, field by field, and the records that they point at. */
export function mergeSides(
  at: PairAtWork,
  sides: BothSides,
  decided?: Readonly<Record<string, 'sage' | 'salesforce'>>
): Merged {
  const { sage, salesforce, agreed } = sides;
  const input = {
    sage,
    salesforce: salesforce?.values,
    agreed: agreed.mapped,
    changedAt: { sage: sides.changedInSage, salesforce: salesforce?.changedAt ?? null },
    ...(decided !== undefined && { decided })
  };
  const result = at.mapping.merge(input, passableWay(at, sides) ?? at.mapping.content.direction);
  return {
    toSalesforce: sage === undefined ? {} : { ...result.toSalesforce, ...besidesValues(at, sides) },
    toSage: at.pair.writtenOnce === true && sides.key !== undefined ? {} : result.toSage,
    agreed: { mapped: result.agreed, digest: sageDigest(at, sides), references: sides.place?.keys },
    conflicts: result.decisions.filter(({ outcome }) => outcome === 'conflict'),
    faults: result.faults,
    decisions: result.decisions
  };
}

/**
 * The way that values may go: each side's filter says which of its records leave it. Undefined where there is none, since
 * the record passes neither filter, or not that of the mapping's only direction.
 */
export function passableWay(
  { mapping }: PairAtWork,
  { sage, salesforce }: Pick<BothSides, 'sage' | 'salesforce'>
): Direction | undefined {
  const { direction } = mapping.content;
  const fromSage = direction !== 'to-sage' && sage !== undefined && mapping.takesSage(sage);
  const fromSalesforce =
    direction !== 'to-salesforce' && salesforce !== undefined && mapping.takesSalesforce(salesforce.values);
  if (fromSage && fromSalesforce) return 'both';
  if (fromSage) return 'to-salesforce';
  return fromSalesforce ? 'to-sage' : undefined;
}

/** Key, references, and the mark of a record that had vanished and is back. */
function besidesValues(at: PairAtWork, sides: BothSides): SalesforceFields {
  const { pair, missingField, mapping } = at;
  const { key, salesforce, agreed } = sides;
  if (mapping.content.direction === 'to-sage') return keyField(pair.keyField, key, salesforce);
  const isMarked = missingField !== undefined && salesforce?.row[missingField] === true;
  return {
    ...changedReferences(at, sides),
    ...keyField(pair.keyField, key, salesforce),
    ...(isMarked && agreed.vanished && { [missingField]: false }),
    ...(salesforce === undefined && pair.marks !== undefined && { [pair.marks.field]: pair.marks.given })
  };
}

function keyField(
  field: string,
  key: string | undefined,
  salesforce: SalesforceSide | undefined
): SalesforceFields {
  return key === undefined || salesforce?.key === key ? {} : { [field]: key };
}

/**
 * A record that Sage has moved is moved in Salesforce; one that a person moved there stays, since Sage did not say
 * anything new.
 */
function changedReferences(
  { fields, mapping }: PairAtWork,
  { place, salesforce, agreed }: BothSides
): SalesforceFields {
  if (place === undefined) return {};
  const changed = Object.entries(place.ids).filter(([field, id]) => {
    if (salesforce === undefined) return id !== null;
    const now = salesforce.row[field] ?? null;
    if (now === id || place.onlyForNew.has(field) || fields.isOnlyForNew(field)) return false;
    if (now === null) return true;
    const before = agreed.references;
    if (before === undefined) return mapping.content.master === 'sage' && id !== null;
    return before[field] !== place.keys[field] && id !== null;
  });
  return Object.fromEntries(changed);
}

const MAPPING_CHARACTERS = 10;

/**
 * Of the mapping, and of everything in Sage that it looks at: while it is the same, Sage has nothing new to say. The part
 * behind the point is of Sage alone.
 */
export function sageDigest(
  { mapping }: PairAtWork,
  { sage, place }: Pick<BothSides, 'sage' | 'place'>
): string | undefined {
  if (sage === undefined) return undefined;
  const { fields, filter } = mapping.content;
  const names = new Set([
    ...fields.flatMap((map) => [...map.sage, ...(map.onlyIf?.toSalesforce ?? []).map(({ field }) => field)]),
    ...filter.sage.map(({ field }) => field)
  ]);
  const values = [...names].map((name) => [`value ${name}`, sage[name] ?? null] as const);
  const keys = Object.entries(place?.keys ?? {}).map(([field, key]) => [`reference ${field}`, key] as const);
  const said = digestOf(Object.fromEntries([...values, ...keys]));
  return `${mapping.digest.slice(0, MAPPING_CHARACTERS)}.${said}`;
}
