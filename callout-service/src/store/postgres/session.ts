import { escapeIdentifier, TypeOverrides, type ClientConfig } from 'pg';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { PostgresOptions } from './postgres-options.ts';

/** OIDs of int8 and numeric. Counts, sums and moments stay far below 2^53, and the store keeps no decimals. */
const WHOLE_NUMBERS = [20, 1700];

/** PostgreSQL cuts longer names off, and keeps those that begin with `pg_` for itself. */
const SCHEMA = /^(?!pg_|information_schema$)[a-z_][a-z0-9_]{0,62}$/;

/**
 * How every connection is made.
 * @throws LedgerBridgeError LB601 for a URL or a schema that cannot be.
 */
export function clientConfig({ url, schema, connectTimeoutMs }: PostgresOptions): ClientConfig {
  if (!SCHEMA.test(schema)) {
    throw new LedgerBridgeError('LB601', { detail: `${JSON.stringify(schema)} is no name for a schema.` });
  }
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new LedgerBridgeError('LB601', { detail: 'The address of PostgreSQL is no postgres:// URL.' });
  }
  const types = new TypeOverrides();
  for (const oid of WHOLE_NUMBERS) types.setTypeParser(oid, Number);
  return {
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    fallback_application_name: 'ledger-bridge',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types
  };
}

/** One text that sets a connection up, whatever the URL, the role or the database say otherwise. */
export function sessionSettings(options: PostgresOptions): string {
  const { schema, statementTimeoutMs } = options;
  const { lockTimeoutMs = Math.ceil(statementTimeoutMs / 2), idleTransactionTimeoutMs = statementTimeoutMs } =
    options;
  return [
    `set search_path to ${escapeIdentifier(schema)}`,
    // Each statement must see what was committed while the one before it waited for a lock.
    `set default_transaction_isolation to 'read committed'`,
    `set statement_timeout to ${statementTimeoutMs}`,
    // Each statement has one good plan; made anew for every value, planning took as long as the work itself.
    'set plan_cache_mode to force_generic_plan',
    `set lock_timeout to ${lockTimeoutMs}`,
    `set idle_in_transaction_session_timeout to ${idleTransactionTimeoutMs}`
  ].join('; ');
}
