import type { Alarm } from '../../alerts/alert-notice.ts';
import type { Salesforce, SalesforceState } from '../../salesforce/port/salesforce.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { WatchedGate } from './gate-state.ts';
import { createListeners } from './listeners.ts';
import { createTroubleTeller } from './trouble-teller.ts';

export interface SalesforceGateParts {
  readonly salesforce: Pick<Salesforce, 'state' | 'onChange' | 'probe'>;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random?: () => number;
  /** Of the pauses between probes while Salesforce cannot be reached. */
  readonly pauses?: { readonly baseMs: number; readonly ceilingMs: number };
}

const PAUSES = { baseMs: 1_000, ceilingMs: 60_000 };

/**
 * Makes the gate before lanes that need Salesforce: closed while it cannot be reached, and while requests are held back
 * for a limit. Each of the two is told by itself.
 */
export function createSalesforceGate(parts: SalesforceGateParts): WatchedGate {
  const { salesforce, clock, logger } = parts;
  const unreachable = createTroubleTeller({ ...parts, topic: 'salesforce-unreachable' });
  const limit = createTroubleTeller({ ...parts, topic: 'salesforce-limit' });
  const listeners = createListeners();
  const prober = createProber(parts);
  const told = { unreachable: false, limit: false };
  let closedSince: string | undefined;
  let first = true;

  function take(state: SalesforceState): void {
    const now = clock().toISO();
    const open = isOpen(state, now);
    tell(state, now);
    if (!state.reachable) prober.begin();
    else if (!open) prober.lookAt(state.heldUntil, () => take(salesforce.state()));
    if (open && closedSince !== undefined) {
      logger.info({ gate: 'salesforce', since: closedSince }, 'a gate is open again');
      closedSince = undefined;
      listeners.call();
    } else if (!open && closedSince === undefined) {
      closedSince = now;
      const code = state.lastFailure?.code;
      logger.warn({ gate: 'salesforce', code, heldUntil: state.heldUntil }, 'a gate is closed: jobs wait');
    }
  }

  function tell(state: SalesforceState, now: string): void {
    const held = isHeld(state, now);
    if (!state.reachable && !told.unreachable) unreachable.trouble(describeFailure(state));
    if (state.reachable && (told.unreachable || first)) unreachable.well('Salesforce answers again.');
    if (held && !told.limit) limit.trouble(describeLimit(state));
    if (!held && (told.limit || first)) limit.well('Requests to Salesforce go on.');
    told.unreachable = !state.reachable;
    told.limit = held;
    first = false;
  }

  const endChanges = salesforce.onChange(take);
  take(salesforce.state());
  return {
    name: 'salesforce',
    isOpen: () => isOpen(salesforce.state(), clock().toISO()),
    onOpened: (listener) => listeners.add(listener),
    state() {
      const state = salesforce.state();
      const open = isOpen(state, clock().toISO());
      const because = open ? undefined : (state.lastFailure?.code ?? (state.reachable ? 'LB716' : 'LB701'));
      return { name: 'salesforce', open, closedSince: open ? undefined : closedSince, because };
    },
    close() {
      endChanges();
      prober.end();
    }
  };
}

/** Asks Salesforce while it cannot be reached, since no job does; its state tells of what was found. */
function createProber({ salesforce, random = Math.random, pauses = PAUSES }: SalesforceGateParts) {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let tries = 0;

  async function probe(): Promise<void> {
    timer = undefined;
    const { reachable } = await salesforce.probe();
    tries = reachable ? 0 : tries + 1;
    if (!reachable) begin();
  }

  function begin(): void {
    if (timer !== undefined || ended) return;
    const most = Math.min(pauses.ceilingMs, pauses.baseMs * 2 ** Math.min(tries, 20));
    timer = setTimeout(() => void probe(), most / 2 + (random() * most) / 2).unref();
  }

  return {
    begin,
    /** The moment passes without anybody telling. */
    lookAt(heldUntil: string | undefined, look: () => void): void {
      if (heldUntil === undefined || timer !== undefined || ended) return;
      const wait = Math.min(60_000, Math.max(50, Date.parse(heldUntil) - Date.now() + 10));
      timer = setTimeout(() => {
        timer = undefined;
        look();
      }, wait).unref();
    },
    end(): void {
      ended = true;
      clearTimeout(timer);
    }
  };
}

function isOpen(state: SalesforceState, now: string): boolean {
  return state.reachable && !isHeld(state, now);
}

function isHeld({ heldUntil }: SalesforceState, now: string): boolean {
  return heldUntil !== undefined && Date.parse(heldUntil) > Date.parse(now);
}

function describeFailure({ lastFailure }: SalesforceState): string {
  if (lastFailure === undefined) return 'Salesforce cannot be reached.';
  const { code, message, entry } = lastFailure;
  return `${code} ${entry.title}. ${message}\n${entry.action}`;
}

function describeLimit({ heldUntil, requests }: SalesforceState): string {
  const used =
    requests === undefined
      ? ''
      : ` ${requests.used} of ${requests.limit} requests of the last 24 hours are used.`;
  return `Requests to Salesforce wait until ${heldUntil ?? 'the limit frees up'}.${used}`;
}
