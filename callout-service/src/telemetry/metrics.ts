import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * The service's own metrics. Labels take values from closed lists only (operation ids, status codes, error codes),
 * so that no request can make the number of series grow.
 */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    httpRequestSeconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the head of a request to the end of its answer',
      labelNames: ['operation', 'status'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers
    }),
    staleAnswers: new Counter({
      name: 'stale_answers_total',
      help: 'Answers given from the last good one because Sage could not answer, by the reason',
      labelNames: ['code'] as const,
      registers
    }),
    lastGoodAnswers: new Gauge({
      name: 'last_good_answers',
      help: 'Last good answers that are kept',
      registers
    }),
    problems: new Counter({
      name: 'problems_total',
      help: 'Problem details answered, by code',
      labelNames: ['code'] as const,
      registers
    })
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
