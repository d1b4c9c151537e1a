import { allTables } from './catalogue/all-tables.ts';
import { createLiveCatalogue } from './live-catalogue/create-live-catalogue.ts';
import { createSageCatalogue } from './live-catalogue/create-sage-catalogue.ts';
import { OdbcGateway } from './odbc/gateway.ts';
import { createOdbcSageReader, type SageReaderOptions } from './odbc-sage-reader.ts';
import type { Sage } from './port/sage.ts';
import { createOdbcSageRecords } from './records/odbc-sage-records.ts';
import { providexDialect } from './sql/providex-dialect.ts';

export interface SageConnectionOptions extends Omit<SageReaderOptions, 'tables'> {
  /** IANA name of the Sage server's time zone. */
  readonly timeZone: string;
}

/** Everything of one Sage company over one reader process, which starts now; nothing is connected before the first read. */
export function connectSage(options: SageConnectionOptions): Omit<Sage, 'checks' | 'writer'> {
  const { dialect = providexDialect, logger, timeZone } = options;
  const gateway = new OdbcGateway(options);
  const liveCatalogue = createLiveCatalogue(gateway, dialect);
  const reader = createOdbcSageReader({ ...options, tables: allTables }, gateway);
  return {
    reader,
    records: createOdbcSageRecords({
      gateway,
      dialect,
      liveCatalogue,
      timeZone,
      // The message names column and table; the record itself is for people and stays out of the log.
      onUnreadable: ({ table, error }) =>
        logger?.warn({ table, code: error.code, reason: error.message }, 'a record was passed over')
    }),
    catalogue: createSageCatalogue({ gateway, dialect, liveCatalogue, tables: allTables }),
    close: () => reader.close()
  };
}
