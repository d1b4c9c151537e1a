import { z } from 'zod';
import { createLiveCatalogue } from '../../../callout-service/src/sage/live-catalogue/create-live-catalogue.ts';
import { OdbcGateway } from '../../../callout-service/src/sage/odbc/gateway.ts';
import type { SageProjections } from '../../../callout-service/src/sage/port/sage-projections.ts';
import type { SageRecords } from '../../../callout-service/src/sage/port/sage-records.ts';
import { createOdbcSageProjections } from '../../../callout-service/src/sage/projections/odbc-sage-projections.ts';
import { createOdbcSageRecords } from '../../../callout-service/src/sage/records/odbc-sage-records.ts';
import { providexDialect } from '../../../callout-service/src/sage/sql/providex-dialect.ts';
import { SAGE_TIME_ZONE } from '../../demo/service-environment.ts';
import type { TracedRead } from './traced-read.ts';

const environmentSchema = z.object({ SAGE_ODBC_CONNECTION_STRING: z.string() });

/** The service's reading of Sage inside a benchmark's process, with what it asks of its gateway. */
export interface ServiceReader {
  readonly records: SageRecords;
  readonly projections: SageProjections;
  /** This process and the one with the ODBC driver in it. */
  readonly pids: () => readonly number[];
  /** What was asked since the last time that this was called; nothing is kept before the first time. */
  readonly takeTrace: () => readonly TracedRead[];
  close(): Promise<void>;
}

/** Connects as the service does, with its default pool; the connection string comes from the environment. */
export function connectServiceReader(): ServiceReader {
  const pids = [process.pid];
  let trace: TracedRead[] | undefined;
  const gateway = new OdbcGateway({
    connectionString: environmentSchema.parse(process.env).SAGE_ODBC_CONNECTION_STRING,
    poolSize: 4,
    connectTimeoutMs: 10_000,
    queryTimeoutMs: 30_000,
    acquireTimeoutMs: 30_000,
    cancelGraceMs: 2_000,
    observer: { readerStarted: ({ pid }) => pids.push(pid ?? 0) }
  });
  const reading = {
    gateway: {
      read: (...[statements, options]: Parameters<OdbcGateway['read']>) => {
        const { stopAfterRows } = options ?? {};
        trace?.push({ statements: [...statements], ...(stopAfterRows !== undefined && { stopAfterRows }) });
        return gateway.read(statements, options);
      }
    },
    dialect: providexDialect,
    liveCatalogue: createLiveCatalogue(gateway, providexDialect)
  };
  const records = createOdbcSageRecords({
    ...reading,
    timeZone: SAGE_TIME_ZONE,
    onUnreadable: ({ table, error }) => console.error(table, error.message)
  });
  return {
    records,
    projections: createOdbcSageProjections(reading),
    pids: () => pids,
    takeTrace: () => {
      const taken = trace ?? [];
      trace = [];
      return taken;
    },
    close: () => gateway.close()
  };
}
