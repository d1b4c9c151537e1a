import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { LANE } from '../place.ts';
import { say } from './said.ts';

// The control of the power cut: it enqueues as the store does, but with `synchronous = NORMAL`, which acknowledges before
// anything is flushed. A cut that takes nothing from it would take nothing from anybody.

/** Between two pauses, so that it writes without filling the machine. */
const AT_ONCE = 5;

process.stdin.on('end', () => process.exit(1)).resume();

const { file } = z.object({ file: z.string() }).parse(JSON.parse(process.argv[2] ?? ''));
const database = new Database(file);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = NORMAL');
const insert = database.prepare(
  `insert into job (lane, state, payload_json, enqueued_at, run_at) values ('${LANE}', 'ready', ?, ?, ?)`
);
say({ said: 'opened', milliseconds: 0 });
for (let number = 1; ; number += 1) {
  const { lastInsertRowid } = insert.run(JSON.stringify({ number, source: false }), Date.now(), Date.now());
  say({ said: 'enqueued', number, id: Number(lastInsertRowid) });
  if (number % AT_ONCE === 0) await delay(1);
}
