import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { SageReader } from '../../sage/port/sage-reader.ts';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { GateState } from '../gates/gate-state.ts';
import { AvailabilityRecord, type Availability, type Sighting } from './availability-record.ts';
import { withSample, type RequestSample } from './request-forecast.ts';

export interface ActivityWatchParts {
  readonly gates: () => readonly GateState[];
  readonly sage: { readonly reader: Pick<SageReader, 'probe'> };
  readonly salesforce: Pick<Salesforce, 'state'>;
  readonly clock: Clock;
  /** How often both systems are looked at: 15 seconds unless given. */
  readonly lookEveryMs?: number;
}

/** What was seen of both systems since the start, at most of a day. */
export interface ActivityWatch {
  availability(): { readonly sage: Availability; readonly salesforce: Availability };
  /** Of the API requests, oldest first. */
  samples(): readonly RequestSample[];
  close(): Promise<void>;
}

const LOOK_MS = 15_000;
const SAMPLE_MS = 60_000;

/**
 * Looks at both systems again and again. Their gates know of an outage once a job has met it; where no job did, Sage's
 * probe, which costs one small query, tells. An outage that is shorter than the time between two looks may not be seen.
 */
export function watchActivity(parts: ActivityWatchParts): ActivityWatch {
  const { clock, salesforce } = parts;
  const began = clock().toMillis();
  const sage = new AvailabilityRecord(began);
  const org = new AvailabilityRecord(began);
  let samples: readonly RequestSample[] = [];
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const sighting = await seeSage(parts);
    const now = clock().toMillis();
    sage.saw(sighting, now);
    org.saw(sightingOf(parts.gates(), 'salesforce'), now);
    samples = sampled(samples, salesforce.state().requests?.used, now);
  }
  const begin = () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
  };
  begin();
  const timer = setInterval(begin, parts.lookEveryMs ?? LOOK_MS).unref();
  return {
    availability() {
      const now = clock().toMillis();
      return { sage: sage.view(now), salesforce: org.view(now) };
    },
    samples: () => samples,
    async close() {
      clearInterval(timer);
      await looking;
    }
  };
}

async function seeSage({ gates, sage }: ActivityWatchParts): Promise<Sighting> {
  const behind = sightingOf(gates(), 'sage-reading');
  if (!behind.up) return behind;
  try {
    await sage.reader.probe();
    return { up: true };
  } catch (error) {
    return { up: false, because: asLedgerBridgeError(error).code };
  }
}

function sightingOf(gates: readonly GateState[], name: string): Sighting {
  const gate = gates.find((each) => each.name === name);
  if (gate === undefined || gate.open) return { up: true };
  return { up: false, since: gate.closedSince, because: gate.because };
}

function sampled(samples: readonly RequestSample[], used: number | undefined, now: number) {
  const last = samples.at(-1);
  if (used === undefined || (last !== undefined && now - last.at < SAMPLE_MS)) return samples;
  return withSample(samples, { at: now, used });
}
