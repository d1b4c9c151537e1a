import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { LiveCatalogue } from '../live-catalogue/live-catalogue.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import type { SqlReader } from './sql-reader.ts';

/** A record that was passed over because its row cannot be used. */
export interface UnreadableRecord {
  readonly table: string;
  /** LB308; its message may be logged, its `detail` names the record and is for people only. */
  readonly error: LedgerBridgeError;
}

export interface RecordReadingOptions {
  readonly gateway: SqlReader;
  readonly dialect: SqlDialect;
  readonly liveCatalogue: LiveCatalogue;
  /** Time for one page of keys and stamps of `changedSince`, in milliseconds. Default two minutes. */
  readonly changeScanTimeoutMs?: number;
  /** IANA name of the Sage server's time zone. */
  readonly timeZone: string;
  /**
   * Hears of every record that a scan, a read of a parent's records or a read of changes passed over: one bad record must
   * not hide the rest, nor vanish unnoticed. A read by key rejects instead.
   */
  readonly onUnreadable: (record: UnreadableRecord) => void;
}
