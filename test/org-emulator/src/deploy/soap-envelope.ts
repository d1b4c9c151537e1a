import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { SalesforceError } from '../errors/salesforce-error.ts';
import { xmlElement } from './xml-element.ts';

/** A call by SOAP: the session of its header, the operation's name and what is handed to it. */
export interface SoapCall {
  readonly sessionId: string;
  readonly operation: string;
  readonly parameters: unknown;
}

const metadataNamespace = 'http://soap.sforce.com/2006/04/metadata';
const soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';

const lists = new Set(['queries', 'runTests']);
const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  isArray: (name) => lists.has(name)
});

const envelopeSchema = z.looseObject({
  Envelope: z.looseObject({
    Header: z
      .looseObject({ SessionHeader: z.looseObject({ sessionId: z.string() }).optional() })
      .or(z.literal(''))
      .optional(),
    Body: z.record(z.string(), z.unknown())
  })
});

/** Reads a SOAP envelope. Throws a fault of the client for text that is none. */
export function readEnvelope(text: string): SoapCall {
  const parsed = envelopeSchema.safeParse(parse(text));
  if (!parsed.success) throw badEnvelope('The request is not a SOAP envelope');
  const { Header, Body } = parsed.data.Envelope;
  const [operation, parameters] = Object.entries(Body)[0] ?? [];
  if (operation === undefined) throw badEnvelope('The body of the SOAP envelope is empty');
  const sessionId = typeof Header === 'object' ? Header.SessionHeader?.sessionId : undefined;
  return { sessionId: sessionId ?? '', operation, parameters };
}

/** The answer of an operation. A list stands as an element for each of its items, what is undefined is left out. */
export function writeAnswer(operation: string, result: unknown): string {
  const namespace = ` xmlns="${metadataNamespace}"`;
  return envelope(xmlElement(`${operation}Response`, { result }, namespace));
}

/** A refusal, with Salesforce's code in its fault code and its text. */
export function writeFault({ code, message }: SalesforceError): string {
  const isClients = code === clientFault;
  return envelope(
    xmlElement('soapenv:Fault', {
      faultcode: isClients ? code : `sf:${code}`,
      faultstring: isClients ? message : `${code}: ${message}`
    })
  );
}

function envelope(body: string): string {
  const namespaces = ` xmlns:soapenv="${soapNamespace}" xmlns:sf="${metadataNamespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope${namespaces}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

function parse(text: string): unknown {
  try {
    return parser.parse(text, true);
  } catch {
    throw badEnvelope('The request is not well-formed XML');
  }
}

/** The fault code of requests that are no SOAP (SOAP 1.1, "SOAP Fault Codes"). */
const clientFault = 'soapenv:Client';

function badEnvelope(message: string): SalesforceError {
  return new SalesforceError(500, clientFault, message);
}
