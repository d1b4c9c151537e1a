import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ErrorCode } from '../errors/catalogue.ts';

/** One write into Sage that came to its end; `code` is absent when it succeeded. */
interface EndedOperation {
  /** What it was, as `create sales order`: from a closed list, never a record. */
  readonly name: string;
  readonly durationMs: number;
  readonly waitedMs: number;
  readonly batches: number;
  readonly code?: ErrorCode;
}

/** How much is under way. */
interface QueueLoad {
  readonly waiting: number;
  readonly running: boolean;
  readonly paused: boolean;
}

/** Makes what the writer to Sage takes as its observer, and turns what it is told into metrics. */
export function createBoiMetrics(registry: Registry) {
  return { ...operationMetrics([registry]), ...bridgeMetrics([registry]), ...sessionMetrics([registry]) };
}

function operationMetrics(registers: Registry[]) {
  const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
  const writeSeconds = new Histogram({
    name: 'sage_write_duration_seconds',
    help: 'Time of one write into Sage, waiting included, by what it was and its outcome',
    labelNames: ['operation', 'outcome'] as const,
    buckets,
    registers
  });
  const waitSeconds = new Histogram({
    name: 'sage_write_wait_seconds',
    help: 'Part of a write spent waiting for writes before it, or for the end of a pause',
    buckets,
    registers
  });
  const batches = new Counter({
    name: 'sage_bridge_batches_total',
    help: 'Round trips to the bridge, by what they were made for',
    labelNames: ['operation'] as const,
    registers
  });
  const queue = new Gauge({
    name: 'sage_write_queue',
    help: 'Writes that wait, writes under way (0 or 1), and whether an operator paused writing (0 or 1)',
    labelNames: ['kind'] as const,
    registers
  });
  return {
    operationEnded({ name, durationMs, waitedMs, batches: sent, code }: EndedOperation): void {
      writeSeconds.observe({ operation: name, outcome: code ?? 'written' }, durationMs / 1000);
      waitSeconds.observe(waitedMs / 1000);
      batches.inc({ operation: name }, sent);
    },
    queueChanged({ waiting, running, paused }: QueueLoad): void {
      queue.set({ kind: 'waiting' }, waiting);
      queue.set({ kind: 'running' }, Number(running));
      queue.set({ kind: 'paused' }, Number(paused));
    }
  };
}

function bridgeMetrics(registers: Registry[]) {
  const starts = new Counter({
    name: 'sage_bridge_starts_total',
    help: 'Starts of the bridge process',
    registers
  });
  const ends = new Counter({
    name: 'sage_bridge_ends_total',
    help: 'Ends of the bridge process, by the way it ended',
    labelNames: ['end'] as const,
    registers
  });
  return {
    bridgeStarted: (): void => starts.inc(),
    bridgeEnded({
      end
    }: {
      readonly end: 'closed' | 'crashed' | 'silent' | 'overdue' | 'broken' | 'unfit';
    }): void {
      ends.inc({ end });
    }
  };
}

function sessionMetrics(registers: Registry[]) {
  let openedAt: number | undefined;
  const loginSeconds = new Histogram({
    name: 'sage_session_login_seconds',
    help: 'Time that logging in to Sage took',
    buckets: [0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers
  });
  const ends = new Counter({
    name: 'sage_session_ends_total',
    help: 'Sessions at Sage that were given up, by the reason',
    labelNames: ['end'] as const,
    registers
  });
  new Gauge({
    name: 'sage_session_age_seconds',
    help: 'Age of the session at Sage; 0 while there is none',
    registers,
    // Read when metrics are asked for: the age changes without anything happening.
    collect() {
      this.set(openedAt === undefined ? 0 : (performance.now() - openedAt) / 1000);
    }
  });
  return {
    sessionOpened({ durationMs }: { readonly durationMs: number }): void {
      openedAt = performance.now();
      loginSeconds.observe(durationMs / 1000);
    },
    sessionEnded({
      end
    }: {
      readonly end: 'age' | 'operations' | 'idle' | 'error' | 'pause' | 'closed';
    }): void {
      openedAt = undefined;
      ends.inc({ end });
    }
  };
}
