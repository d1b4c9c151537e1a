import { sql, type Kysely } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { entryName, freeText } from '../entry-text.ts';
import { createAudit } from '../operation/audit.ts';
import type { NewSyncRun, RunCounts, RunFilter, SyncRun, SyncRuns } from '../port/sync-runs.ts';
import { pageSize, reading } from '../reading.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import type { StoreContext } from '../store-context.ts';
import { addedCauses, addedCounts, runOf } from './sync-run-row.ts';

/** Runs and what they did with how many records. */
export function createSyncRuns(context: StoreContext): SyncRuns {
  return {
    start: (run) => context.inTransaction((within) => start(within, run)),
    add: (id, counts, causes = {}) => context.inTransaction((within) => add(within, id, counts, causes)),
    requestStop: (id, operator) => context.inTransaction((within) => requestStop(within, id, operator)),
    finish: (id, state, end = {}) => context.inTransaction((within) => finish(within, id, state, end)),
    find: (id) =>
      reading(context, async (database) => {
        const row = await database.selectFrom('sync_run').selectAll().where('id', '=', id).executeTakeFirst();
        return row && runOf(row);
      }),
    list: (filter) => reading(context, (database) => list(database, filter)),
    endSilent: (silentForMs) => context.inTransaction((within) => endSilent(within, silentForMs))
  };
}

type SyncRunEnd = NonNullable<Parameters<SyncRuns['finish']>[2]>;

async function start({ database, dialect }: StoreContext, run: NewSyncRun): Promise<SyncRun> {
  const row = await database
    .insertInto('sync_run')
    .values({
      object: entryName(run.object, 'object of the run'),
      direction: run.direction,
      trigger: entryName(run.trigger, 'trigger of the run'),
      mode: entryName(run.mode, 'mode of the run'),
      watermark_before: run.watermarkBefore === null ? null : freeText(run.watermarkBefore),
      watermark_after: null,
      mapping_version: run.mappingVersion ?? null,
      instance: entryName(run.instance, 'instance of the run'),
      state: 'running',
      started_at: dialect.now(),
      last_sign_at: dialect.now(),
      finished_at: null,
      reason: null
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return runOf(row);
}

/** The first statement holds the row, so that causes which are read from it are those that count. */
async function add(
  { database, dialect }: StoreContext,
  id: number,
  counts: Partial<RunCounts>,
  causes: SyncRun['causes']
): Promise<void> {
  const row = await database
    .updateTable('sync_run')
    .set({ ...addedCounts(counts), last_sign_at: dialect.now() })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('causes_json')
    .executeTakeFirst();
  if (row === undefined) throw notRunning(id);
  if (Object.keys(causes).length === 0) return;
  const causesJson = addedCauses(row.causes_json, causes);
  await database.updateTable('sync_run').set({ causes_json: causesJson }).where('id', '=', id).execute();
}

async function requestStop(within: StoreContext, id: number, operator: string): Promise<boolean> {
  const { numUpdatedRows } = await within.database
    .updateTable('sync_run')
    .set({ stop_requested: 1 })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await createAudit(within).record({ operator, action: 'stop-run', subject: `run ${id}` });
  return true;
}

async function finish(
  { database, dialect }: StoreContext,
  id: number,
  state: 'succeeded' | 'failed' | 'stopped',
  { reason, watermarkAfter = null }: SyncRunEnd
): Promise<SyncRun> {
  const row = await database
    .updateTable('sync_run')
    .set({
      state,
      reason: reason === undefined ? null : freeText(reason),
      watermark_after: watermarkAfter === null ? null : freeText(watermarkAfter),
      last_sign_at: dialect.now(),
      finished_at: dialect.now()
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw notRunning(id);
  return runOf(row);
}

async function list(
  database: Kysely<StoreDatabase>,
  { object, state, before, limit }: RunFilter
): Promise<readonly SyncRun[]> {
  let query = database.selectFrom('sync_run').selectAll().orderBy('id', 'desc').limit(pageSize(limit));
  if (object !== undefined) query = query.where('object', '=', object);
  if (state !== undefined) query = query.where('state', '=', state);
  if (before !== undefined) query = query.where('id', '<', before);
  return (await query.execute()).map(runOf);
}

/** One statement, so that of several instances one gets each run. */
async function endSilent(
  { database, dialect }: StoreContext,
  silentForMs: number
): Promise<readonly SyncRun[]> {
  const rows = await database
    .updateTable('sync_run')
    .set({
      state: 'interrupted',
      finished_at: dialect.now(),
      reason: 'Its process gave no sign any more.'
    })
    .where('state', '=', 'running')
    .where('last_sign_at', '<=', sql<number>`${dialect.now()} - ${silentForMs}`)
    .returningAll()
    .execute();
  return rows.map(runOf);
}

function notRunning(id: number): LedgerBridgeError {
  return new LedgerBridgeError('LB610', { detail: `Run ${id} is not running.` });
}
