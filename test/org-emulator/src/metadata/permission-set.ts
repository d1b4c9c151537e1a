import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text } from './xml.ts';

const list = <T extends z.ZodRawShape>(shape: T) => z.array(z.strictObject(shape)).default([]);

/** User permissions that the local org knows. Only those that `UserAccess` asks for have an effect. */
export const knownUserPermissions = [
  'ActivateOrder',
  'ActivitiesAccess',
  'ApiEnabled',
  'AssignPermissionSets',
  'BulkApiHardDelete',
  'CreateAuditFields',
  'EditActivatedOrders',
  'EditTask',
  'ManageInteraction',
  'ModifyAllData',
  'RunFlow',
  'RunReports',
  'ViewAllData',
  'ViewHelpLink',
  'ViewRoles',
  'ViewSetup'
] as const;

/** A permission that concerns no single object. */
export type UserPermission = (typeof knownUserPermissions)[number];

const schema = z.strictObject({
  label: text,
  description: text.optional(),
  objectPermissions: list({
    object: text,
    allowRead: flag,
    allowCreate: flag,
    allowEdit: flag,
    allowDelete: flag,
    viewAllRecords: flag.optional(),
    modifyAllRecords: flag.optional(),
    viewAllFields: flag.optional()
  }),
  fieldPermissions: list({ field: text, readable: flag.optional(), editable: flag }),
  flowAccesses: list({ flow: text, enabled: flag }),
  externalCredentialPrincipalAccesses: list({ externalCredentialPrincipal: text, enabled: flag }),
  userPermissions: list({
    name: z.enum(knownUserPermissions, {
      error: ({ input }) => `the user permission ${String(input)} is not supported by the local org`
    }),
    enabled: flag
  }),
  customPermissions: list({ name: text, enabled: flag }),
  recordTypeVisibilities: list({ recordType: text, visible: flag, default: flag.optional() }),
  tabSettings: list({ tab: text, visibility: z.enum(['Available', 'None', 'Visible']) }),
  applicationVisibilities: list({ application: text, visible: flag, default: flag.optional() }),
  customMetadataTypeAccesses: list({ name: text, enabled: flag }),
  hasActivationRequired: ignored,
  license: ignored
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
  'externalCredentialPrincipalAccesses',
  'userPermissions',
  'customPermissions',
  'recordTypeVisibilities',
  'tabSettings',
  'applicationVisibilities',
  'customMetadataTypeAccesses'
];

/** Reads `permissionsets/X.permissionset-meta.xml`. */
export function readPermissionSet(file: SourceFile): PermissionSetMetadata {
  return { ...readMetadata(file, { root: 'PermissionSet', lists, schema }), file, fullName: file.fullName };
}
