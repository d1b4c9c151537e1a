import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ErrorCode } from '../errors/catalogue.ts';

/** One read of Sage that came to its end; `code` is absent when it succeeded. */
interface EndedRead {
  readonly durationMs: number;
  readonly waitedMs: number;
  readonly code?: ErrorCode;
}

/** How much is under way. */
interface Load {
  readonly inUse: number;
  readonly poolSize: number;
  readonly waiting: number;
}

/** Makes what the Sage reader takes as its observer, and turns what it is told into metrics. */
export function createOdbcMetrics(registry: Registry) {
  const registers = [registry];
  const buckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
  const readSeconds = new Histogram({
    name: 'sage_read_duration_seconds',
    help: 'Time of one read of Sage, waiting included, by its outcome',
    labelNames: ['outcome'] as const,
    buckets,
    registers
  });
  const waitSeconds = new Histogram({
    name: 'sage_read_wait_seconds',
    help: 'Part of a read spent waiting for a free connection',
    buckets,
    registers
  });
  const load = new Gauge({
    name: 'sage_connections',
    help: 'Connections in use, connections at most, reads that wait',
    labelNames: ['kind'] as const,
    registers
  });
  const readerEnds = new Counter({
    name: 'sage_reader_ends_total',
    help: 'Ends of the process that holds the ODBC driver, by the way it ended',
    labelNames: ['end'] as const,
    registers
  });
  return {
    readEnded({ durationMs, waitedMs, code }: EndedRead): void {
      readSeconds.observe({ outcome: code ?? 'answered' }, durationMs / 1000);
      waitSeconds.observe(waitedMs / 1000);
    },
    loadChanged({ inUse, poolSize, waiting }: Load): void {
      load.set({ kind: 'in-use' }, inUse);
      load.set({ kind: 'at-most' }, poolSize);
      load.set({ kind: 'waiting' }, waiting);
    },
    readerEnded({ end }: { readonly end: 'closed' | 'crashed' | 'hung' | 'unresponsive' }): void {
      readerEnds.inc({ end });
    }
  };
}
