import type { FieldValues } from '../../mapping/field-value.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import { rowsByValues } from '../engine/record/read-salesforce.ts';
import { salesforceFieldsOf } from '../engine/record/salesforce-fields.ts';
import { textOf, valuesOfRow } from '../engine/record/salesforce-values.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import type { MappingParts } from './mapping-parts.ts';

/** What samples are read with. */
export type SampleParts = Pick<MappingParts, 'store' | 'salesforce'> & {
  readonly sage: { readonly records: SageRecords };
};

/** A record of Sage as an example of its fields. */
export interface SageSample {
  readonly key: string;
  readonly values: FieldValues;
}

/** The record of a key; else one that is linked, since both sides show it; else the first. Undefined where there is none. */
export async function sageSample(
  { store, sage }: SampleParts,
  pair: ObjectPair,
  key: string | undefined
): Promise<SageSample | undefined> {
  const reads = pair.reads(sage.records);
  const wanted = key ?? (await store.links.page(pair.entity, 1))[0]?.sageKey;
  const [found] = wanted === undefined ? [] : await reads.byKeys([wanted]);
  const record = found ?? (key === undefined ? await firstOf(reads.scan()) : undefined);
  if (record === undefined) return undefined;
  return { key: pair.description.keyOf(record), values: pair.description.valuesOf(record) };
}

async function firstOf(pages: AsyncIterable<readonly unknown[]>): Promise<unknown> {
  for await (const [first] of pages) if (first !== undefined) return first;
  return undefined;
}

/** The record of Salesforce that is linked with a key of Sage, or names it; undefined where there is none. @throws LB783, LB70x. */
export async function salesforceSample(
  { store, salesforce }: SampleParts,
  pair: ObjectPair,
  { key, fields }: { readonly key: string; readonly fields: readonly string[] }
): Promise<{ readonly id: string; readonly values: FieldValues } | undefined> {
  const { salesforceObject: object, keyField } = pair;
  const link = await store.links.bySageKey(pair.entity, key);
  const where = link === undefined ? keyField : 'Id';
  const values = [link?.salesforceId ?? key];
  const types = await salesforceFieldsOf(object, salesforce.schema);
  const [row] = await rowsByValues(salesforce.records, { object, fields, where, values });
  return row === undefined
    ? undefined
    : { id: textOf(row, 'Id') ?? '', values: valuesOfRow(row, fields, types) };
}
