import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../../refusal.ts';
import { boiControlSchema } from './boi-control.ts';
import type { BoiControl } from './boi-control.ts';
import { defaultSettings, isSettingName } from './settings.ts';
import type { Settings } from './settings.ts';

export type Fault = Extract<BoiControl, { do: 'hang' | 'die' | 'answer' | 'slow' }>;

const TABLES = `
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS numbers (kind TEXT PRIMARY KEY, last INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS seats (pid INTEGER NOT NULL, session INTEGER NOT NULL, PRIMARY KEY (pid, session));
  CREATE TABLE IF NOT EXISTS locks (tableName TEXT, key TEXT, user TEXT NOT NULL, pid INTEGER NOT NULL,
    PRIMARY KEY (tableName, key));
  CREATE TABLE IF NOT EXISTS faults (name TEXT PRIMARY KEY, fault TEXT NOT NULL, remaining INTEGER NOT NULL,
    countdown INTEGER NOT NULL);`;

/**
 * What the processes of one company's Business Object Interface share besides the company's tables: numbers handed out,
 * seats, locks, faults, settings. A small SQLite file beside the company's, safe against being killed at any moment.
 */
export class BoiState {
  readonly database: DatabaseSync;

  constructor(directory: string) {
    this.database = new DatabaseSync(join(directory, 'boi.db'));
    this.database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    this.database.exec(TABLES);
  }

  get settings(): Settings {
    const rows = this.database.prepare('SELECT name, value FROM settings').all();
    const changed = Object.fromEntries(rows.map((row) => [String(row['name']), String(row['value'])]));
    return { ...defaultSettings, ...changed };
  }

  /** Does what was told from outside. Throws a `Refusal` for a setting that there is not. */
  control(order: BoiControl): void {
    switch (order.do) {
      case 'lock':
        this.#run('INSERT OR REPLACE INTO locks VALUES (?, ?, ?, 0)', order.table, order.key, order.user);
        return;
      case 'unlock':
        this.#run('DELETE FROM locks WHERE tableName = ? AND key = ?', order.table, order.key);
        return;
      case 'set':
        if (!isSettingName(order.name))
          throw new Refusal(
            `there is no setting ${order.name}; there are ${Object.keys(defaultSettings).join(', ')}`
          );
        this.#run('INSERT OR REPLACE INTO settings VALUES (?, ?)', order.name, order.value);
        return;
      case 'reset':
        this.database.exec('DELETE FROM faults; DELETE FROM settings; DELETE FROM locks WHERE pid = 0');
        return;
      default:
        this.#arm(order);
    }
  }

  /** Faults that are armed, records in use, seats taken, settings; the password is left out. */
  status() {
    const column = (sql: string) =>
      this.database
        .prepare(sql)
        .all()
        .map((row) => String(row['shown']));
    const { password: _password, ...settings } = this.settings;
    return {
      faults: column('SELECT fault AS shown FROM faults WHERE remaining > 0 ORDER BY name'),
      locks: column("SELECT tableName || ' ' || key || ' by ' || user AS shown FROM locks ORDER BY 1"),
      seatsTaken: this.database.prepare('SELECT 1 FROM seats').all().length,
      settings
    };
  }

  /** Forgets everything, numbers too: the company was made anew. */
  forget(): void {
    for (const table of ['settings', 'numbers', 'seats', 'locks', 'faults'])
      this.database.exec(`DELETE FROM ${table}`);
  }

  /** The fault of that name, if it is armed. It is not used up by looking. */
  fault<T extends Fault['do']>(name: T): Extract<Fault, { do: T }> | undefined {
    const row = this.database.prepare('SELECT fault FROM faults WHERE name = ? AND remaining > 0').get(name);
    if (row === undefined) return undefined;
    const fault = boiControlSchema.parse(JSON.parse(String(row['fault'])));
    return isFault(fault, name) ? fault : undefined;
  }

  /** Uses a fault up once; tells whether it was still there. */
  spend(name: Fault['do']): boolean {
    const sql = 'UPDATE faults SET remaining = remaining - 1 WHERE name = ? AND remaining > 0';
    return Number(this.database.prepare(sql).run(name).changes) === 1;
  }

  /** Counts one member call down; tells whether this is the one that hangs. */
  countDown(): boolean {
    const sql = `UPDATE faults SET countdown = countdown - 1 WHERE name = 'hang' AND remaining > 0 RETURNING countdown`;
    const row = this.database.prepare(sql).get();
    if (row === undefined || Number(row['countdown']) > 0) return false;
    const hang = this.fault('hang');
    this.spend('hang');
    this.#run("UPDATE faults SET countdown = ? WHERE name = 'hang'", hang?.call ?? 1);
    return true;
  }

  close(): void {
    this.database.close();
  }

  #arm(fault: Fault): void {
    const remaining = fault.do === 'slow' ? 1 : fault.times;
    const countdown = fault.do === 'hang' ? fault.call : 0;
    const sql = 'INSERT OR REPLACE INTO faults VALUES (?, ?, ?, ?)';
    this.#run(sql, fault.do, JSON.stringify(fault), remaining, countdown);
  }

  #run(sql: string, ...values: readonly (string | number)[]): void {
    this.database.prepare(sql).run(...values);
  }
}

function isFault<T extends Fault['do']>(fault: BoiControl, name: T): fault is Extract<Fault, { do: T }> {
  return fault.do === name;
}
