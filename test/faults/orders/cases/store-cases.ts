import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import {
  loadStoreConfiguration,
  storeOptionsOf
} from '../../../../callout-service/src/config/store-configuration.ts';
import { keyOf } from '../seed/planned-order.ts';
import { askService } from '../world/service-api.ts';
import { until } from '../world/until.ts';
import { playAll, type CaseWork, type OrderCase } from './order-case.ts';

/** As a later release would call a step of its own. */
const NEWER = '999-of-a-newer-release';

/** Faults of where the service keeps what it must not lose. */
export const storeCases: readonly OrderCase[] = [
  { name: 'the disk of the store is full, and has room again', needsDisk: true, play: fillDisk },
  { name: 'the store takes no changes, and takes them again', needsDisk: true, play: readOnly },
  { name: 'an older release starts on a newer store with a full queue', play: startOlder }
];

/** What cannot be kept is not acknowledged: the stream waits, and who submits by the operation is told so. */
async function fillDisk(work: CaseWork): Promise<void> {
  const { world, stream, disk } = work;
  if (disk === undefined) throw new Error('The case has no disk');
  await stream.playUntil(stream.length / 3);
  const filler = join(disk.directory, 'filler');
  fill(filler);
  await stream.playUntil((stream.length * 2) / 3);
  const isRefused = () => {
    fill(filler);
    return world.serviceLog().includes('LB605');
  };
  if (!(await until(isRefused, 60_000))) work.violated('the store on the full disk refused nothing');
  const submitted = await submitOne(work);
  if (submitted !== 507) work.violated(`an order was submitted to a full disk with the answer ${submitted}`);
  await playAll(work);
  await delay(3_000);
  rmSync(filler);
}

/** Writes until there is no room; what somebody else freed meanwhile is filled as well. */
function fill(file: string): void {
  const descriptor = openSync(file, 'a');
  try {
    for (const size of [65_536, 4_096, 512]) {
      const piece = Buffer.alloc(size, 1);
      while (takes(descriptor, piece));
    }
  } finally {
    closeSync(descriptor);
  }
}

function takes(descriptor: number, piece: Buffer): boolean {
  try {
    return writeSync(descriptor, piece) === piece.length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}

async function submitOne(work: CaseWork): Promise<number> {
  const order = work.orders.find(({ done, poison }) => done.includes('submit') && !poison);
  const recordId = order === undefined ? '' : keyOf(order);
  const { status } = await askService(work.world, {
    ...{ method: 'POST', path: '/v1/orders', role: 'writer' },
    headers: { 'idempotency-key': `full-disk-${recordId}` },
    body: {
      objectName: recordId.startsWith('006') ? 'Opportunity' : 'Order',
      recordId,
      action: 'submit'
    }
  });
  return status;
}

/** While files are open no disk becomes read-only; a database of a server does, and its connections find out. */
async function readOnly(work: CaseWork): Promise<void> {
  const { world, stream } = work;
  await stream.playUntil(stream.length / 2);
  const { postgres } = world;
  if (postgres !== undefined) {
    const setTo = (value: 'on' | 'off') =>
      postgres.execute(
        `begin read write;
         alter database postgres set default_transaction_read_only = ${value};
         commit;
         select pg_terminate_backend(pid) from pg_stat_activity
           where pid <> pg_backend_pid() and backend_type = 'client backend'`
      );
    await setTo('on');
    await playAll(work);
    await delay(5_000);
    await setTo('off');
    return;
  }
  await world.stopServices();
  const directory = work.disk?.directory ?? '';
  execFileSync('mount', ['-o', 'remount,ro', directory]);
  await playAll(work);
  await refusedStart(work, 'LB601');
  execFileSync('mount', ['-o', 'remount,rw', directory]);
  await world.startServices();
}

/** The way back to an older release: it refuses the store and leaves it as it is, and the newer one goes on. */
async function startOlder(work: CaseWork): Promise<void> {
  const { world } = work;
  await world.sageControl.stop();
  await playAll(work);
  await delay(2_000);
  await world.stopServices();
  await putStep(work, true);
  await refusedStart(work, 'LB604');
  await putStep(work, false);
  await world.startServices();
  await world.sageControl.start();
}

/** None of the services starts, each with that code. */
async function refusedStart({ world, violated }: CaseWork, code: string): Promise<void> {
  for (const service of world.services) {
    const outcome = await service.start().then(
      () => 'it started',
      (error: unknown) => String(error)
    );
    if (!outcome.includes(code)) violated(`${service.name} was to refuse its store with ${code}: ${outcome}`);
    await service.stop();
  }
}

/** Writes into the store that a newer release has worked with it, or takes that back. */
async function putStep({ world }: CaseWork, isNewer: boolean): Promise<void> {
  const change = (table: string) =>
    isNewer
      ? `insert into ${table} (name, timestamp) values ('${NEWER}', '2099-01-01T00:00:00.000Z')`
      : `delete from ${table} where name = '${NEWER}'`;
  const { database } = storeOptionsOf(loadStoreConfiguration(world.serviceEnvironment()), { use: 'shared' });
  if (database.engine === 'postgres') {
    await world.postgres?.execute(change(`${database.schema}.store_migration`));
    return;
  }
  const file = new Database(database.file);
  try {
    file.exec(change('store_migration'));
  } finally {
    file.close();
  }
}
