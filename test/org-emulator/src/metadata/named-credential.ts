import { z } from 'zod';
import { MetadataLoadError } from './load-error.ts';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text } from './xml.ts';

/** Where a callout goes and which external credential authorises it. */
export interface NamedCredentialMetadata {
  readonly file: SourceFile;
  readonly fullName: string;
  readonly url: string;
  readonly externalCredential: string;
  readonly calloutsEnabled: boolean;
}

const parameter = z.strictObject({
  parameterName: text.optional(),
  parameterType: z.enum(['Url', 'Authentication'], {
    error: ({ input }) => `parameter type ${String(input)} is not supported by the local org`
  }),
  parameterValue: text.optional(),
  externalCredential: text.optional(),
  description: ignored,
  sequenceNumber: ignored
});

const schema = z.strictObject({
  label: text,
  namedCredentialType: z.literal('SecuredEndpoint', {
    error: 'only SecuredEndpoint named credentials are supported by the local org'
  }),
  calloutStatus: z.enum(['Enabled', 'Disabled']).optional(),
  generateAuthorizationHeader: z.literal('true', {
    error: 'only true is supported by the local org'
  }),
  allowMergeFieldsInBody: flag.optional(),
  allowMergeFieldsInHeader: flag.optional(),
  namedCredentialParameters: z.array(parameter).default([])
});

/** Reads `namedCredentials/X.namedCredential-meta.xml`. */
export function readNamedCredential(file: SourceFile): NamedCredentialMetadata {
  const xml = readMetadata(file, { root: 'NamedCredential', lists: ['namedCredentialParameters'], schema });
  const url = xml.namedCredentialParameters.find((each) => each.parameterType === 'Url')?.parameterValue;
  const credential = xml.namedCredentialParameters.find((each) => each.parameterType === 'Authentication');
  if (url === undefined || credential?.externalCredential === undefined) {
    const missing =
      url === undefined ? 'Url parameter' : 'Authentication parameter with an externalCredential';
    throw new MetadataLoadError([
      { file: file.shownPath, component: file.fullName, problem: `has no ${missing}` }
    ]);
  }
  return {
    file,
    fullName: file.fullName,
    url,
    externalCredential: credential.externalCredential,
    calloutsEnabled: xml.calloutStatus !== 'Disabled'
  };
}
