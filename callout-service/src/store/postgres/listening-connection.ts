import { Client, escapeIdentifier } from 'pg';
import { greet } from './greeting.ts';
import { PatientClient } from './patient-client.ts';
import { lossOf, type ConnectionLost } from './postgres-failure.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { clientConfig } from './session.ts';

/** A connection of its own that hears what other instances announce, and announces to them. */
export interface ListeningConnection {
  announce(lanes: readonly string[]): Promise<void>;
  /** Lanes that have jobs ready; none before the tables are there. */
  readyLanes(): Promise<readonly string[]>;
  heartbeat(): Promise<void>;
  /** When it breaks, or no answer came in time. */
  readonly lost: Promise<ConnectionLost>;
  close(): Promise<void>;
}

/** @throws LedgerBridgeError LB601; ConnectionLost, PostgresFailure. */
export async function openListeningConnection(
  options: PostgresOptions,
  onDue: (lane: string) => void
): Promise<ListeningConnection> {
  const client = new Client(clientConfig(options));
  const { promise: lost, resolve } = Promise.withResolvers<ConnectionLost>();
  // An answer here is a matter of moments, so that silence is noticed soon.
  const patient = new PatientClient(client, options.connectTimeoutMs, resolve);
  await client.connect().catch((error: unknown) => {
    throw lossOf(error);
  });
  try {
    await listen(client, patient, options, onDue);
  } catch (error) {
    await client.end();
    throw error;
  }
  return { ...questionsTo(patient, options.schema), lost, close: () => client.end() };
}

function questionsTo(patient: PatientClient, channel: string): Omit<ListeningConnection, 'lost' | 'close'> {
  const inTurn = oneByOne();
  return {
    announce: (lanes) =>
      inTurn(async () => {
        const text = 'select pg_notify($1, lane) from unnest($2::text[]) as due (lane)';
        await patient.ask(text, [channel, lanes]);
      }),
    readyLanes: () => inTurn(() => readyLanes(patient)),
    heartbeat: () =>
      inTurn(async () => {
        await patient.ask('select');
      })
  };
}

/** A connection answers one question at a time. */
function oneByOne(): <T>(question: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (question) => {
    const turn = last.then(question, question);
    last = turn;
    return turn;
  };
}

async function listen(
  client: Client,
  patient: PatientClient,
  options: PostgresOptions,
  onDue: (lane: string) => void
): Promise<void> {
  await greet(patient, options);
  const { rows } = await patient.ask<{ pid: number }>('select pg_backend_pid() as pid');
  client.on('notification', ({ processId, payload = '' }) => {
    // What came from here its own listeners were told when it was committed.
    if (processId !== rows[0]?.pid) onDue(payload);
  });
  await patient.ask(`listen ${escapeIdentifier(options.schema)}`);
}

async function readyLanes(patient: PatientClient): Promise<readonly string[]> {
  const { rows: tables } = await patient.ask<{ job: string | null }>(`select to_regclass('job') as job`);
  if (tables[0]?.job === null) return [];
  const { rows } = await patient.ask<{ lane: string }>(`select distinct lane from job where state = 'ready'`);
  return rows.map(({ lane }) => lane);
}
