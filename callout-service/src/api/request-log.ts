import type { RequestHandler } from 'express';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { contextOf, type RequestContext } from './request-context.ts';

/** Counts every request and writes one line on it when its answer has ended. Paths stay out: they name customers. */
export function logRequests(logger: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    response.once('close', () => {
      const milliseconds = performance.now() - begun;
      const context = contextOf(request);
      // nginx's number for a caller who left before the answer.
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.httpRequestSeconds.observe({ operation: context.operation, status }, milliseconds / 1000);
      if (context.failure) metrics.problems.inc({ code: context.failure.code });
      writeLine(logger, context, { status, ms: Math.round(milliseconds * 10) / 10, method: request.method });
    });
    next();
  };
}

function writeLine(logger: Logger, context: RequestContext, facts: Record<string, unknown>): void {
  const { requestId, operation, caller, failure } = context;
  const line = { requestId, operation, role: caller?.role, code: failure?.code, ...facts };
  if (failure && failure.entry.status >= 500) logger.error({ ...line, err: failure }, 'request failed');
  else if (failure) logger.warn({ ...line, reason: failure.entry.title }, 'request refused');
  else if (operation === 'healthz' || operation === 'readyz') logger.debug(line, 'request answered');
  else logger.info(line, 'request answered');
}
