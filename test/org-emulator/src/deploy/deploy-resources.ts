import { Router } from 'express';
import { z } from 'zod';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { serve } from '../rest/http/allowed-methods.ts';
import {
  ok,
  pathParameter,
  queryParameter,
  readBody,
  resource,
  type RestAnswer,
  type RestCall
} from '../rest/resource.ts';
import { readDeployParts } from './deploy-multipart.ts';
import { deployOptionsSchema } from './deploy-options.ts';
import { deployResult } from './deploy-result.ts';
import { deployingUser } from './deploying-user.ts';
import type { Deployment } from './deployment.ts';

/** Deployments by REST, below `metadata` (Metadata API Developer Guide, "Deploying with REST"). */
export function deployResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  serve(router, '/deployRequest', { post: resource(org, start) });
  serve(router, '/deployRequest/:id', { get: resource(org, show), patch: resource(org, cancel) });
  return router;
}

function start(call: RestCall): RestAnswer | Promise<RestAnswer> {
  if (call.request.is('multipart/form-data')) return startMultipart(call);
  const { validatedDeployRequestId } = readBody(call.request, quickSchema);
  const user = deployingUser(call.access);
  return created(call.org.deployments.startValidated(validatedDeployRequestId, user));
}

async function startMultipart({ org, access, request }: RestCall): Promise<RestAnswer> {
  const user = deployingUser(access);
  const { json, zip } = await readDeployParts(request);
  return created(org.deployments.start(zip, readOptions(json), user));
}

function show(call: RestCall): RestAnswer {
  deployingUser(call.access);
  const deployment = call.org.deployments.find(pathParameter(call.request, 'id'));
  const includeDetails = queryParameter(call.request, 'includeDetails') === 'true';
  const url = `/services/data/${call.version}/metadata/deployRequest/${deployment.id}`;
  return ok({ ...head(deployment), url, deployResult: deployResult(deployment, includeDetails) });
}

function cancel({ org, access, request }: RestCall): RestAnswer {
  const user = deployingUser(access);
  readBody(request, cancelSchema);
  const deployment = org.deployments.cancel(pathParameter(request, 'id'), user);
  return { status: 202, body: { ...head(deployment), deployResult: deployResult(deployment, false) } };
}

const quickSchema = z.looseObject({ validatedDeployRequestId: z.string() });
const cancelSchema = z.looseObject({ deployResult: z.looseObject({ status: z.literal('Canceling') }) });
const optionsPart = z.looseObject({ deployOptions: deployOptionsSchema });

function created(deployment: Deployment): RestAnswer {
  return { status: 201, body: head(deployment) };
}

function head({ id, validatedId, options }: Deployment): Record<string, unknown> {
  return { id, validatedDeployRequestId: validatedId, deployOptions: options };
}

function readOptions(json: string): z.infer<typeof deployOptionsSchema> {
  const parsed = optionsPart.safeParse(jsonOf(json));
  if (parsed.success) return parsed.data.deployOptions;
  const [issue] = parsed.error.issues;
  const message = `The part json cannot be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
  throw new SalesforceError(400, 'JSON_PARSER_ERROR', message);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by the schema, with the same words as any other part that is no JSON object
  }
}
