import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Configuration } from '../config/configuration.ts';
import type { Clock } from '../telemetry/clock.ts';
import type { Readiness } from '../inquiry/readiness.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { identify } from './auth/authenticate.ts';
import { createReplayGuard } from './auth/replay-guard.ts';
import { createTokenVerifier, type Caller } from './auth/verify-token.ts';
import { buildDocument } from './openapi/document.ts';
import { expressPath, mountOperation } from './operation-route.ts';
import type { BoundOperation } from './operations/definition.ts';
import { mountOutsideRoutes, outsidePaths } from './outside-routes.ts';
import { answerProblems, refuseMethod, refuseUnknownPath } from './problem-handlers.ts';
import { limitRate } from './rate-limit.ts';
import { refuseLargeBody } from './request-body.ts';
import { giveRequestId } from './request-id.ts';
import { logRequests } from './request-log.ts';

/** Everything that the HTTP side is made of. */
export interface AppParts {
  readonly http: Pick<Configuration['http'], 'bodyLimitBytes' | 'rateLimitPerMinute' | 'requestTimeoutMs'>;
  readonly jwt: Configuration['jwt'];
  readonly operations: readonly BoundOperation[];
  readonly readiness: () => Promise<Readiness>;
  readonly lastAnswersCount: () => number;
  /** Told of every proven caller, so that the status can compare the clocks. */
  readonly onCaller?: (caller: Caller) => void;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** The HTTP side: what every request passes, then the operations, then the routes outside, then the refusals. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.enable('case sensitive routing').enable('strict routing');
  app.use(giveRequestId, logRequests(parts.logger, parts.metrics), helmet(), forbidStoring);
  app.use(refuseLargeBody(parts.http.bodyLimitBytes));
  const limit = limitRate(parts.http.rateLimitPerMinute);
  mountOperations(app, parts, limit);
  mountOutsideRoutes(app, {
    ...parts,
    limitRate: limit,
    documents: { reader: buildDocument('reader'), admin: buildDocument('admin') }
  });
  mountRefusals(app, parts, limit);
  return app;
}

function mountOperations(app: Express, parts: AppParts, limit: RequestHandler): void {
  const verify = createTokenVerifier(parts.jwt, parts.clock);
  const guards = {
    identify: identify((token) => {
      const caller = verify(token);
      parts.onCaller?.(caller);
      return caller;
    }),
    limitRate: limit,
    replayGuard: createReplayGuard(parts.clock, parts.jwt.clockToleranceSeconds),
    bodyLimitBytes: parts.http.bodyLimitBytes,
    answerWithinMs: parts.http.requestTimeoutMs
  };
  for (const operation of parts.operations) mountOperation(app, operation, guards);
}

function mountRefusals(app: Express, parts: AppParts, limit: RequestHandler): void {
  const definitions = parts.operations.map((operation) => operation.definition);
  for (const path of new Set(definitions.map((definition) => definition.path))) {
    const methods = definitions.filter((each) => each.path === path).map((each) => each.method);
    app.all(expressPath(path), limit, refuseMethod(allowHeader(methods)));
  }
  for (const path of outsidePaths) app.all(path, limit, refuseMethod(allowHeader(['get'])));
  app.use(limit, refuseUnknownPath);
  const operationIds = new Set(definitions.map((definition) => definition.operationId));
  app.use(answerProblems(operationIds, parts.http.bodyLimitBytes));
}

/** Express answers HEAD wherever it answers GET. */
function allowHeader(methods: readonly string[]): string {
  return methods
    .flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
    .join(', ');
}

const forbidStoring: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
