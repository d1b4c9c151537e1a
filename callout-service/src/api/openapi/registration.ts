import type { OpenApiDocument } from './document.ts';

/** One External Service registration. */
export interface Registration {
  /** The developer name: the file's name, and the first part of a flow's action name. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly namedCredential: string;
  readonly document: OpenApiDocument;
}

/**
 * The metadata of a registration whose schema is the document itself. Elements and their order are those of
 * ExternalServiceRegistration in the Metadata API.
 */
export function buildRegistrationXml(registration: Registration): string {
  const { document } = registration;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ExternalServiceRegistration xmlns="http://soap.sforce.com/2006/04/metadata">',
    element('description', registration.description),
    element('label', registration.label),
    element('namedCredentialReference', registration.namedCredential),
    ...operationNames(document).map(
      (name) =>
        `    <operations>\n        <active>true</active>\n        <name>${name}</name>\n    </operations>`
    ),
    element('registrationProviderType', 'Custom'),
    element('schema', JSON.stringify(document)),
    element('schemaType', 'OpenApi3'),
    element('schemaUploadFileExtension', 'json'),
    element('schemaUploadFileName', registration.name.toLowerCase()),
    element('serviceBinding', JSON.stringify(serviceBinding)),
    element('status', 'Complete'),
    element('systemVersion', '6'),
    '</ExternalServiceRegistration>',
    ''
  ].join('\n');
}

/**
 * Problem details that come from outside an operation (a wrong path) are JSON of their own media type, which External
 * Services know only by a binding (Metadata API, ExternalServiceRegistration, serviceBinding).
 */
const serviceBinding = {
  host: '',
  basePath: '/',
  allowedSchemes: [],
  requestMediaTypes: [],
  responseMediaTypes: [],
  compatibleMediaTypes: { 'application/problem+json': 'application/json' }
};

/** External Services keep operation names in lower case; ours need no other change. */
function operationNames(document: OpenApiDocument): string[] {
  return Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .map((operation) => operation.operationId.toLowerCase());
}

function element(name: string, text: string): string {
  return `    <${name}>${escapeXml(text)}</${name}>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
