import { Router } from 'express';
import { notFound, notSupported, SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { pathParameter, queryParameter, resource, type RestAnswer, type RestCall } from '../rest/resource.ts';

/**
 * Objects of the Tooling API that an org has only under conditions that the local org does not meet: production orgs
 * keep sandboxes, orgs with source tracking their source's members. Clients ask for them to find out what org it is.
 */
const objectsOfOtherOrgs = new Set(['SandboxInfo', 'SandboxProcess', 'SourceMember']);

/**
 * What clients ask of the Tooling API to know the org, below `tooling`. All else, such as `MetadataContainer`, is
 * refused by name.
 */
export function toolingResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.get('/query', resource(org, query));
  router.get('/sobjects/:object/describe', resource(org, describe));
  return router;
}

function query({ request }: RestCall): RestAnswer {
  const soql = queryParameter(request, 'q') ?? '';
  const name = /\bFROM\s+(?<object>\w+)/i.exec(soql)?.groups?.object;
  if (name === undefined) throw notSupported('GET tooling/query');
  if (!objectsOfOtherOrgs.has(name)) throw notSupported(`GET tooling/query of ${name}`);
  throw new SalesforceError(400, 'INVALID_TYPE', `sObject type '${name}' is not supported.`);
}

function describe({ request }: RestCall): RestAnswer {
  const name = pathParameter(request, 'object');
  if (objectsOfOtherOrgs.has(name)) throw notFound();
  throw notSupported(`GET tooling/sobjects/${name}/describe`);
}
