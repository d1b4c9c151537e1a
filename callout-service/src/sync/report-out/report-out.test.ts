import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReportFiles } from '../../sage/visual-integrator/report-files.ts';
import type { ReportTable } from '../../salesforce/port/salesforce-reports.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import { systemClock } from '../../telemetry/clock.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { lanes } from '../lanes.ts';
import { createReportOut } from './report-out.ts';

let directory: string;
let kept: EmbeddedStore;
beforeAll(async () => {
  [directory, kept] = await Promise.all([
    mkdtemp(join(tmpdir(), 'ledger-bridge-reports-')),
    openEmbeddedStore()
  ]);
});
afterAll(() => Promise.all([rm(directory, { recursive: true }), kept.remove()]));

const columns = ['Account', 'Amount'].map((label) => ({ name: label, label, type: 'string' }));
const messages: unknown[] = [];

async function deliver(table: Pick<ReportTable, 'rows' | 'complete'>): Promise<void> {
  const handler = createReportOut({
    salesforce: {
      records: {
        all: () => Promise.resolve([{ Id: 'a02', Report_Id__c: 'Open_Deals', File_Name__c: 'open.csv' }]),
        update: (_object, changes) => {
          messages.push(...changes.map(({ fields }) => fields['Last_Message__c']));
          return Promise.resolve(changes.map(({ id }) => ({ ok: true, id, created: false })));
        }
      },
      reports: { run: () => Promise.resolve({ name: 'Open deals', columns, ...table }) }
    },
    files: createReportFiles(directory),
    clock: systemClock,
    logger: createLogger({ level: 'silent', secrets: [] })
  });
  const { store } = kept;
  await store.jobs.enqueue({ lane: lanes.reportOut, payload: { deliveryId: 'a02' } });
  const [job] = await store.jobs.claim({ lane: lanes.reportOut, limit: 1, worker: 'test', leaseMs: 9_000 });
  if (job === undefined) throw new Error('the job is not there');
  await handler.run(job, { store, signal: new AbortController().signal });
}

it('when a report is delivered, then its file is whole, safe to open, and replaced by the next one', async () => {
  await deliver({ rows: [['Old', '1']], complete: true });
  await deliver({
    rows: [
      ['A "B", C\n=x', '-1.50'],
      ['=cmd()', null]
    ],
    complete: true
  });
  expect(await readdir(directory)).toEqual(['open.csv']);
  expect(await readFile(join(directory, 'open.csv'), 'utf8')).toBe(
    '"Account","Amount"\r\n"A ""B"", C =x","-1.50"\r\n" =cmd()",""\r\n'
  );
  expect(messages.at(-1)).toBe('2 rows were delivered as open.csv.');
});

it('when Salesforce gives a part of a report only, then nothing is delivered, and the delivery says why', async () => {
  const before = await readFile(join(directory, 'open.csv'), 'utf8');
  await expect(deliver({ rows: [['A', '1']], complete: false })).rejects.toMatchObject({ code: 'LB786' });
  expect(await readFile(join(directory, 'open.csv'), 'utf8')).toBe(before);
  expect(messages.at(-1)).toContain('left others out');
});
