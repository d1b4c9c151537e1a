import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text } from './xml.ts';

const schema = z.strictObject({
  label: text,
  description: ignored,
  namedCredential: text.optional(),
  namedCredentialReference: text.optional(),
  schema: text,
  schemaType: z.enum(['OpenApi3'], {
    error: ({ input }) => `schema type ${String(input)} is not supported by the local org`
  }),
  status: text.optional(),
  operations: z.array(z.strictObject({ name: text, active: flag })).default([]),
  registrationProvider: ignored,
  registrationProviderType: text.optional(),
  registrationProviderAsset: ignored,
  schemaUrl: ignored,
  schemaUploadFileExtension: ignored,
  schemaUploadFileName: ignored,
  schemaAbsoluteUrl: ignored,
  serviceBinding: ignored,
  systemVersion: ignored
});

/** An OpenAPI document made into flow actions, bound to one named credential. */
export type ExternalServiceRegistrationMetadata = z.infer<typeof schema> & {
  readonly file: SourceFile;
  readonly fullName: string;
};

/** Reads `externalServiceRegistrations/X.externalServiceRegistration-meta.xml`. */
export function readExternalServiceRegistration(file: SourceFile): ExternalServiceRegistrationMetadata {
  const shape = { root: 'ExternalServiceRegistration', lists: ['operations'], schema };
  return { ...readMetadata(file, shape), file, fullName: file.fullName };
}

/** Developer name of the registration's named credential; the reference supersedes the older element. */
export function namedCredentialOf(registration: ExternalServiceRegistrationMetadata): string | undefined {
  return registration.namedCredentialReference ?? registration.namedCredential;
}
