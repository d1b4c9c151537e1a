import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ErrorCode } from '../errors/catalogue.ts';

/** One request to Salesforce that came to its end; `code` is absent when it succeeded. */
interface EndedRequest {
  /** What it was for: from a closed list. */
  readonly kind: string;
  readonly durationMs: number;
  readonly waitedMs: number;
  readonly code?: ErrorCode;
}

/** Makes what the way to Salesforce takes as its observer, and turns what it is told into metrics. */
export function createSalesforceMetrics(registry: Registry) {
  const registers = [registry];
  return { ...requestMetrics(registers), ...loginMetrics(registers), ...limitMetrics(registers) };
}

const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

function requestMetrics(registers: Registry[]) {
  const seconds = new Histogram({
    name: 'salesforce_request_duration_seconds',
    help: 'Time of one request to Salesforce, waiting included, by what it was for and its outcome',
    labelNames: ['kind', 'outcome'] as const,
    buckets,
    registers
  });
  const waitSeconds = new Histogram({
    name: 'salesforce_request_wait_seconds',
    help: 'Part of a request spent waiting for a free place among SALESFORCE_MAX_PARALLEL',
    buckets,
    registers
  });
  return {
    requestEnded({ kind, durationMs, waitedMs, code }: EndedRequest): void {
      seconds.observe({ kind, outcome: code ?? 'answered' }, durationMs / 1000);
      waitSeconds.observe(waitedMs / 1000);
    }
  };
}

function loginMetrics(registers: Registry[]) {
  const logins = new Histogram({
    name: 'salesforce_login_duration_seconds',
    help: 'Time of one login to Salesforce, by its outcome',
    labelNames: ['outcome'] as const,
    buckets,
    registers
  });
  return {
    loginEnded({ durationMs, code }: { readonly durationMs: number; readonly code?: ErrorCode }): void {
      logins.observe({ outcome: code ?? 'answered' }, durationMs / 1000);
    }
  };
}

function limitMetrics(registers: Registry[]) {
  const usage = new Gauge({
    name: 'salesforce_api_requests',
    help: 'API requests of the org in 24 hours, as Salesforce counts them: used and left',
    labelNames: ['kind'] as const,
    registers
  });
  return {
    usageChanged({ used, limit }: { readonly used: number; readonly limit: number }): void {
      usage.set({ kind: 'used' }, used);
      usage.set({ kind: 'left' }, Math.max(0, limit - used));
    },
    ...holdMetrics(registers)
  };
}

function holdMetrics(registers: Registry[]) {
  let heldSince: number | undefined;
  const held = new Counter({
    name: 'salesforce_held_seconds_total',
    help: 'Time in which requests were kept back because of a limit, once it is over',
    registers
  });
  new Gauge({
    name: 'salesforce_held',
    help: 'Whether requests are kept back because of a limit (0 or 1)',
    registers,
    collect() {
      this.set(Number(heldSince !== undefined));
    }
  });
  return {
    heldChanged({ forMs }: { readonly forMs: number | undefined }): void {
      if (forMs !== undefined) {
        heldSince ??= performance.now();
        return;
      }
      if (heldSince !== undefined) held.inc((performance.now() - heldSince) / 1000);
      heldSince = undefined;
    }
  };
}
