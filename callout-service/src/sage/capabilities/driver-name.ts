import type { SqlDialect } from '../sql/dialect.ts';

const PREFIX = /^(?:\[[^\]]*\])+/;
/** The driver manager's own mark, and what says nothing of whose driver it is. */
const MANAGER = new Set(['unixODBC', 'iODBC', 'Driver Manager']);

/**
 * Whose driver it is, from the brackets at the head of its messages, since node-odbc cannot ask it: `ProvideX` from
 * `[ProvideX][ODBC Driver]…`, `Microsoft ODBC Driver 18 for SQL Server` from `[Microsoft][ODBC Driver 18 for SQL
 * Server][SQL Server]…`. Null without brackets, as those of PostgreSQL are.
 */
export function driverNameOf(message: string): string | null {
  const brackets = PREFIX.exec(message)?.[0] ?? '';
  const parts = [...brackets.matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => part.trim());
  const [vendor, product] = parts.filter((part) => part !== '' && !MANAGER.has(part));
  if (vendor === undefined) return null;
  return vendor === 'Microsoft' && product !== undefined ? `${vendor} ${product}` : vendor;
}

/** The kind of database that a driver belongs to; undefined for one that tells neither. */
export function dialectNameOf(driverName: string | null): SqlDialect['name'] | undefined {
  if (driverName === null) return undefined;
  if (/providex/i.test(driverName)) return 'providex';
  return /sql server|freetds/i.test(driverName) ? 'sql-server' : undefined;
}
