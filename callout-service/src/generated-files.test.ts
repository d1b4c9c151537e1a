import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildGeneratedFiles, repositoryRoot } from '../scripts/generated-files.ts';
import { buildDocument } from './api/openapi/document.ts';
import { registrations } from './api/openapi/registrations.ts';

const files = await buildGeneratedFiles();
const read = (path: string) => readFileSync(new URL(path, repositoryRoot), 'utf8');

const registrationFile = z.object({
  ExternalServiceRegistration: z.looseObject({ schema: z.string(), serviceBinding: z.string() })
});

describe('generated files', () => {
  it.each(files)('when the source is as it is, then $path is up to date', ({ path, content }) => {
    expect(read(path), 'run: npm run generate -w callout-service').toBe(content);
  });

  it.each(registrations)('when $name is read, then its schema is the document', ({ name, document }) => {
    const path = `force-app/main/connection/externalServiceRegistrations/${name}.externalServiceRegistration-meta.xml`;
    const { ExternalServiceRegistration: registration } = registrationFile.parse(
      new XMLParser({ parseTagValue: false }).parse(read(path))
    );
    expect(JSON.parse(registration.schema)).toEqual(document);
    expect(JSON.parse(registration.serviceBinding)).toHaveProperty('compatibleMediaTypes');
    expect(registration).toMatchObject({
      status: 'Complete',
      schemaType: 'OpenApi3',
      registrationProviderType: 'Custom',
      systemVersion: '6',
      namedCredentialReference: name.replace('SageCallout', 'Sage_Callout_')
    });
  });

  it('when a document is published, then it is the one of the registration', () => {
    expect(JSON.parse(read('docs/openapi/reader.json'))).toEqual(buildDocument('reader'));
    expect(registrations.map(({ document }) => document.info.title)).toEqual([
      buildDocument('reader').info.title,
      buildDocument('writer').info.title,
      buildDocument('admin').info.title
    ]);
  });
});
