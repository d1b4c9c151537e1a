import express, { type Express, Router } from 'express';
import { analyticsResources } from './analytics/analytics-resources.ts';
import { bulkResources } from './bulk/bulk-resources.ts';
import { deployResources } from './deploy/deploy-resources.ts';
import { soapResources } from './deploy/soap-resources.ts';
import { notFound } from './errors/salesforce-error.ts';
import { flowRuntimeResources } from './flow/screens/flow-runtime-resources.ts';
import { graphqlResources } from './graphql/graphql-resources.ts';
import type { Org } from './org.ts';
import { actionLists } from './rest/action-lists.ts';
import { apiVersions } from './rest/api-versions.ts';
import { collectionResources } from './rest/collection-resources.ts';
import { compositeResources } from './rest/composite/composite-resources.ts';
import { answerInside, type Dispatch } from './rest/composite/subrequest.ts';
import { restErrorHandler } from './rest/error-handler.ts';
import { flowActionResources } from './rest/flow-action-resources.ts';
import { collapseSlashes, overrideMethod } from './rest/http/clean-path.ts';
import { compressAnswers } from './rest/http/compress-answers.ts';
import { injectFaults } from './rest/http/inject-faults.ts';
import { meterRequests } from './rest/http/meter-requests.ts';
import { noteRequests } from './rest/http/note-requests.ts';
import { oauthResources } from './rest/oauth-resources.ts';
import { orgResources } from './rest/org-resources.ts';
import { queryResources } from './rest/query-resources.ts';
import { RecentItems } from './rest/recent-items.ts';
import { recentResources } from './rest/recent-resources.ts';
import { sobjectResources } from './rest/sobjects/sobject-resources.ts';
import { unsupportedResources } from './rest/unsupported-resources.ts';
import { toolingResources } from './tooling/tooling-resources.ts';
import { uiApiResources } from './ui-api/ui-api-resources.ts';

/** The org's HTTP interface, which is Salesforce's and nothing beside it. */
export function createServer(org: Org): Express {
  const app = bareApp();
  app.use(noteRequests(org), collapseSlashes, overrideMethod, injectFaults(org), compressAnswers);
  app.use(express.json({ limit: '10mb', strict: true }));
  app.use(oauthResources(org));
  app.use('/services/Soap', soapResources(org));
  app.get('/services/data', (_request, response) => {
    response.json(apiVersions());
  });
  const inside = bareApp();
  const resources = versionResources(org, (subrequest) => answerInside(inside, subrequest));
  app.use('/services/data/:version', meterRequests(org), resources);
  inside.use('/services/data/:version', resources);
  for (const each of [app, inside]) answerTheRest(each);
  return app;
}

function answerTheRest(app: Express): void {
  app.use(() => {
    throw notFound();
  });
  app.use(restErrorHandler);
}

/** All resources of an API version; `dispatch` answers requests that stand inside composite ones. */
function versionResources(org: Org, dispatch: Dispatch): Router {
  const router = Router({ mergeParams: true });
  router.use(orgResources(org));
  const recent = new RecentItems();
  router.use(recentResources(org, recent));
  router.use(queryResources(org));
  router.use('/sobjects', sobjectResources(org, recent));
  router.use('/composite', compositeResources(org, dispatch));
  router.use('/composite', collectionResources(org));
  router.use('/jobs', bulkResources(org));
  router.use('/metadata', deployResources(org));
  router.use('/graphql', graphqlResources(org));
  router.use('/analytics', analyticsResources(org));
  router.use('/tooling', toolingResources(org));
  router.use('/actions', actionLists(org));
  router.use('/actions/custom/flow', flowActionResources(org));
  router.use('/flow-runtime', flowRuntimeResources(org));
  router.use('/ui-api', uiApiResources(org, recent));
  router.use(unsupportedResources(org));
  return router;
}

function bareApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  return app;
}
