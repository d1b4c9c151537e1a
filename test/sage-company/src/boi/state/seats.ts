import { BoiRefusal } from '../com/boi-object.ts';
import { isAlive } from './alive.ts';
import type { BoiState } from './boi-state.ts';

let sessions = 0;

/** Takes a seat for one session and gives back how to leave it. Throws a `BoiRefusal` when all are taken. */
export function takeSeat(state: BoiState): () => void {
  const { database } = state;
  const taken = database.prepare('SELECT DISTINCT pid FROM seats').all();
  for (const pid of taken.map((row) => Number(row['pid'])))
    if (!isAlive(pid)) database.prepare('DELETE FROM seats WHERE pid = ?').run(pid);
  sessions += 1;
  const session = sessions;
  const sql = 'INSERT INTO seats SELECT ?, ? WHERE (SELECT count(*) FROM seats) < ?';
  const { changes } = database.prepare(sql).run(process.pid, session, Number(state.settings.seats));
  if (Number(changes) === 0)
    throw new BoiRefusal('The maximum number of users are currently accessing the system.');
  return () => {
    database.prepare('DELETE FROM seats WHERE pid = ? AND session = ?').run(process.pid, session);
  };
}
