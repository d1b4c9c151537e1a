import { Router } from 'express';
import { z } from 'zod';
import type { Org } from '../org.ts';
import { readBody } from '../rest/resource.ts';

const amount = z.int().nonnegative();

const settingsBody = z
  .strictObject({
    calloutTimeoutMs: z.int().positive(),
    declaredErrorsGoTo: z.enum(['outputs', 'fault-path']),
    dailyApiRequests: amount,
    concurrentRequests: amount,
    longRunningMs: amount,
    sessionTimeoutSeconds: z.int().positive(),
    /** Null: as much as anybody likes. */
    dataStorageMb: z.number().nonnegative().nullable(),
    hourlyPublishedEvents: amount.nullable(),
    dailyDeliveredEvents: amount.nullable()
  })
  .partial();

type Settings = z.infer<typeof settingsBody>;

/** `/settings`: what the org allows, and how it behaves where Salesforce leaves it open. A reset puts all back. */
export function settingsControl(org: Org): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json(settingsOf(org));
  });
  router.patch('/', (request, response) => {
    applySettings(org, readBody(request, settingsBody));
    response.json(settingsOf(org));
  });
  return router;
}

function settingsOf({ calloutSettings, limits, dml, events }: Org): Settings {
  const { timeoutMs, declaredErrorsGoTo } = calloutSettings;
  const { maxMegabytes } = dml.storage;
  const { hourlyPublished = null, dailyDelivered = null } = events.limits();
  return {
    calloutTimeoutMs: timeoutMs,
    declaredErrorsGoTo,
    ...limits.settings,
    dataStorageMb: maxMegabytes === Infinity ? null : maxMegabytes,
    hourlyPublishedEvents: hourlyPublished,
    dailyDeliveredEvents: dailyDelivered
  };
}

/** Takes over the settings given; those left out stay as they are. */
function applySettings(org: Org, given: Settings): void {
  const { calloutTimeoutMs, declaredErrorsGoTo, ...rest } = { ...settingsOf(org), ...given };
  const { dataStorageMb, hourlyPublishedEvents, dailyDeliveredEvents, ...limits } = rest;
  Object.assign(org.calloutSettings, { timeoutMs: calloutTimeoutMs, declaredErrorsGoTo });
  Object.assign(org.limits.settings, limits);
  org.dml.storage.maxMegabytes = dataStorageMb ?? Infinity;
  org.events.setLimits({
    hourlyPublished: hourlyPublishedEvents ?? undefined,
    dailyDelivered: dailyDeliveredEvents ?? undefined
  });
}
