import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text, whole } from './xml.ts';

const fieldTypes = [
  'AutoNumber',
  'Checkbox',
  'Currency',
  'Date',
  'DateTime',
  'Email',
  'Html',
  'LongTextArea',
  'Lookup',
  'MultiselectPicklist',
  'Number',
  'Percent',
  'Phone',
  'Picklist',
  'Text',
  'TextArea',
  'Url'
] as const;

const picklistValue = z.object({ fullName: text, label: text.optional(), default: flag.optional() });

const schema = z.strictObject({
  fullName: text,
  label: text,
  type: z.enum(fieldTypes, {
    error: ({ input }) => `field type ${String(input)} is not supported by the local org`
  }),
  length: whole.optional(),
  precision: whole.optional(),
  scale: whole.optional(),
  required: flag.optional(),
  unique: flag.optional(),
  caseSensitive: flag.optional(),
  externalId: flag.optional(),
  defaultValue: text.optional(),
  inlineHelpText: text.optional(),
  referenceTo: text.optional(),
  relationshipName: text.optional(),
  relationshipLabel: ignored,
  deleteConstraint: ignored,
  valueSet: z
    .object({
      restricted: flag.optional(),
      valueSetDefinition: z.object({ value: z.array(picklistValue).default([]) })
    })
    .optional(),
  description: ignored,
  trackHistory: ignored,
  trackFeedHistory: ignored,
  trackTrending: ignored,
  visibleLines: ignored,
  businessStatus: ignored,
  securityClassification: ignored,
  complianceGroup: ignored
});

/** A field of the package, with the object it stands on. */
export type CustomFieldMetadata = z.infer<typeof schema> & {
  readonly file: SourceFile;
  readonly objectName: string;
};

/** Reads `objects/X/fields/Y.field-meta.xml`; the folder above `fields` names the object. */
export function readCustomField(file: SourceFile): CustomFieldMetadata {
  const xml = readMetadata(file, { root: 'CustomField', lists: ['value'], schema });
  return { ...xml, file, objectName: basename(dirname(dirname(file.path))) };
}
