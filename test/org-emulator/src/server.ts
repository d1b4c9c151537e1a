import express, { type Express, type RequestHandler, Router } from 'express';
import { analyticsResources } from './analytics/analytics-resources.ts';
import { bulkResources } from './bulk/bulk-resources.ts';
import { deployResources } from './deploy/deploy-resources.ts';
import { soapResources } from './deploy/soap-resources.ts';
import { notFound } from './errors/salesforce-error.ts';
import { graphqlResources } from './graphql/graphql-resources.ts';
import type { Org } from './org.ts';
import { apiVersions } from './rest/api-versions.ts';
import { collectionResources } from './rest/collection-resources.ts';
import { compositeResources } from './rest/composite-resources.ts';
import { restErrorHandler } from './rest/error-handler.ts';
import { flowActionResources } from './rest/flow-action-resources.ts';
import { oauthResources } from './rest/oauth-resources.ts';
import { ApiUsage, orgResources } from './rest/org-resources.ts';
import { queryResources } from './rest/query-resources.ts';
import { sobjectResources } from './rest/sobject-resources.ts';
import { unsupportedResources } from './rest/unsupported-resources.ts';
import { toolingResources } from './tooling/tooling-resources.ts';
import { uiApiResources } from './ui-api/ui-api-resources.ts';

/** The org's HTTP interface, which is Salesforce's and nothing beside it. */
export function createServer(org: Org): Express {
  const usage = new ApiUsage();
  const app = express();
  app.disable('x-powered-by');
  app.use(collapseSlashes);
  app.use(express.json({ limit: '10mb', strict: true }));
  app.use(oauthResources(org));
  app.use('/services/Soap', soapResources(org));
  app.get('/services/data', (_request, response) => {
    response.json(apiVersions());
  });
  app.use('/services/data/:version', countUsage(usage), versionResources(org, usage));
  app.use(() => {
    throw notFound();
  });
  app.use(restErrorHandler);
  return app;
}

function versionResources(org: Org, usage: ApiUsage): Router {
  const router = Router({ mergeParams: true });
  router.use(orgResources(org, usage));
  router.use(queryResources(org));
  router.use('/sobjects', sobjectResources(org));
  router.use('/composite', compositeResources(org));
  router.use('/composite', collectionResources(org));
  router.use('/jobs', bulkResources(org));
  router.use('/metadata', deployResources(org));
  router.use('/graphql', graphqlResources(org));
  router.use('/analytics', analyticsResources(org));
  router.use('/tooling', toolingResources(org));
  router.use('/actions/custom/flow', flowActionResources(org));
  router.use('/ui-api', uiApiResources(org));
  router.use(unsupportedResources(org));
  return router;
}

/** Clients that keep the instance URL with a trailing slash ask for `//services/…`. */
const collapseSlashes: RequestHandler = (request, _response, next) => {
  request.url = request.url.replace(/^\/{2,}/, '/');
  next();
};

function countUsage(usage: ApiUsage): RequestHandler {
  return (_request, response, next) => {
    response.set('Sforce-Limit-Info', usage.count());
    next();
  };
}
