import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultPlan } from '../control/fault-plan.ts';
import { CalloutFault } from './callout-fault.ts';
import type { CalloutAnswer } from './http-callout.ts';
import type { OperationRequest } from './operation-request.ts';

/**
 * What the ordered faults of the point `callout` do to a request, whose subject is `METHOD URL`: they delay it, cut
 * it, or answer in the service's place. Answers undefined where the request is to be sent.
 */
export async function strikeCallout(
  faults: FaultPlan | undefined,
  { method, url }: OperationRequest,
  timeoutMs: number
): Promise<CalloutAnswer | undefined> {
  for (const effect of faults?.strike('callout', `${method} ${url.href}`) ?? []) {
    if (effect.kind === 'latency') {
      await sleep(Math.min(effect.milliseconds, timeoutMs));
      if (effect.milliseconds >= timeoutMs) throw new CalloutFault('Read timed out');
    }
    if (effect.kind === 'cut') throw new CalloutFault(`Callout to ${url.host} failed: Connection reset`);
    if (effect.kind === 'status') return { status: effect.status, body: effect.message };
  }
  return undefined;
}
