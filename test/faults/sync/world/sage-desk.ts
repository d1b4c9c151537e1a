import Database from 'better-sqlite3';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import { SAGE_TIME_ZONE } from '../../../../scripts/demo/service-environment.ts';
import { readSageFile } from '../../orders/world/sage-file.ts';

type Value = string | number | null;

const BUSY_MS = 10_000;

/**
 * Changes the company's own file, as bulk tools and Visual Integrator do: no stamp is written but the one that the caller
 * writes. Gives how many rows were changed.
 */
export function changeSage({ sage }: OrderWorld, sql: string, ...values: readonly Value[]): number {
  const database = new Database(sage.ready.databaseFile, { timeout: BUSY_MS });
  try {
    return database.prepare(sql).run(...values).changes;
  } finally {
    database.close();
  }
}

/** What a copied record is: the one that it is copied from, and the columns in which the copies differ. */
export interface Copies {
  readonly table: string;
  /** A condition that one record meets. */
  readonly where: string;
  readonly copies: readonly Readonly<Record<string, Value>>[];
}

/** Makes new records of a table from one that is there, all in one transaction. @throws Error when there is none. */
export function copyInSage({ sage }: OrderWorld, { table, where, copies }: Copies): void {
  const database = new Database(sage.ready.databaseFile, { timeout: BUSY_MS });
  try {
    database.transaction(() => {
      for (const changes of copies) {
        const names = Object.keys(changes);
        const kept = columnsOf(database, table).filter((name) => !names.includes(name));
        const { changes: made } = database
          .prepare(
            `INSERT INTO ${table} (${[...kept, ...names].join(', ')})
             SELECT ${[...kept, ...names.map(() => '?')].join(', ')} FROM ${table} WHERE ${where} LIMIT 1`
          )
          .run(...Object.values(changes));
        if (made !== 1) throw new Error(`${table} has no record to copy: ${where}`);
      }
    })();
  } finally {
    database.close();
  }
}

/** One value of Sage as text; undefined where no row is found. */
export function readSage({ sage }: OrderWorld, sql: string): string | undefined {
  const [row] = readSageFile(sage.ready.databaseFile, (rows) => rows(sql));
  const [value] = Object.values(row ?? {});
  return value === undefined || value === null ? undefined : String(value);
}

/** Day and time as Sage stamps them, of a moment that is so many minutes from now by the clock of its server. */
export function stampOf(minutesFromNow: number): {
  readonly DateUpdated: string;
  readonly TimeUpdated: string;
} {
  const at = new Date(Date.now() + minutesFromNow * 60_000);
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: SAGE_TIME_ZONE,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '0';
  const hours = Number(part('hour')) + Number(part('minute')) / 60 + Number(part('second')) / 3_600;
  return {
    DateUpdated: `${part('year')}-${part('month')}-${part('day')}`,
    TimeUpdated: hours.toFixed(5)
  };
}

function columnsOf(database: Database.Database, table: string): string[] {
  return database
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);
}
