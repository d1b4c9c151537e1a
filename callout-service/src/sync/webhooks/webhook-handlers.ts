import type { JobHandler } from '../../jobs/handler.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { recordChangeSchema } from '../engine/payloads.ts';
import { readPayload } from '../write-back/read-payload.ts';
import { tellWebhook } from './tell-webhook.ts';
import { webhookLane } from './webhook-lanes.ts';
import type { Webhook } from './webhook.ts';

export interface WebhooksParts {
  readonly webhooks: readonly Webhook[];
  readonly clock: Clock;
  /** For one attempt; ten seconds where left out. */
  readonly timeoutMs?: number;
}

/** Requests that one receiver gets at once. */
const CONCURRENCY = 4;

/**
 * Tells each webhook of changed records, those of one record in their order. A message may come again when its answer was
 * lost: its `id` is the same, and a receiver passes over what it has.
 */
export function createWebhookHandlers({ webhooks, ...parts }: WebhooksParts): readonly JobHandler[] {
  return webhooks.map((webhook) => ({
    lane: webhookLane(webhook),
    concurrency: CONCURRENCY,
    async run(job, { signal }) {
      const change = readPayload(recordChangeSchema, job);
      if (webhook.entities !== undefined && !webhook.entities.includes(change.entity)) return undefined;
      await tellWebhook(webhook, { id: `${webhook.name}-${job.id}`, change, signal }, parts);
      return undefined;
    }
  }));
}
