import type { CustomFieldMetadata } from '../metadata/custom-field.ts';
import type { FieldDefinition } from './field.ts';
import type { ObjectDefinition } from './object.ts';

/** What a roll-up summary sums up. Its own type follows from that, once all fields are known. */
export function summaryProperties(metadata: CustomFieldMetadata): Partial<FieldDefinition> {
  const [detailObject = '', detailLookup = ''] = (metadata.summaryForeignKey ?? '').split('.');
  const operation = metadata.summaryOperation ?? 'count';
  return {
    precision: 18,
    nillable: operation === 'max' || operation === 'min',
    defaultValue: operation === 'max' || operation === 'min' ? null : 0,
    summary: {
      operation,
      detailObject,
      detailLookup,
      detailField: metadata.summarizedField?.split('.')[1] ?? null,
      filters: metadata.summaryFilterItems.map(({ field, operation: operator, value }) => ({
        field: field.split('.')[1] ?? field,
        operation: operator,
        value: value ?? ''
      }))
    }
  };
}

/** The objects with the type, precision and scale that each roll-up takes over from the field it sums up. */
export function withSummaryTypes(objects: readonly ObjectDefinition[]): ObjectDefinition[] {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  return objects.map((object) => {
    const changed = object.fields.flatMap((field) => {
      const { summary } = field;
      if (!summary?.detailField) return [];
      const source = byName.get(summary.detailObject.toLowerCase())?.field(summary.detailField);
      return source ? [{ ...field, type: source.type, scale: source.scale }] : [];
    });
    return changed.length === 0 ? object : object.withFields(changed);
  });
}
