import { ask } from 'c/sageOperation';
import type { Asked, Transport } from 'c/sageOperation';
import { readRunPage, readSyncRun } from 'c/syncRun';
import type { SyncRun } from 'c/syncRun';

/** As many as there are object pairs, and then some that were started meanwhile. */
const NEWEST = 50;

/**
 * The runs of these numbers, in this order. Several are asked for with one question, since each question is a flow; those
 * that are no longer among the newest are asked for one by one.
 */
export async function askRuns(
  transport: Transport,
  runIds: readonly number[]
): Promise<Asked<readonly SyncRun[]>> {
  const newest = runIds.length > 1 ? await askNewest(transport) : answered([]);
  if (newest.kind === 'problem') return newest;
  const asked = await Promise.all(
    runIds.map((runId) => {
      const known = newest.value.find((run) => run.runId === runId);
      return known === undefined ? askRun(transport, runId) : Promise.resolve(answered(known));
    })
  );
  const runs: SyncRun[] = [];
  for (const each of asked) {
    if (each.kind === 'problem') return each;
    runs.push(each.value);
  }
  return answered(runs);
}

/** Asks a run to end after its page. */
export function stopRun(transport: Transport, runId: number): Promise<Asked<SyncRun>> {
  return ask(transport, 'Sage_Stop_Sync', { runId }, ({ json }) => readSyncRun(json));
}

function askNewest(transport: Transport): Promise<Asked<readonly SyncRun[]>> {
  return ask(transport, 'Sage_List_Syncs', { pageSize: NEWEST }, ({ json }) => readRunPage(json).runs);
}

function askRun(transport: Transport, runId: number): Promise<Asked<SyncRun>> {
  return ask(transport, 'Sage_Get_Sync', { runId }, ({ json }) => readSyncRun(json));
}

function answered<T>(value: T): Asked<T> {
  return { kind: 'answer', value };
}
