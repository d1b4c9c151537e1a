import { z } from 'zod';
import { type PicklistValueMetadata, picklistValueSchema } from './custom-field.ts';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text } from './xml.ts';

/** Values that several picklists share: a global value set, or those of a standard picklist. */
export interface ValueSetMetadata {
  readonly file: SourceFile;
  readonly fullName: string;
  readonly values: readonly PicklistValueMetadata[];
}

const globalSchema = z.strictObject({
  customValue: z.array(picklistValueSchema).default([]),
  masterLabel: text,
  sorted: ignored,
  description: ignored
});

/** Reads `globalValueSets/X.globalValueSet-meta.xml`. */
export function readGlobalValueSet(file: SourceFile): ValueSetMetadata {
  const shape = { root: 'GlobalValueSet', lists: ['customValue'], schema: globalSchema };
  return { file, fullName: file.fullName, values: readMetadata(file, shape).customValue };
}

const standardSchema = z.strictObject({
  standardValue: z.array(picklistValueSchema).default([]),
  sorted: flag.optional(),
  groupingStringEnum: ignored
});

/** Reads `standardValueSets/X.standardValueSet-meta.xml`, such as those of order status and opportunity stage. */
export function readStandardValueSet(file: SourceFile): ValueSetMetadata {
  const shape = { root: 'StandardValueSet', lists: ['standardValue'], schema: standardSchema };
  return { file, fullName: file.fullName, values: readMetadata(file, shape).standardValue };
}
