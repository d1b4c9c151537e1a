import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text } from './xml.ts';

const schema = z.strictObject({
  label: text,
  description: text.optional(),
  objectPermissions: z
    .array(
      z.strictObject({
        object: text,
        allowRead: flag,
        allowCreate: flag,
        allowEdit: flag,
        allowDelete: flag,
        viewAllRecords: ignored,
        modifyAllRecords: ignored,
        viewAllFields: ignored
      })
    )
    .default([]),
  fieldPermissions: z
    .array(z.strictObject({ field: text, readable: flag.optional(), editable: flag }))
    .default([]),
  flowAccesses: z.array(z.strictObject({ flow: text, enabled: flag })).default([]),
  externalCredentialPrincipalAccesses: z
    .array(z.strictObject({ externalCredentialPrincipal: text, enabled: flag }))
    .default([]),
  hasActivationRequired: ignored,
  license: ignored,
  applicationVisibilities: ignored,
  tabSettings: ignored,
  customPermissions: ignored,
  pageAccesses: ignored,
  recordTypeVisibilities: ignored,
  userPermissions: ignored
});

/** What a permission set grants. Field names are `Object.Field`, principals are `Credential-Principal`. */
export type PermissionSetMetadata = z.infer<typeof schema> & {
  readonly file: SourceFile;
  readonly fullName: string;
};

const lists = [
  'objectPermissions',
  'fieldPermissions',
  'flowAccesses',
  'externalCredentialPrincipalAccesses'
];

/** Reads `permissionsets/X.permissionset-meta.xml`. */
export function readPermissionSet(file: SourceFile): PermissionSetMetadata {
  return { ...readMetadata(file, { root: 'PermissionSet', lists, schema }), file, fullName: file.fullName };
}
