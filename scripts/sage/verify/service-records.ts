import { connectSage } from '../../../callout-service/src/sage/connect-sage.ts';
import type { SageRecords } from '../../../callout-service/src/sage/port/sage-records.ts';
import { SAGE_TIME_ZONE } from '../../demo/service-environment.ts';

/** The service's own reading of a company, as its composition root connects it. */
export interface ServiceRecords {
  readonly records: SageRecords;
  /** How many records were passed over until now, because their row cannot be used. */
  readonly passedOver: () => number;
  close(): Promise<void>;
}

/** Connects the reader of the callout service to a company; the ODBC driver lives in a process of the reader's own. */
export function connectRecords(company: {
  readonly connectionString: string;
  readonly odbcIniFile: string;
}): ServiceRecords {
  let passedOver = 0;
  const sage = connectSage({
    connectionString: company.connectionString,
    environment: { ODBCINI: company.odbcIniFile },
    companyCode: 'ABC',
    timeZone: SAGE_TIME_ZONE,
    poolSize: 2,
    connectTimeoutMs: 10_000,
    queryTimeoutMs: 60_000,
    acquireTimeoutMs: 60_000,
    cancelGraceMs: 2_000,
    credit: { includeOpenOrders: true, zeroLimitMeans: 'none', reaction: 'warn' },
    availability: { includePurchaseOrders: false, includeWorkOrders: false },
    writing: undefined,
    onUnreadable: () => {
      passedOver += 1;
    }
  });
  return { records: sage.records, passedOver: () => passedOver, close: () => sage.close() };
}
