import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import type { PostgresOptions } from '../postgres/postgres-options.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';

/** Where a store is to be migrated, so that another process can be told. */
export type MigrationTarget =
  { readonly engine: 'sqlite'; readonly file: string } | ({ readonly engine: 'postgres' } & PostgresOptions);

/** Opens the target, as the service does. */
export function openTarget(target: MigrationTarget): Promise<OpenedDatabase> {
  if (target.engine === 'postgres') return openPostgres(target);
  return openSqlite({ file: target.file, use: 'shared', clock: () => Date.now(), busyTimeoutMs: 10_000 });
}
