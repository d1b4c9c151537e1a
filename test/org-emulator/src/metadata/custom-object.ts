import { z } from 'zod';
import { type CustomFieldMetadata, fieldLists, readInlineField } from './custom-field.ts';
import {
  listViews,
  type ListViewMetadata,
  partLists,
  recordTypes,
  type RecordTypeMetadata,
  validationRules,
  type ValidationRuleMetadata
} from './object-parts.ts';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text, whole } from './xml.ts';

const parts = z.array(z.looseObject({ fullName: text })).default([]);

const schema = z.strictObject({
  fullName: ignored,
  label: text.optional(),
  pluralLabel: text.optional(),
  nameField: z
    .strictObject({
      label: text.optional(),
      type: z.enum(['AutoNumber', 'Text'], {
        error: ({ input }) => `name fields of type ${String(input)} are not supported by the local org`
      }),
      displayFormat: text.optional(),
      startingNumber: whole.optional(),
      trackHistory: flag.optional(),
      trackFeedHistory: ignored
    })
    .optional(),
  sharingModel: text.optional(),
  eventType: z
    .literal('HighVolume', { error: 'only HighVolume platform events are supported by the local org' })
    .optional(),
  publishBehavior: z.enum(['PublishAfterCommit', 'PublishImmediately']).optional(),
  fields: parts,
  validationRules: parts,
  recordTypes: parts,
  listViews: parts,
  description: ignored,
  deploymentStatus: ignored,
  externalSharingModel: ignored,
  visibility: ignored,
  enableActivities: ignored,
  enableBulkApi: ignored,
  enableEnhancedLookup: ignored,
  enableFeeds: ignored,
  enableHistory: ignored,
  enableReports: ignored,
  enableSearch: ignored,
  enableSharing: ignored,
  enableStreamingApi: ignored,
  enableLicensing: ignored,
  allowInChatterGroups: ignored,
  compactLayoutAssignment: ignored,
  compactLayouts: ignored,
  fieldSets: ignored,
  webLinks: ignored,
  actionOverrides: ignored,
  searchLayouts: ignored,
  recordTypeTrackHistory: ignored,
  recordTypeTrackFeedHistory: ignored,
  startsWith: ignored,
  gender: ignored
});

/** A custom object, or what the package says about a standard one. */
export type CustomObjectMetadata = Pick<
  z.infer<typeof schema>,
  'label' | 'nameField' | 'pluralLabel' | 'publishBehavior' | 'sharingModel'
> & { readonly file: SourceFile; readonly fullName: string };

/** What an object's file holds: the object, and in metadata format its parts. */
export interface ObjectFile {
  /** Undefined where the file brings parts only, as when a single field of a custom object is deployed. */
  readonly object: CustomObjectMetadata | undefined;
  readonly fields: readonly CustomFieldMetadata[];
  readonly validationRules: readonly ValidationRuleMetadata[];
  readonly recordTypes: readonly RecordTypeMetadata[];
  readonly listViews: readonly ListViewMetadata[];
}

const lists = [
  'fields',
  'validationRules',
  'recordTypes',
  'listViews',
  'actionOverrides',
  ...fieldLists,
  ...partLists
];

/** Reads `objects/X/X.object-meta.xml` or `objects/X.object`. */
export function readCustomObject(file: SourceFile): ObjectFile {
  const xml = readMetadata(file, { root: 'CustomObject', lists, schema });
  const { label, pluralLabel, nameField, publishBehavior, sharingModel } = xml;
  const { fullName } = file;
  const isWhole = label !== undefined || !/__(?:c|e|mdt)$/.test(fullName);
  const read = <T>(
    raw: readonly { readonly fullName: string }[],
    inline: (file: SourceFile, component: string, xml: unknown) => T
  ): T[] => raw.map((part) => inline(file, `${fullName}.${part.fullName}`, part));
  return {
    object: isWhole
      ? { file, fullName, label, pluralLabel, nameField, publishBehavior, sharingModel }
      : undefined,
    fields: read(xml.fields, readInlineField),
    validationRules: read(xml.validationRules, validationRules.inline),
    recordTypes: read(xml.recordTypes, recordTypes.inline),
    listViews: read(xml.listViews, listViews.inline)
  };
}
