import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import type { EventStreamObserver } from '../salesforce/pub-sub/event-stream-observer.ts';
import { createEventStreamMetrics } from './event-stream-metrics.ts';

const channel = '/event/Sage_Order_Request__e';

test('when a stream is opened, brings events, has a gap and ends, then the metrics tell it', async () => {
  const registry = new Registry();
  const observer: Required<EventStreamObserver> = createEventStreamMetrics(registry);
  const value = async (line: string) => {
    const text = await registry.metrics();
    return text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.split(' ')
      .at(-1);
  };
  observer.opened({ channel });
  expect(await value(`salesforce_event_stream_open{channel="${channel}"}`)).toBe('1');
  observer.processed({ channel, events: 0, durationMs: 1 });
  observer.processed({ channel, events: 3, durationMs: 20 });
  observer.gap({ channel });
  observer.interrupted({ channel, code: 'LB711' });
  expect(await value(`salesforce_event_stream_open{channel="${channel}"}`)).toBe('0');
  expect(await value(`salesforce_events_total{channel="${channel}"}`)).toBe('3');
  expect(await value(`salesforce_event_batch_duration_seconds_count{channel="${channel}"}`)).toBe('1');
  expect(await value(`salesforce_event_gaps_total{channel="${channel}"}`)).toBe('1');
  const ends = `salesforce_event_stream_interruptions_total{channel="${channel}",code="LB711"}`;
  expect(await value(ends)).toBe('1');
  const lastSign = Number(await value(`salesforce_event_stream_last_sign_seconds{channel="${channel}"}`));
  expect(Math.abs(lastSign - Date.now() / 1000)).toBeLessThan(60);
});
