import type { Express, RequestHandler } from 'express';
import type { Readiness } from '../inquiry/readiness.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { OpenApiDocument } from './openapi/document.ts';
import { nameOperation } from './operation-route.ts';

/** What the routes without a token need. None of them carries business data. */
export interface OutsideParts {
  readonly metrics: Metrics;
  readonly lastAnswersCount: () => number;
  readonly readiness: () => Promise<Readiness>;
  readonly documents: { readonly reader: OpenApiDocument; readonly admin: OpenApiDocument };
  readonly limitRate: RequestHandler;
}

/** Addresses outside the API: for probes of a load balancer, for Prometheus, and the documents of the API. */
export const outsidePaths = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/openapi/reader.json',
  '/openapi/admin.json'
];

/** Puts the routes that need no token. */
export function mountOutsideRoutes(app: Express, parts: OutsideParts): void {
  // Health and readiness are neither limited nor do they wait for Sage: they must answer while all else is busy.
  app.get('/healthz', nameOperation('healthz'), (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', nameOperation('readyz'), async (_request, response) => {
    const readiness = await parts.readiness();
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });
  app.get('/metrics', nameOperation('metrics'), parts.limitRate, async (_request, response) => {
    parts.metrics.lastGoodAnswers.set(parts.lastAnswersCount());
    response.type(parts.metrics.registry.contentType).send(await parts.metrics.registry.metrics());
  });
  for (const [role, document] of Object.entries(parts.documents)) {
    app.get(`/openapi/${role}.json`, nameOperation('openapi'), parts.limitRate, (_request, response) => {
      response.json(document);
    });
  }
}
