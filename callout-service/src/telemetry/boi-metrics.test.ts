import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { failureOf, operation, order } from '../sage/boi/test-support/operations.ts';
import { withQueue } from '../sage/boi/test-support/test-queue.ts';
import { createBoiMetrics } from './boi-metrics.ts';
import { createUnreadableRecordsMetric } from './unreadable-records.ts';

/** A metric's value by name and labels, as Prometheus reads it. */
async function valueOf(registry: Registry, series: string): Promise<number> {
  const line = (await registry.metrics()).split('\n').find((each) => each.startsWith(`${series} `));
  return Number(line?.slice(series.length));
}

describe('the metrics of writing', () => {
  it('when orders are written through a bridge, then operations, batches, queue and session are counted', async () => {
    const registry = new Registry();
    await withQueue([], { observer: createBoiMetrics(registry) }, async ({ queue }) => {
      await Promise.all(['PO-SECRET-1', 'PO-SECRET-2'].map((number) => queue.run(order(number))));
      const written = 'operation="create sales order",outcome="written"';
      expect(await valueOf(registry, `sage_write_duration_seconds_count{${written}}`)).toBe(2);
      expect(await valueOf(registry, `sage_write_duration_seconds_sum{${written}}`)).toBeGreaterThan(0);
      expect(await valueOf(registry, 'sage_write_wait_seconds_count')).toBe(2);
      expect(
        await valueOf(registry, 'sage_bridge_batches_total{operation="create sales order"}')
      ).toBeGreaterThan(3);
      expect(await valueOf(registry, 'sage_write_queue{kind="waiting"}')).toBe(0);
      expect(await valueOf(registry, 'sage_bridge_starts_total')).toBe(1);
      expect(await valueOf(registry, 'sage_session_login_seconds_count')).toBe(1);
      expect(await valueOf(registry, 'sage_session_age_seconds')).toBeGreaterThan(0);
      expect(await registry.metrics()).not.toContain('PO-SECRET');
    });
    expect(await valueOf(registry, 'sage_session_ends_total{end="closed"}')).toBe(1);
    expect(await valueOf(registry, 'sage_session_age_seconds')).toBe(0);
  });

  it('when an operation fails, then its code is the outcome', async () => {
    const registry = new Registry();
    await withQueue([], { observer: createBoiMetrics(registry) }, async ({ queue }) => {
      const inUse = new LedgerBridgeError('LB510', { detail: 'It is in use.' });
      await failureOf(queue.run(operation(() => Promise.reject(inUse))));
      const series = `sage_write_duration_seconds_count{operation="try",outcome="LB510"}`;
      expect(await valueOf(registry, series)).toBe(1);
    });
  });

  it('when writing is paused, then the queue says so until it is resumed', async () => {
    const registry = new Registry();
    await withQueue([], { observer: createBoiMetrics(registry) }, async ({ queue }) => {
      await queue.pause();
      const waiting = queue.run(order('PO-1'));
      expect(await valueOf(registry, 'sage_write_queue{kind="paused"}')).toBe(1);
      expect(await valueOf(registry, 'sage_write_queue{kind="waiting"}')).toBe(1);
      queue.resume();
      await waiting;
      expect(await valueOf(registry, 'sage_write_queue{kind="paused"}')).toBe(0);
    });
  });
});

describe('the count of records that were passed over', () => {
  it('when records cannot be used, then they are counted by table', async () => {
    const registry = new Registry();
    const passedOver = createUnreadableRecordsMetric(registry);
    passedOver({ table: 'AR_Customer' });
    passedOver({ table: 'AR_Customer' });
    passedOver({ table: 'CI_Item' });
    expect(await valueOf(registry, 'sage_unreadable_records_total{table="AR_Customer"}')).toBe(2);
    expect(await valueOf(registry, 'sage_unreadable_records_total{table="CI_Item"}')).toBe(1);
  });
});
