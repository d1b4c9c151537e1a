/**
 * Owns the SQLite file of a scratch company. It is a process of its own because two SQLite libraries in one process
 * (node:sqlite and the ODBC driver's) do not see each other's locks.
 */
import { DatabaseSync } from 'node:sqlite';

export interface OwnerRequest {
  readonly id: number;
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

export interface OwnerReply {
  readonly id: number;
  readonly error?: string;
}

const [, , file = ''] = process.argv;
const database = new DatabaseSync(file);

process.on('message', ({ id, sql, values }: OwnerRequest) => {
  try {
    if (values.length === 0) database.exec(sql);
    else database.prepare(sql).run(...values);
    process.send?.({ id } satisfies OwnerReply);
  } catch (error) {
    process.send?.({ id, error: String(error) } satisfies OwnerReply);
  }
});
process.on('disconnect', () => process.exit(0));
