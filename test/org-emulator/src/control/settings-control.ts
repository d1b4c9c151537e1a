import { Router } from 'express';
import { z } from 'zod';
import type { Org } from '../org.ts';
import { readBody } from '../rest/resource.ts';

const settingsBody = z.strictObject({
  calloutTimeoutMs: z.int().positive().optional(),
  declaredErrorsGoTo: z.enum(['outputs', 'fault-path']).optional()
});

/** `/settings`: what the org allows and how it behaves where Salesforce leaves it open. A reset puts all back. */
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

function settingsOf({ calloutSettings }: Org): z.infer<typeof settingsBody> {
  const { timeoutMs, declaredErrorsGoTo } = calloutSettings;
  return { calloutTimeoutMs: timeoutMs, declaredErrorsGoTo };
}

function applySettings(org: Org, settings: z.infer<typeof settingsBody>): void {
  const { calloutTimeoutMs, declaredErrorsGoTo } = settings;
  if (calloutTimeoutMs !== undefined) org.calloutSettings.timeoutMs = calloutTimeoutMs;
  if (declaredErrorsGoTo !== undefined) org.calloutSettings.declaredErrorsGoTo = declaredErrorsGoTo;
}
