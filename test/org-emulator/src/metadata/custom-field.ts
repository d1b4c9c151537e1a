import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, readPart, text, whole } from './xml.ts';

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
  'MasterDetail',
  'MultiselectPicklist',
  'Number',
  'Percent',
  'Phone',
  'Picklist',
  'Summary',
  'Text',
  'TextArea',
  'Time',
  'Url'
] as const;

/** Elements of a field that may repeat. */
export const fieldLists = [
  'valueSetDefinition.value',
  'valueSettings',
  'controllingFieldValue',
  'summaryFilterItems'
];

/** A value of a picklist, as fields and value sets write it. */
export const picklistValueSchema = z.strictObject({
  fullName: text,
  label: text.optional(),
  default: flag.optional(),
  isActive: flag.optional(),
  description: ignored,
  color: ignored,
  closed: flag.optional(),
  won: flag.optional(),
  probability: whole.optional(),
  forecastCategory: text.optional(),
  groupingString: text.optional(),
  groupingStringEnum: text.optional(),
  allowEmail: ignored,
  converted: ignored,
  cssExposed: ignored,
  highPriority: ignored,
  reverseRole: ignored,
  reviewed: ignored
});

/** A value of a picklist, as its metadata says it. */
export type PicklistValueMetadata = z.infer<typeof picklistValueSchema>;

const valueSet = z.strictObject({
  restricted: flag.optional(),
  controllingField: text.optional(),
  valueSetName: text.optional(),
  valueSetDefinition: z
    .strictObject({ sorted: ignored, value: z.array(picklistValueSchema).default([]) })
    .optional(),
  valueSettings: z
    .array(z.strictObject({ valueName: text, controllingFieldValue: z.array(text).default([]) }))
    .default([])
});

const schema = z.strictObject({
  fullName: text,
  label: text.optional(),
  type: z
    .enum(fieldTypes, {
      error: ({ input }) => `field type ${String(input)} is not supported by the local org`
    })
    .optional(),
  length: whole.optional(),
  precision: whole.optional(),
  scale: whole.optional(),
  required: flag.optional(),
  unique: flag.optional(),
  caseSensitive: flag.optional(),
  externalId: flag.optional(),
  defaultValue: text.optional(),
  displayFormat: text.optional(),
  startingNumber: whole.optional(),
  formula: text.optional(),
  formulaTreatBlanksAs: z.enum(['BlankAsBlank', 'BlankAsZero']).optional(),
  inlineHelpText: text.optional(),
  referenceTo: text.optional(),
  relationshipName: text.optional(),
  relationshipLabel: text.optional(),
  relationshipOrder: whole.optional(),
  reparentableMasterDetail: flag.optional(),
  writeRequiresMasterRead: ignored,
  deleteConstraint: z.enum(['Cascade', 'Restrict', 'SetNull']).optional(),
  summarizedField: text.optional(),
  summaryForeignKey: text.optional(),
  summaryOperation: z.enum(['count', 'max', 'min', 'sum']).optional(),
  summaryFilterItems: z
    .array(z.strictObject({ field: text, operation: text, value: text.optional() }))
    .default([]),
  valueSet: valueSet.optional(),
  trackHistory: flag.optional(),
  description: ignored,
  trackFeedHistory: ignored,
  trackTrending: ignored,
  visibleLines: ignored,
  fieldManageability: ignored,
  isFilteringDisabled: ignored,
  isNameField: ignored,
  isSortingDisabled: ignored,
  populateExistingRows: ignored,
  translateData: ignored,
  businessOwnerGroup: ignored,
  businessOwnerUser: ignored,
  businessStatus: ignored,
  securityClassification: ignored,
  complianceGroup: ignored
});

/** A field of the package, with the object it stands on. A standard field has no type. */
export type CustomFieldMetadata = z.infer<typeof schema> & {
  readonly file: SourceFile;
  readonly objectName: string;
};

/** Reads `objects/X/fields/Y.field-meta.xml`; the folder above `fields` names the object. */
export function readCustomField(file: SourceFile): CustomFieldMetadata {
  const xml = readMetadata(file, { root: 'CustomField', lists: fieldLists, schema });
  return { ...xml, file, objectName: file.objectName ?? '' };
}

/** Reads a field that stands inside its object's file. */
export function readInlineField(file: SourceFile, component: string, xml: unknown): CustomFieldMetadata {
  return { ...readPart(file, component, schema, xml), file, objectName: file.fullName };
}
