import { z } from 'zod';
import { ignored, text, whole } from '../../metadata/xml.ts';
import { dataTypeSchema, type DeclaredType } from '../data-type.ts';
import { type RecordFilter, recordFilterSchema } from '../record-filter.ts';

/** Choices from records, from a collection of records, or from a picklist. */
export interface DynamicChoiceSet {
  readonly name: string;
  readonly type: DeclaredType;
  readonly displayField: string | undefined;
  readonly valueField: string | undefined;
  readonly source:
    | {
        readonly kind: 'records';
        readonly object: string;
        readonly filterLogic: string;
        readonly filters: readonly RecordFilter[];
        readonly limit: number | undefined;
        readonly sortField: string | undefined;
        readonly sortOrder: 'Asc' | 'Desc';
      }
    | { readonly kind: 'collection'; readonly reference: string }
    | {
        readonly kind: 'picklist';
        readonly object: string;
        readonly field: string;
      };
}

export const choiceSetSchema = z
  .strictObject({
    name: text,
    dataType: dataTypeSchema,
    collectionReference: text.optional(),
    displayField: text.optional(),
    valueField: text.optional(),
    object: text.optional(),
    filterLogic: text.default('and'),
    filters: z.array(recordFilterSchema).default([]),
    limit: whole.optional(),
    picklistField: text.optional(),
    picklistObject: text.optional(),
    sortField: text.optional(),
    sortOrder: z.enum(['Asc', 'Desc']).default('Asc'),
    description: ignored,
    processMetadataValues: ignored
  })
  .transform((xml): DynamicChoiceSet => {
    const { name, displayField, valueField, filterLogic, filters, limit, sortField, sortOrder } = xml;
    const common = {
      name,
      type: { dataType: xml.dataType, isCollection: false },
      displayField,
      valueField
    };
    if (xml.collectionReference !== undefined) {
      return {
        ...common,
        source: { kind: 'collection', reference: xml.collectionReference }
      };
    }
    const { picklistField, picklistObject, object = '' } = xml;
    if (picklistField !== undefined && picklistObject !== undefined) {
      return {
        ...common,
        source: {
          kind: 'picklist',
          object: picklistObject,
          field: picklistField
        }
      };
    }
    const sorted = { sortField, sortOrder };
    return {
      ...common,
      source: {
        kind: 'records',
        object,
        filterLogic,
        filters,
        limit,
        ...sorted
      }
    };
  });
