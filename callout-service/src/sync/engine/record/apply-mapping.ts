import { passes } from '../../../mapping/conditions.ts';
import { digestOf } from '../../../mapping/digest.ts';
import type { EntityDescription } from '../../../mapping/entities/entity-description.ts';
import type { FieldValues } from '../../../mapping/field-value.ts';
import type { Direction, MappingContent } from '../../../mapping/mapping-content.ts';
import { matchValues } from '../../../mapping/match/match-values.ts';
import type { MergeContext } from '../../../mapping/merge/merge-context.ts';
import { mergeRecord } from '../../../mapping/merge/merge-record.ts';
import { mappedFields } from '../../../mapping/schemas/mapped-fields.ts';
import type { MergeInput, MergeResult } from '../../../mapping/merge/merge.ts';
import type { FieldFault } from '../../../errors/ledger-bridge-error.ts';
import type { EngineParts } from './engine-parts.ts';

/** Values of Salesforce that a record of Sage gives. */
export interface MappedValues {
  /** By API name; null empties a field. */
  readonly values: FieldValues;
  readonly faults: readonly FieldFault[];
}

/** A mapping together with all that its transforms must know: from here on it is only applied. */
export interface AppliedMapping {
  readonly content: MappingContent;
  /** Differs when anything in the mapping does. */
  readonly digest: string;
  /** What Salesforce is to have by what Sage has, whatever it has now. */
  toSalesforce(sage: FieldValues): MappedValues;
  /** With a direction narrower than the mapping's own where one is given. */
  merge(input: MergeInput, direction?: Direction): MergeResult;
  /** Whether a record is among those that are to be kept in step. */
  takesSage(sage: FieldValues): boolean;
  takesSalesforce(salesforce: FieldValues): boolean;
  /** A text for each match key, null where the record lacks a part of it: two records match when both have the same one. */
  matchValues(side: 'sage' | 'salesforce', values: FieldValues): readonly (string | null)[];
}

/** What a mapping leads from and to. */
export interface MappingEnds {
  readonly content: MappingContent;
  readonly description: Omit<EntityDescription<unknown>, 'keyOf' | 'valuesOf' | 'changedAt'>;
  readonly salesforceObject: string;
  /** Fields of Salesforce that are filled without a field map. */
  readonly filled: readonly string[];
}

/** Makes a mapping ready, with the fields that both systems have now. @throws LedgerBridgeError LB3xx, LB70x, LB751. */
export async function applyMapping(
  parts: Pick<EngineParts, 'catalogue' | 'schema' | 'integration' | 'timeZone' | 'clock'>,
  ends: MappingEnds
): Promise<AppliedMapping> {
  return appliedMapping(ends.content, await mergeContext(parts, ends));
}

async function mergeContext(
  parts: Pick<EngineParts, 'catalogue' | 'schema' | 'integration' | 'timeZone' | 'clock'>,
  { description, salesforceObject, filled }: MappingEnds
): Promise<MergeContext> {
  const [settings, salesforce, ...described] = await Promise.all([
    parts.integration.current(),
    parts.schema.describe(salesforceObject),
    ...tablesOf(description).map((table) => parts.catalogue.describe(table))
  ]);
  const tables = described.filter((table) => table !== undefined);
  return {
    businessCountry: settings.businessCountry,
    timeZone: parts.timeZone,
    today: parts.clock().setZone(parts.timeZone).toISODate() ?? '',
    exchangeRates: settings.exchangeRates.map(({ from, to, ...rate }) => ({
      fromCurrency: from,
      toCurrency: to,
      ...rate
    })),
    fields: mappedFields({
      entity: description,
      tables,
      salesforce,
      filled: { sage: [], salesforce: filled }
    })
  };
}

function tablesOf({ table, fields }: MappingEnds['description']): readonly string[] {
  const named = fields.flatMap(({ column }) => (column === undefined ? [] : [column.split('.')[0] ?? '']));
  return [...new Set([...(table === undefined ? [] : [table]), ...named])].filter((name) => name !== '');
}

/** A mapping with what its transforms must know. */
function appliedMapping(content: MappingContent, context: MergeContext): AppliedMapping {
  return {
    content,
    digest: digestOf({ content: JSON.stringify(content) }),
    toSalesforce(sage) {
      const { toSalesforce, faults } = mergeRecord(content, fromSageAlone(sage), context);
      return { values: toSalesforce, faults };
    },
    merge: (input, direction = content.direction) => mergeRecord({ ...content, direction }, input, context),
    takesSage: (sage) => passes(content.filter.sage, sage),
    takesSalesforce: (salesforce) => passes(content.filter.salesforce, salesforce),
    matchValues: (side, values) => matchValues(content, side, values, context)
  };
}

function fromSageAlone(sage: FieldValues): MergeInput {
  const changedAt = { sage: null, salesforce: null };
  return { sage, salesforce: undefined, agreed: undefined, changedAt };
}
