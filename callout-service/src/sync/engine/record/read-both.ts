import type { FieldValues } from '../../../mapping/field-value.ts';
import type { SalesforceRow } from '../../../salesforce/port/salesforce-records.ts';
import type { EngineParts } from './engine-parts.ts';
import type { PairAtWork } from './pair-at-work.ts';
import { rowsByValues } from './read-salesforce.ts';
import { fieldsOfMapping } from './salesforce-fields.ts';
import { textOf, utcOf, valuesOfRow } from './salesforce-values.ts';

/** A record of Salesforce as it is now. */
export interface SalesforceSide {
  readonly id: string;
  /** What its key field holds; null where it is blank. */
  readonly key: string | null;
  readonly values: FieldValues;
  readonly changedAt: string | null;
  readonly row: SalesforceRow;
}

/** Records of Salesforce whose field has one of the values, with everything that merging looks at. */
export async function salesforceSides(
  { records }: Pick<EngineParts, 'records'>,
  at: PairAtWork,
  where: string,
  values: readonly string[]
): Promise<readonly SalesforceSide[]> {
  const rows = await rowsByValues(records, {
    object: at.fields.object,
    fields: fieldsToRead(at),
    where,
    values
  });
  return rows.map((row) => sideOf(row, at));
}

/** Everything that merging looks at. */
export function fieldsToRead({ pair, mapping, missingField }: PairAtWork): readonly string[] {
  const { keyField, references, saveReferences = [] } = pair;
  return [
    ...new Set([
      ...['Id', keyField, 'SystemModstamp'],
      ...fieldsOfMapping(mapping.content),
      ...[...references, ...saveReferences].map(({ field }) => field),
      ...(missingField === undefined ? [] : [missingField])
    ])
  ];
}

export function sideOf(row: SalesforceRow, { pair, mapping, fields }: PairAtWork): SalesforceSide {
  const stamp = textOf(row, 'SystemModstamp');
  return {
    id: textOf(row, 'Id') ?? '',
    key: textOf(row, pair.keyField),
    values: valuesOfRow(row, fieldsOfMapping(mapping.content), fields),
    changedAt: stamp === null ? null : utcOf(stamp),
    row
  };
}
