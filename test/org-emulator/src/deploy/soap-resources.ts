import express, { type ErrorRequestHandler, type Request, Router } from 'express';
import { notSupported, SalesforceError } from '../errors/salesforce-error.ts';
import { asSalesforceError } from '../errors/unexpected-error.ts';
import type { Org } from '../org.ts';
import { isApiVersion } from '../rest/api-versions.ts';
import { authenticateToken } from '../rest/authenticate.ts';
import { noteTokenInBody } from '../rest/http/body-token.ts';
import { countRequest } from '../rest/http/meter-requests.ts';
import { pathParameter } from '../rest/resource.ts';
import { type MetadataCall, metadataOperations } from './metadata-operations.ts';
import { deployingUser } from './deploying-user.ts';
import { readEnvelope, type SoapCall, writeAnswer, writeFault } from './soap-envelope.ts';

/** The largest zip of a deployment is 39 MB, which base64 makes a third longer. */
const largestRequest = '60mb';

/** Interfaces by SOAP that the local org does not have, by their part of the path. */
const unsupported = { u: 'Partner', c: 'Enterprise', T: 'Tooling', s: 'Apex' } as const;

/** The Metadata API by SOAP, at `/services/Soap`. The other interfaces by SOAP, and their log-in, are refused by name. */
export function soapResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.use(express.text({ type: () => true, limit: largestRequest }));
  router.post('/m/:version', (request, response) => {
    const call = readEnvelope(bodyOf(request));
    noteTokenInBody(request, call.sessionId);
    if (org.sessions.userId(call.sessionId) !== undefined) countRequest(org, request);
    const result = answer(org, pathParameter(request, 'version'), call);
    response.type('text/xml').send(writeAnswer(call.operation, result));
  });
  for (const [path, name] of Object.entries(unsupported)) {
    router.post([`/${path}/:version`, `/${path}/:version/*rest`], (request) => {
      const { operation } = readEnvelope(bodyOf(request));
      throw notSupported(`${operation} of the ${name} API by SOAP`);
    });
  }
  router.use(faultHandler);
  return router;
}

const faultHandler: ErrorRequestHandler = (thrown, _request, response, _next) => {
  // A SOAP fault is a 500 whatever is at fault (SOAP 1.1, "SOAP HTTP Response").
  response
    .status(500)
    .type('text/xml')
    .send(writeFault(asSalesforceError(thrown)));
};

function answer(org: Org, version: string, call: SoapCall): unknown {
  if (!isApiVersion(`v${version}`)) {
    throw new SalesforceError(
      500,
      'UNSUPPORTED_API_VERSION',
      `Invalid Api version specified on URL: ${version}`
    );
  }
  const operation = metadataOperations[call.operation];
  if (operation === undefined) throw notSupported(`${call.operation} of the Metadata API`);
  return operation(metadataCall(org, version, call));
}

function metadataCall(org: Org, version: string, { sessionId, parameters }: SoapCall): MetadataCall {
  const user = deployingUser(requireUser(org, sessionId, version));
  return { org, version, user, parameters };
}

function requireUser(org: Org, sessionId: string, version: string) {
  if (org.sessions.userId(sessionId) !== undefined) return authenticateToken(org, sessionId, 'soap', version);
  const message = 'Invalid Session ID found in SessionHeader: Illegal Session. Session not found';
  throw new SalesforceError(500, 'INVALID_SESSION_ID', message);
}

function bodyOf({ body }: Request): string {
  return typeof body === 'string' ? body : '';
}
