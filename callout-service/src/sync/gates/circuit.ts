import { setTimeout as wait } from 'node:timers/promises';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { ErrorCode } from '../../errors/catalogue.ts';
import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { TroubleTeller, WatchedGate } from './gate-state.ts';
import { createListeners } from './listeners.ts';

export interface CircuitParts {
  readonly name: string;
  /** Codes that close it at once: the way is not there. */
  readonly atOnce: ReadonlySet<ErrorCode>;
  /** Codes that close it when several come within a minute and nothing succeeds in between. */
  readonly afterSome: ReadonlySet<ErrorCode>;
  /** Rejects while the way is not there; cheap, since it is asked again and again. */
  readonly probe: () => Promise<unknown>;
  readonly teller: TroubleTeller;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random?: () => number;
  /** Of the pauses between probes. */
  readonly pauses?: { readonly baseMs: number; readonly ceilingMs: number };
}

/** A gate that handlers tell of what they met: it closes when the way is not there, and probes until it is. */
export interface Circuit extends WatchedGate {
  /** Which failures it closes for. */
  minds(code: ErrorCode): boolean;
  succeeded(): void;
  failed(error: LedgerBridgeError): void;
}

const SOME = 3;
const WINDOW_MS = 60_000;
const PAUSES = { baseMs: 1_000, ceilingMs: 60_000 };

/**
 * Makes a circuit that lets everything through to begin with. People are told once a probe has failed too: a hiccup that is over with the first
 * probe holds the lane for that moment and wakes nobody.
 */
export function createCircuit(parts: CircuitParts): Circuit {
  const { name, atOnce, afterSome, teller, clock, logger, random = Math.random, pauses = PAUSES } = parts;
  const listeners = createListeners();
  const ending = new AbortController();
  let closed: { readonly since: string; readonly because: ErrorCode } | undefined;
  let failures: number[] = [];
  /** An earlier process may have told of a trouble and ended in it: the first sign of life takes that back. */
  let toBeCleared = true;

  function close(error: LedgerBridgeError): void {
    closed = { since: clock().toISO(), because: error.code };
    failures = [];
    logger.warn({ gate: name, code: error.code, err: error }, 'a gate is closed: jobs wait behind it');
    void probeUntilOpen();
  }

  async function probeUntilOpen(): Promise<void> {
    for (let tries = 0; !ending.signal.aborted; tries += 1) {
      try {
        await parts.probe();
        open();
        return;
      } catch (error) {
        if (tries === 0) tell(asLedgerBridgeError(error));
      }
      await pause(jittered(tries, pauses, random), ending.signal);
    }
  }

  function tell(error: LedgerBridgeError): void {
    toBeCleared = true;
    teller.trouble(`${error.code} ${error.entry.title}. ${error.message}\n${error.entry.action}`);
  }

  function open(): void {
    const since = closed?.since;
    closed = undefined;
    logger.info({ gate: name, since }, 'a gate is open again');
    wellAgain();
    listeners.call();
  }

  function wellAgain(): void {
    if (!toBeCleared) return;
    toBeCleared = false;
    teller.well('It answers again; what waited is being done.');
  }

  return {
    name,
    isOpen: () => closed === undefined,
    onOpened: (listener) => listeners.add(listener),
    state: () => ({ name, open: closed === undefined, closedSince: closed?.since, because: closed?.because }),
    close: () => ending.abort(),
    minds: (code) => atOnce.has(code) || afterSome.has(code),
    succeeded() {
      failures = [];
      if (closed === undefined) wellAgain();
    },
    failed(error) {
      if (closed !== undefined) return;
      if (atOnce.has(error.code)) close(error);
      else if (afterSome.has(error.code)) failedAgain(error);
    }
  };

  function failedAgain(error: LedgerBridgeError): void {
    const now = clock().toMillis();
    failures = [...failures.filter((at) => now - at < WINDOW_MS), now];
    if (failures.length >= SOME) close(error);
  }
}

/** A random time from a half to the whole of base × 2^tries, at most the ceiling: instances do not probe together. */
function jittered(tries: number, { baseMs, ceilingMs }: typeof PAUSES, random: () => number): number {
  const most = Math.min(ceilingMs, baseMs * 2 ** Math.min(tries, 20));
  return most / 2 + (random() * most) / 2;
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
