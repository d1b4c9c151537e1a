import type { AvailabilitySettings } from '../../rules/availability.ts';
import type { CreditDecisionSettings } from '../../rules/credit-decision.ts';
import type { CashReceiptImport } from '../../config/writing.ts';
import type { BoiOptions } from '../boi/options.ts';
import type { SageCatalogue } from '../port/sage-catalogue.ts';
import type { SageRecords } from '../port/sage-records.ts';
import type { SqlReader } from '../records/sql-reader.ts';
import type { SqlDialect } from '../sql/dialect.ts';

/** What the checks before a write need: they only read. */
export interface OrderChecksOptions {
  readonly records: SageRecords;
  readonly catalogue: SageCatalogue;
  readonly credit: CreditDecisionSettings;
  readonly availability: AvailabilitySettings;
  /** Units of measure of which nobody sells a part. Default: EACH. */
  readonly wholeUnits?: readonly string[];
}

/** Writing into one Sage company. */
export interface SageWriterOptions extends OrderChecksOptions {
  readonly boi: BoiOptions;
  /** Reads for what no entity holds: look-ups by request key, and the columns of a record about to be written. */
  readonly sql: { readonly gateway: SqlReader; readonly dialect: SqlDialect };
  /** Text column of SO_SalesOrderHeader that holds the request key; without it no order is created (LB520). */
  readonly orderRequestKeyField: string | undefined;
  /** The same of AR_Customer; without it no customer is created whose number Sage hands out (LB520). */
  readonly customerRequestKeyField: string | undefined;
  /** Undefined: cash receipts are refused with LB520. */
  readonly cashReceipts: CashReceiptImport | undefined;
  readonly timing?: Partial<WriterTiming>;
}

/** How long the writer waits, in milliseconds. */
export interface WriterTiming {
  /**
   * Sage runs in a process of its own and may finish a write whose bridge is gone. Only when so much time has passed
   * since the bridge ended does "not found" mean that nothing was written.
   */
  readonly settleMs: number;
  /** How long an unknown outcome is looked up while Sage cannot be read; then it stays unknown (LB512). */
  readonly lookUpTimeoutMs: number;
  /** How long a record that is in use is tried again. */
  readonly inUseTimeoutMs: number;
}

export const defaultTiming: WriterTiming = {
  settleMs: 5_000,
  lookUpTimeoutMs: 60_000,
  inUseTimeoutMs: 10_000
};
