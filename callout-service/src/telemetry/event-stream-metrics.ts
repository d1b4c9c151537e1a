import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ErrorCode } from '../errors/catalogue.ts';

interface Processed {
  readonly channel: string;
  readonly events: number;
  readonly durationMs: number;
}

/** Makes what the streams of events take as their observer, and turns what it is told into metrics. */
export function createEventStreamMetrics(registry: Registry) {
  const registers = [registry];
  const labelNames = ['channel'] as const;
  const open = new Gauge({
    name: 'salesforce_event_stream_open',
    help: 'Whether the stream of a channel is open (0 or 1)',
    labelNames,
    registers
  });
  const lastSign = new Gauge({
    name: 'salesforce_event_stream_last_sign_seconds',
    help: 'When something last came through the stream of a channel and was processed, keep-alives included: seconds since 1970',
    labelNames,
    registers
  });
  return {
    ...troubleMetrics(registers, open),
    ...deliveryMetrics(registers, lastSign),
    opened({ channel }: { readonly channel: string }): void {
      open.set({ channel }, 1);
    }
  };
}

function troubleMetrics(registers: Registry[], open: Gauge<'channel'>) {
  const interruptions = new Counter({
    name: 'salesforce_event_stream_interruptions_total',
    help: 'Ends of the stream of a channel, and attempts to open it that failed, by reason',
    labelNames: ['channel', 'code'] as const,
    registers
  });
  const gaps = new Counter({
    name: 'salesforce_event_gaps_total',
    help: 'Times that Salesforce could not go on after the last replay id, so that a query filled the gap',
    labelNames: ['channel'] as const,
    registers
  });
  return {
    interrupted({ channel, code }: { readonly channel: string; readonly code: ErrorCode }): void {
      open.set({ channel }, 0);
      interruptions.inc({ channel, code });
    },
    gap({ channel }: { readonly channel: string }): void {
      gaps.inc({ channel });
    }
  };
}

function deliveryMetrics(registers: Registry[], lastSign: Gauge<'channel'>) {
  const events = new Counter({
    name: 'salesforce_events_total',
    help: 'Events that were processed, those that came twice included',
    labelNames: ['channel'] as const,
    registers
  });
  const seconds = new Histogram({
    name: 'salesforce_event_batch_duration_seconds',
    help: 'Time from the arrival of a batch of events until all of it is in the store',
    labelNames: ['channel'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers
  });
  return {
    processed({ channel, events: count, durationMs }: Processed): void {
      lastSign.set({ channel }, Date.now() / 1000);
      if (count === 0) return;
      events.inc({ channel }, count);
      seconds.observe({ channel }, durationMs / 1000);
    }
  };
}
