import { setTimeout as wait } from 'node:timers/promises';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { openListeningConnection, type ListeningConnection } from './listening-connection.ts';
import { faultOf } from './postgres-faults.ts';
import type { PostgresOptions } from './postgres-options.ts';

const HEARTBEAT_MS = 10_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** A listening connection that is opened again whenever it breaks. */
export interface LastingConnection {
  /** The one that stands, or stood last. */
  current(): ListeningConnection;
  close(): Promise<void>;
}

/** @throws LedgerBridgeError LB601; ConnectionLost, PostgresFailure: when the first one cannot be opened. */
export async function openLastingConnection(
  options: PostgresOptions,
  onDue: (lane: string) => void,
  onReopened: () => void
): Promise<LastingConnection> {
  let current = await openListeningConnection(options, onDue);
  const closing = new AbortController();
  const keep = async (): Promise<void> => {
    while (await isLost(current, options, closing.signal)) {
      const next = await reopen(options, onDue, closing.signal);
      if (next === undefined) return;
      current = next;
      // Nobody knows what was announced meanwhile, so everyone is to look.
      const lanes = await current.readyLanes().catch(() => []);
      lanes.forEach(onDue);
      options.observer?.reconnected();
      onReopened();
    }
  };
  const kept = keep();
  return {
    current: () => current,
    async close() {
      closing.abort();
      await kept;
      await current.close();
    }
  };
}

/** True when it was lost, false when it is no longer wanted. */
async function isLost(
  connection: ListeningConnection,
  { heartbeatMs = HEARTBEAT_MS, observer }: PostgresOptions,
  closing: AbortSignal
): Promise<boolean> {
  const unwanted = Promise.withResolvers<undefined>();
  const giveUp = (): void => unwanted.resolve(undefined);
  closing.addEventListener('abort', giveUp, { once: true });
  // A heartbeat that fails shows in `lost`.
  const heart = setInterval(() => void connection.heartbeat().catch(() => undefined), heartbeatMs);
  try {
    const loss = closing.aborted ? undefined : await Promise.race([connection.lost, unwanted.promise]);
    if (loss === undefined) return false;
    report(loss, observer);
    return true;
  } finally {
    clearInterval(heart);
    closing.removeEventListener('abort', giveUp);
  }
}

async function reopen(
  options: PostgresOptions,
  onDue: (lane: string) => void,
  closing: AbortSignal
): Promise<ListeningConnection | undefined> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    // Not all instances at the same moment, after a restart of the server.
    await wait(pause * (0.5 + Math.random() / 2), undefined, { signal: closing }).catch(() => undefined);
    if (closing.aborted) return undefined;
    try {
      return await openListeningConnection(options, onDue);
    } catch (error) {
      // That it is away was said before; that it is back and not safe was not.
      if (error instanceof LedgerBridgeError) report(error, options.observer);
    }
  }
}

function report(error: unknown, observer: PostgresOptions['observer']): void {
  const fault = error instanceof LedgerBridgeError ? error : faultOf(error);
  if (fault !== undefined) observer?.connectionLost('listener', fault);
}
