import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { ignored, readMetadata, text } from './xml.ts';

/** A custom object, or what the package says about a standard one. */
export interface CustomObjectMetadata {
  readonly file: SourceFile;
  readonly fullName: string;
  readonly label: string | undefined;
  readonly pluralLabel: string | undefined;
  readonly nameFieldLabel: string | undefined;
}

const schema = z.strictObject({
  label: text.optional(),
  pluralLabel: text.optional(),
  nameField: z
    .strictObject({
      label: text,
      type: z.literal('Text', { error: 'only Text name fields are supported by the local org' }),
      trackHistory: ignored
    })
    .optional(),
  description: ignored,
  deploymentStatus: ignored,
  sharingModel: ignored,
  externalSharingModel: ignored,
  visibility: ignored,
  enableActivities: ignored,
  enableBulkApi: ignored,
  enableFeeds: ignored,
  enableHistory: ignored,
  enableReports: ignored,
  enableSearch: ignored,
  enableSharing: ignored,
  enableStreamingApi: ignored,
  enableLicensing: ignored,
  allowInChatterGroups: ignored,
  compactLayoutAssignment: ignored,
  actionOverrides: ignored,
  searchLayouts: ignored
});

/** Reads `objects/X/X.object-meta.xml`. */
export function readCustomObject(file: SourceFile): CustomObjectMetadata {
  const xml = readMetadata(file, { root: 'CustomObject', lists: ['actionOverrides'], schema });
  return {
    file,
    fullName: file.fullName,
    label: xml.label,
    pluralLabel: xml.pluralLabel,
    nameFieldLabel: xml.nameField?.label
  };
}
