import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { ignored, readMetadata, text, whole } from './xml.ts';

const literal = text.refine((value) => !value.includes('{!'), {
  error: 'formula values are not supported by the local org'
});

const parameter = z.strictObject({
  parameterGroup: text.optional(),
  parameterName: text.optional(),
  parameterType: z.enum(['SigningCertificate', 'JwtBodyClaim', 'JwtHeaderClaim', 'NamedPrincipal'], {
    error: ({ input }) => `parameter type ${String(input)} is not supported by the local org`
  }),
  parameterValue: literal.optional(),
  certificate: text.optional(),
  sequenceNumber: whole.optional(),
  description: ignored
});

const schema = z.strictObject({
  label: text,
  description: ignored,
  authenticationProtocol: z.literal('Jwt', {
    error: 'only the Jwt protocol is supported by the local org'
  }),
  externalCredentialParameters: z.array(parameter).default([])
});

/** One parameter: a claim, the signing certificate, or a principal. */
export type ExternalCredentialParameter = z.infer<typeof parameter>;

/** How callouts authorise themselves: here, with a JWT signed by one of the org's certificates. */
export interface ExternalCredentialMetadata {
  readonly file: SourceFile;
  readonly fullName: string;
  readonly parameters: readonly ExternalCredentialParameter[];
}

/** Reads `externalCredentials/X.externalCredential-meta.xml`. */
export function readExternalCredential(file: SourceFile): ExternalCredentialMetadata {
  const lists = ['externalCredentialParameters'];
  const xml = readMetadata(file, { root: 'ExternalCredential', lists, schema });
  return { file, fullName: file.fullName, parameters: xml.externalCredentialParameters };
}

/** Names of the credential's principals, in the order in which Salesforce tries them. */
export function principalNames(credential: ExternalCredentialMetadata): string[] {
  return credential.parameters
    .filter((each) => each.parameterType === 'NamedPrincipal')
    .toSorted((a, b) => (a.sequenceNumber ?? 0) - (b.sequenceNumber ?? 0))
    .flatMap((each) => each.parameterName ?? each.parameterGroup ?? []);
}
