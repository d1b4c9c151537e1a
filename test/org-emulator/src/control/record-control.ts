import { Router } from 'express';
import { z } from 'zod';
import { loadSeeds } from '../bootstrap/seeds.ts';
import { administrator } from '../bootstrap/users.ts';
import { insertTree, treeSchema } from '../data/record-tree.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { readBody } from '../rest/resource.ts';
import { loadSnapshot, saveSnapshot } from './snapshot.ts';

const directoryBody = z.strictObject({ directory: z.string() });
const fileBody = z.strictObject({ file: z.string() });

/** `/reset`, `/seed`, `/snapshot` and `/settle`: the org's records as a whole, and the work that is going on. */
export function recordControl(org: Org): Router {
  const router = Router();
  router.post('/reset', (_request, response) => {
    org.reset();
    response.status(204).end();
  });
  router.post('/seed', (request, response) => {
    asRefusal(() => seed(org, readBody(request, z.union([directoryBody, treeSchema]))));
    response.status(204).end();
  });
  router.post('/snapshot/save', (request, response) => {
    asRefusal(() => saveSnapshot(org, readBody(request, fileBody).file));
    response.status(204).end();
  });
  router.post('/snapshot/load', (request, response) => {
    asRefusal(() => loadSnapshot(org, readBody(request, fileBody).file));
    response.status(204).end();
  });
  router.post('/settle', async (_request, response) => {
    await org.flows.settled();
    response.status(204).end();
  });
  return router;
}

/** Inserts a directory of sObject Tree files, or one posted sObject Tree, as the administrator. */
function seed(org: Org, what: z.infer<typeof directoryBody> | z.infer<typeof treeSchema>): void {
  if ('directory' in what) {
    loadSeeds(org, what.directory);
    return;
  }
  const access = org.access.findUser(administrator);
  if (!access) throw new Error(`The seeds need the user ${administrator}`);
  const outcome = insertTree(org, access, what.records);
  if (!outcome.hasErrors) return;
  const refusals = outcome.results.flatMap(({ referenceId, errors }) =>
    (errors ?? []).map(({ statusCode, message }) => `${referenceId}: ${statusCode}: ${message}`)
  );
  throw new Error(`The seed cannot be inserted: ${refusals.join('; ')}`);
}

/** What cannot be done with files and seeds is the asker's fault, not a defect of the org. */
function asRefusal(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof SalesforceError || !(error instanceof Error)) throw error;
    throw new SalesforceError(400, 'INVALID_INPUT', error.message);
  }
}
