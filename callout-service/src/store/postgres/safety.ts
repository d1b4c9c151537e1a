import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** What a server says of itself. */
export interface ServerSettings {
  readonly server_version_num: string;
  readonly server_encoding: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly read_only: string;
  readonly standby: boolean;
}

/** 13: statement_timeout counts each statement of a message, and autovacuum looks after inserts by table. */
const OLDEST_VERSION = 130_000;

/** As the role, the database and the server set them for this very connection. */
export const readServerSettings = `select current_setting('server_version_num') as server_version_num,
  current_setting('server_encoding') as server_encoding, current_setting('fsync') as fsync,
  current_setting('full_page_writes') as full_page_writes,
  current_setting('synchronous_commit') as synchronous_commit,
  current_setting('transaction_read_only') as read_only, pg_is_in_recovery() as standby`;

/** @throws LedgerBridgeError LB601, naming everything that is not as it must be. */
export function refuseUnsafe(settings: ServerSettings, requireDurable: boolean): void {
  const findings = [...unusable(settings), ...(requireDurable ? forgetful(settings) : [])];
  if (findings.length === 0) return;
  throw new LedgerBridgeError('LB601', {
    detail: `The store must not be kept in this PostgreSQL: ${findings.join('; ')}.`
  });
}

function unusable(settings: ServerSettings): readonly string[] {
  const { server_version_num: version, server_encoding: encoding } = settings;
  return [
    ...(Number(version) < OLDEST_VERSION
      ? [`its version is ${version}, at least ${OLDEST_VERSION} is needed`]
      : []),
    ...(encoding === 'UTF8' ? [] : [`the encoding of the database is ${encoding}, not UTF8`]),
    ...(settings.standby ? ['it is a standby, which takes no changes'] : []),
    ...(settings.read_only === 'on' && !settings.standby ? ['default_transaction_read_only is on'] : [])
  ];
}

// PostgreSQL manual, 20.5 Write Ahead Log: with any of these off, a crash loses or damages what was acknowledged.
function forgetful(settings: ServerSettings): readonly string[] {
  return (['fsync', 'full_page_writes', 'synchronous_commit'] as const)
    .filter((name) => settings[name] === 'off')
    .map((name) => `${name} is off`);
}
