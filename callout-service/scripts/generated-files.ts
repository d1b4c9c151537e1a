import { format, resolveConfig } from 'prettier';
import { answerSchemas } from '../src/api/openapi/answer-schemas.ts';
import { buildDocument } from '../src/api/openapi/document.ts';
import { buildRegistrationXml } from '../src/api/openapi/registration.ts';
import { registrations } from '../src/api/openapi/registrations.ts';
import { buildConfigurationPage } from './configuration-page.ts';
import { buildErrorPage } from './error-page.ts';
import { flowXml } from './flow-xml.ts';
import { buildMappingPage } from './mapping-page.ts';
import { buildPackageNames } from './package-names.ts';
import { pageFlow, pageFlowName } from './page-flow.ts';
import { pageOperations } from './page-operations.ts';

/** The root of the repository. */
export const repositoryRoot = new URL('../../', import.meta.url);

/** A file of the repository that is made from the source, and must never be edited by hand. */
export interface GeneratedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly content: string;
}

/** Every generated file, formatted as the repository's formatter would. */
export async function buildGeneratedFiles(): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = [
    { path: 'docs/errors.md', content: buildErrorPage() },
    { path: 'docs/configuration.md', content: buildConfigurationPage() },
    { path: 'docs/mapping.md', content: buildMappingPage() },
    { path: 'callout-service/src/salesforce/port/package-names.ts', content: buildPackageNames() },
    { path: 'docs/openapi/reader.json', content: JSON.stringify(buildDocument('reader')) },
    { path: 'docs/openapi/writer.json', content: JSON.stringify(buildDocument('writer')) },
    { path: 'docs/openapi/admin.json', content: JSON.stringify(buildDocument('admin')) },
    ...Object.entries(answerSchemas).map(([name, schema]) => ({
      path: `docs/openapi/${name}`,
      content: JSON.stringify(schema)
    })),
    ...registrations.map((registration) => ({
      path: `force-app/main/connection/externalServiceRegistrations/${registration.name}.externalServiceRegistration-meta.xml`,
      content: buildRegistrationXml(registration)
    })),
    ...pageOperations.map((operation) => ({
      path: `force-app/main/connection/flows/${pageFlowName(operation.definition)}.flow-meta.xml`,
      content: flowXml(pageFlow(operation))
    }))
  ];
  return Promise.all(files.map(formatFile));
}

async function formatFile({ path, content }: GeneratedFile): Promise<GeneratedFile> {
  const { pathname } = new URL(path, repositoryRoot);
  return { path, content: await format(content, { ...(await resolveConfig(pathname)), filepath: pathname }) };
}
