import { LedgerBridgeError } from '../src/errors/ledger-bridge-error.ts';
import type { LiveCatalogue } from '../src/sage/live-catalogue/live-catalogue.ts';
import type { SageReader } from '../src/sage/port/sage-reader.ts';
import type { Sage } from '../src/sage/port/sage.ts';
import { createOdbcSageProjections } from '../src/sage/projections/odbc-sage-projections.ts';
import { createOdbcSageRecords } from '../src/sage/records/odbc-sage-records.ts';
import { providexDialect } from '../src/sage/sql/providex-dialect.ts';

function away(): Promise<never> {
  return Promise.reject(new LedgerBridgeError('LB301', { detail: 'Sage is away.' }));
}

/** A Sage of which only the reader answers; everything else is away, as when Sage is switched off. */
export function sageWithReaderOnly(reader: SageReader): Sage {
  const liveCatalogue: LiveCatalogue = {
    columnsOf: away,
    columnsOfAll: away,
    tableNames: away,
    forget: () => undefined,
    forgetColumns: () => undefined
  };
  return {
    reader,
    records: createOdbcSageRecords({
      gateway: { read: away },
      dialect: providexDialect,
      liveCatalogue,
      timeZone: 'America/Los_Angeles',
      onUnreadable: () => undefined
    }),
    projections: createOdbcSageProjections({
      gateway: { read: away },
      dialect: providexDialect,
      liveCatalogue
    }),
    catalogue: { tableNames: away, describe: away },
    checks: { check: away },
    writer: undefined,
    close: () => reader.close()
  };
}
