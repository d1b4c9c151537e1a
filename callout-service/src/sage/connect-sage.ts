import type { WritingConfiguration } from '../config/writing.ts';
import { allTables } from './catalogue/all-tables.ts';
import type { BoiObserver } from './boi/observer.ts';
import { createLiveCatalogue } from './live-catalogue/create-live-catalogue.ts';
import { createSageCatalogue } from './live-catalogue/create-sage-catalogue.ts';
import { OdbcGateway } from './odbc/gateway.ts';
import { createOdbcSageReader, type SageReaderOptions } from './odbc-sage-reader.ts';
import type { Sage } from './port/sage.ts';
import { createOdbcSageProjections } from './projections/odbc-sage-projections.ts';
import { createOdbcSageRecords } from './records/odbc-sage-records.ts';
import type { UnreadableRecord } from './records/options.ts';
import { providexDialect } from './sql/providex-dialect.ts';
import { boiOptions } from './writing/boi-options.ts';
import { createSageWriter } from './writing/create-sage-writer.ts';
import type { OrderChecksOptions } from './writing/options.ts';
import { createOrderChecks } from './writing/order-checks.ts';

export interface SageConnectionOptions
  extends
    Omit<SageReaderOptions, 'tables' | 'liveCatalogue'>,
    Pick<OrderChecksOptions, 'credit' | 'availability' | 'wholeUnits'> {
  /** IANA name of the Sage server's time zone. */
  readonly timeZone: string;
  /** Undefined: the service reads only. */
  readonly writing: WritingConfiguration | undefined;
  readonly writingObserver?: BoiObserver;
  /** Hears of every record that a read of many passed over; it is logged besides. */
  readonly onUnreadable?: (record: UnreadableRecord) => void;
}

/**
 * Everything of one Sage company: reads over one reader process, which starts now, and writes through one bridge, which
 * starts with the first. Nothing is connected before the first read.
 */
export function connectSage(options: SageConnectionOptions): Sage {
  const { dialect = providexDialect, timeZone } = options;
  const gateway = new OdbcGateway(options);
  const liveCatalogue = createLiveCatalogue(gateway, dialect);
  const reader = createOdbcSageReader({ ...options, tables: allTables, liveCatalogue }, gateway);
  const onUnreadable = (record: UnreadableRecord) => reportUnreadable(record, options);
  const reads = {
    records: createOdbcSageRecords({ gateway, dialect, liveCatalogue, timeZone, onUnreadable }),
    catalogue: createSageCatalogue({ gateway, dialect, liveCatalogue, tables: allTables })
  };
  const writer = connectWriter({ ...options, ...reads, sql: { gateway, dialect } });
  return {
    reader,
    ...reads,
    projections: createOdbcSageProjections({ gateway, dialect, liveCatalogue }),
    checks: createOrderChecks({ ...options, ...reads }),
    writer,
    async close() {
      // The writer reads back what it wrote, so the reader goes last.
      await writer?.close();
      await reader.close();
    }
  };
}

type WriterParts = SageConnectionOptions &
  OrderChecksOptions &
  Pick<Parameters<typeof createSageWriter>[0], 'sql'>;

function connectWriter(parts: WriterParts): Sage['writer'] {
  const { writing } = parts;
  if (writing === undefined) return undefined;
  return createSageWriter({
    ...parts,
    boi: boiOptions(writing, parts),
    orderRequestKeyField: writing.orderRequestKeyField,
    customerRequestKeyField: writing.customerRequestKeyField,
    cashReceipts: writing.cashReceipts,
    timing: { settleMs: writing.settleMs }
  });
}

function reportUnreadable(record: UnreadableRecord, options: SageConnectionOptions): void {
  // The message names column and table; the record itself is for people and stays out of the log.
  const { table, error } = record;
  options.logger?.warn({ table, code: error.code, reason: error.message }, 'a record was passed over');
  options.onUnreadable?.(record);
}
