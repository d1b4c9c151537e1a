import Database from 'better-sqlite3';
import { z } from 'zod';

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** A row of a table of Sage; numbers as SQLite keeps them. */
export type SageRow = z.infer<typeof rowSchema>;

/**
 * Reads the company's own file, past everything that the service uses. This process loads no ODBC, so the two SQLite
 * libraries of one process do not meet.
 */
export function readSageFile<T>(file: string, read: (rows: (sql: string) => SageRow[]) => T): T {
  const database = new Database(file, { readonly: true, timeout: 10_000 });
  try {
    return database.transaction(() => read((sql) => z.array(rowSchema).parse(database.prepare(sql).all())))();
  } finally {
    database.close();
  }
}
