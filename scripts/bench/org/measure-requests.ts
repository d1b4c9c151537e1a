import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../setup/paths.mjs';
import { HttpConnection } from '../load/http-connection.ts';
import { inParallel } from '../load/in-parallel.ts';
import { startWorker } from '../load/worker.ts';
import { spread } from '../percentiles.ts';
import type { Measurement } from '../scenario.ts';
import type { BenchmarkOrg } from './benchmark-org.ts';

const CONNECTIONS = 8;
const API = '/services/data/v66.0';

/** One kind of request, many times over. */
interface Series {
  readonly what: string;
  readonly count: number;
  /** Records that one request creates or answers. */
  readonly records: number;
  readonly send: (connection: HttpConnection, index: number) => Promise<{ status: number }>;
}

/** What a series came to. */
export interface SeriesResult {
  readonly measurement: Measurement;
  readonly recordsPerSecond: number;
}

/** Requests a second of the org, 8 connections, and of a bare HTTP server that answers the same bytes. */
export async function measureRequests(org: BenchmarkOrg, directory: string): Promise<SeriesResult[]> {
  const bare = await startWorker({
    program: join(projectRoot, 'scripts/bench/org/bare-server.ts'),
    env: {},
    logFile: join(directory, 'bare.log'),
    ready: z.object({ url: z.string() })
  });
  try {
    const bound = await measureSeries(bare.ready.url, bareSeries);
    const results = [bound];
    for (const series of orgSeries(org.token)) results.push(await measureSeries(org.url, series));
    return results;
  } finally {
    await bare.stop();
  }
}

const bareSeries: Series = {
  what: 'bare HTTP server, create',
  count: 20_000,
  records: 1,
  send: (connection, index) => connection.send('POST', `${API}/sobjects/Account`, account(index))
};

function orgSeries(token: string): Series[] {
  const post = (path: string, json: string, connection: HttpConnection) =>
    connection.send('POST', `${API}${path}`, json, token);
  const query = (soql: string, connection: HttpConnection) =>
    connection.get(`${API}/query?q=${encodeURIComponent(soql)}`, token);
  return [
    {
      what: 'create',
      count: 20_000,
      records: 1,
      send: (connection, index) => post('/sobjects/Account', account(index), connection)
    },
    {
      what: 'upsert by external id',
      count: 10_000,
      records: 1,
      send: (connection, index) =>
        connection.send(
          'PATCH',
          `${API}/sobjects/Account/Sage_Customer_No__c/01-${index % 5000}`,
          account(index),
          token
        )
    },
    {
      what: 'collection of 200 creates',
      count: 200,
      records: 200,
      send: (connection, index) => post('/composite/sobjects', collection(index), connection)
    },
    {
      what: 'query by external id',
      count: 10_000,
      records: 1,
      send: (connection, index) =>
        query(
          `SELECT Id, Name, Owner.Name FROM Account WHERE Sage_Customer_No__c = '01-${index % 5000}'`,
          connection
        )
    },
    {
      what: 'query of 200 rows, sorted, all records scanned',
      count: 100,
      records: 200,
      send: (connection) =>
        query(
          "SELECT Id, Name, Phone FROM Account WHERE Name LIKE 'Customer 1%' ORDER BY Name LIMIT 200",
          connection
        )
    }
  ];
}

async function measureSeries(url: string, series: Series): Promise<SeriesResult> {
  const lanes = await Promise.all(Array.from({ length: CONNECTIONS }, () => HttpConnection.open(url)));
  const indexes = Array.from({ length: series.count }, (_none, index) => index);
  const load = await inParallel(lanes, indexes, async (connection, index) => {
    const { status } = await series.send(connection, index);
    if (status >= 300) throw new Error(`${series.what} was answered with ${status}`);
  });
  for (const lane of lanes) lane.close();
  const requestsPerSecond = series.count / (load.elapsedMs / 1000);
  return {
    measurement: { what: series.what, milliseconds: spread(load.milliseconds), requestsPerSecond },
    recordsPerSecond: requestsPerSecond * series.records
  };
}

function account(index: number): string {
  return JSON.stringify({
    Name: `Customer ${index}`,
    Phone: '+49 30 1234567',
    BillingCity: 'Berlin',
    AnnualRevenue: index
  });
}

function collection(index: number): string {
  const records = Array.from({ length: 200 }, (_none, place) => ({
    attributes: { type: 'Account' },
    Name: `Customer ${index}-${place}`,
    Phone: '+49 30 1234567'
  }));
  return JSON.stringify({ allOrNone: true, records });
}
