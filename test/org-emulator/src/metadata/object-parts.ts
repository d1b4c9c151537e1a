import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, readPart, text } from './xml.ts';

const validationRule = z.strictObject({
  fullName: text,
  active: flag,
  errorConditionFormula: text,
  errorDisplayField: text.optional(),
  errorMessage: text,
  description: ignored
});

const recordType = z.strictObject({
  fullName: text,
  active: flag,
  label: text,
  description: text.optional(),
  compactLayoutAssignment: ignored,
  picklistValues: z
    .array(
      z.strictObject({
        picklist: text,
        values: z.array(z.strictObject({ fullName: text, default: flag.optional() })).default([])
      })
    )
    .default([])
});

const listView = z.strictObject({
  fullName: text,
  label: text,
  columns: z.array(text).default([]),
  filterScope: z.enum(['Everything', 'Mine'], {
    error: ({ input }) => `the scope ${String(input)} is not supported by the local org`
  }),
  filters: z.array(z.strictObject({ field: text, operation: text, value: text.optional() })).default([]),
  booleanFilter: text.optional(),
  language: ignored,
  sharedTo: ignored
});

/** A rule that refuses records (Metadata API, ValidationRule). */
export type ValidationRuleMetadata = Part<typeof validationRule>;
/** A record type, with the values that its picklists offer. */
export type RecordTypeMetadata = Part<typeof recordType>;
/** A list of an object's records. Columns and filter fields are named as list views name them. */
export type ListViewMetadata = Part<typeof listView>;

type Part<T extends z.ZodType> = z.infer<T> & Place;

interface Place {
  readonly file: SourceFile;
  readonly objectName: string;
}

/** A part of an object that has a file of its own, or stands in the object's file. */
export interface PartReader<T> {
  readonly fromFile: (file: SourceFile) => T;
  readonly inline: (file: SourceFile, component: string, xml: unknown) => T;
}

/** Elements of the parts that may repeat. */
export const partLists = ['picklistValues', 'values', 'columns', 'filters'];

function partReader<T>(root: string, schema: z.ZodType<T>): PartReader<T & Place> {
  return {
    fromFile: (file) => {
      const xml = readMetadata(file, { root, lists: partLists, schema });
      return { ...xml, file, objectName: file.objectName ?? '' };
    },
    inline: (file, component, xml) => ({
      ...readPart(file, component, schema, xml),
      file,
      objectName: file.fullName
    })
  };
}

export const validationRules = partReader('ValidationRule', validationRule);
export const recordTypes = partReader('RecordType', recordType);
export const listViews = partReader('ListView', listView);
