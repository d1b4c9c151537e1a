import { ask } from 'c/sageOperation';
import type { Asked, Transport } from 'c/sageOperation';
import { readMappings, readSageZone } from 'c/syncObjectModel';
import type { MappingInForce, PairName, RunMode } from 'c/syncObjectModel';
import { readRunPage, readSyncRun } from 'c/syncRun';
import type { RunPage, SyncRun } from 'c/syncRun';

/** Several for each pair; those that are older are asked for by their pair. */
const NEWEST = 50;

/** The newest runs; only of one pair where it is named. */
export function askRuns(transport: Transport, pair?: PairName): Promise<Asked<RunPage>> {
  const inputs = { pair, pageSize: pair === undefined ? NEWEST : 1 };
  return ask(transport, 'Sage_List_Syncs', inputs, ({ json }) => readRunPage(json));
}

export function askRun(transport: Transport, runId: number): Promise<Asked<SyncRun>> {
  return ask(transport, 'Sage_Get_Sync', { runId }, ({ json }) => readSyncRun(json));
}

export function askMappings(transport: Transport): Promise<Asked<readonly MappingInForce[]>> {
  return ask(transport, 'Sage_List_Mappings', {}, ({ json }) => readMappings(json));
}

export function askSageZone(transport: Transport): Promise<Asked<string | undefined>> {
  return ask(transport, 'Sage_Get_Status', {}, ({ json }) => readSageZone(json));
}

/** What became of the wish to start runs. */
export interface Started {
  readonly started: number;
  readonly alreadyRunning: number;
}

/** Starts the run of a pair, or those of all that are switched on. */
export function start(transport: Transport, pair: PairName | 'all', mode: RunMode): Promise<Asked<Started>> {
  return ask(transport, 'Sage_Start_Sync', { pair, mode }, (answer) => ({
    started: answer.number('started'),
    alreadyRunning: answer.number('alreadyRunning')
  }));
}

/** Asks a run to end after its page. */
export function stop(transport: Transport, runId: number): Promise<Asked<SyncRun>> {
  return ask(transport, 'Sage_Stop_Sync', { runId }, ({ json }) => readSyncRun(json));
}
