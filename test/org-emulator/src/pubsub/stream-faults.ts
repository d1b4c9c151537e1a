import { setTimeout as wait } from 'node:timers/promises';
import type { FaultEffect } from '../control/fault-plan.ts';
import type { Org } from '../org.ts';
import { PubSubError, refusals } from './pubsub-error.ts';

/** The connection is to be cut, without any answer. */
export class CutConnection extends Error {}

/** What a fault at a call asks for once the work is done. */
export interface AfterWork {
  readonly cut: boolean;
}

type Kind = FaultEffect['kind'];
const ofCalls: readonly Kind[] = ['latency', 'status', 'cut', 'expired-session'];

/**
 * Lets the faults ordered for a call strike before its work. Subjects are `<method> <topic or schema id>`. Throws
 * PubSubError or CutConnection; answers what is to happen after the work.
 */
export async function strikeCall(org: Org, subject: string, more: readonly Kind[] = []): Promise<AfterWork> {
  const effects = org.faults.strike('stream', subject, [...ofCalls, ...more]);
  for (const effect of effects) {
    if (effect.kind === 'latency') await wait(effect.milliseconds);
    else if (isCut(effect, 'before-commit')) throw new CutConnection();
    else throwError(effect);
  }
  return { cut: effects.some((effect) => isCut(effect, 'after-commit')) };
}

function isCut(effect: FaultEffect, when: 'after-commit' | 'before-commit'): boolean {
  return effect.kind === 'cut' && effect.when === when;
}

/** Throws the refusal that the effect orders, if it orders one. */
function throwError(effect: FaultEffect): void {
  if (effect.kind === 'status') throw new PubSubError(effect.status, effect.errorCode, effect.message);
  if (effect.kind === 'expired-session') throw refusals.authentication();
  if (effect.kind === 'replay-id') throw refusals.replayId();
}

/** What is wrong with a delivery. */
export interface DeliveryFaults {
  /** Nothing is sent for so long, not even that the subscription is alive. */
  readonly silenceMs: number;
  readonly latencyMs: number;
  readonly duplicate: boolean;
  readonly reordered: boolean;
  readonly cut: 'after-commit' | 'before-commit' | undefined;
}

/** The faults that strike the delivery of so many events: `Deliver <topic>`. Throws PubSubError for those that end it. */
export function strikeDelivery(org: Org, topic: string, events: number): DeliveryFaults {
  const kinds: Kind[] = ['silence', 'latency', 'duplicate-events', 'cut', 'status', 'expired-session'];
  // One event alone cannot be in the wrong order: the fault waits for two.
  if (events > 1) kinds.push('reordered-events');
  const effects = org.faults.strike('stream', `Deliver ${topic}`, kinds);
  for (const effect of effects) throwError(effect);
  const sum = (kind: Kind) =>
    effects.reduce(
      (total, effect) =>
        effect.kind === kind && 'milliseconds' in effect ? total + effect.milliseconds : total,
      0
    );
  const has = (kind: Kind) => effects.some((effect) => effect.kind === kind);
  return {
    silenceMs: sum('silence'),
    latencyMs: sum('latency'),
    duplicate: has('duplicate-events'),
    reordered: has('reordered-events'),
    cut: effects.find((effect) => effect.kind === 'cut')?.when
  };
}
