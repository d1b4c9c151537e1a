import type { FieldDefinition, FieldValue, RecordValues, SummaryDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';
import type { ReferenceSource } from '../computed/reference-value.ts';
import { compileSummaryFilters } from './summary-filter.ts';

/** A roll-up summary, seen from the details that it sums up. */
export interface RollUp {
  readonly master: ObjectDefinition;
  /** The summary field on the master. */
  readonly field: FieldDefinition;
  readonly operation: SummaryDefinition['operation'];
  /** Name of the details' field that leads to the master. */
  readonly lookup: string;
  /** What a detail brings; undefined where it does not count. */
  readonly contribution: (detail: RecordValues) => FieldValue | undefined;
}

/** Summaries that the platform itself keeps (Object Reference, "Order", TotalAmount). */
const standardSummaries: Readonly<Record<string, Readonly<Record<string, SummaryDefinition>>>> = {
  Order: {
    TotalAmount: {
      operation: 'sum',
      detailObject: 'OrderItem',
      detailLookup: 'OrderId',
      detailField: 'TotalPrice',
      filters: []
    }
  }
};

/** All summaries that records of the detail object count towards. */
export function rollUpsOf(schema: Schema, source: ReferenceSource, detail: ObjectDefinition): RollUp[] {
  const masters = detail.fields.flatMap(({ referenceTo }) => referenceTo);
  return [...new Set(masters)].flatMap((name) => {
    const master = schema.object(name);
    if (!master) return [];
    return master.fields.flatMap((field) => {
      const summary = field.summary ?? standardSummaries[master.name]?.[field.name];
      if (summary?.detailObject !== detail.name) return [];
      return [makeRollUp(source, { master, field, summary, detail })];
    });
  });
}

interface SummaryPlace {
  readonly master: ObjectDefinition;
  readonly field: FieldDefinition;
  readonly summary: SummaryDefinition;
  readonly detail: ObjectDefinition;
}

function makeRollUp(source: ReferenceSource, { master, field, summary, detail }: SummaryPlace): RollUp {
  const counts = compileSummaryFilters(source, detail, summary.filters);
  const summed = detail.field(summary.detailField ?? '');
  const lookup = detail.field(summary.detailLookup)?.name ?? summary.detailLookup;
  const contribution = (record: RecordValues): FieldValue | undefined => {
    if (!counts(record)) return undefined;
    return summed ? source.valueOf(detail, record, summed) : null;
  };
  return { master, field, operation: summary.operation, lookup, contribution };
}
