import { readRunReport } from 'c/runDetail';
import type { RunReport } from 'c/runDetail';
import { ask } from 'c/sageOperation';
import type { Asked, Transport } from 'c/sageOperation';
import { readRunPage } from 'c/syncRun';
import type { RunPage } from 'c/syncRun';
import { readActivity } from './activity';
import type { Activity } from './activity';

const NEWEST = 50;

export function askActivity(transport: Transport): Promise<Asked<Activity>> {
  return ask(transport, 'Sage_Get_Activity', {}, ({ json }) => readActivity(json));
}

export function askNewestRuns(transport: Transport): Promise<Asked<RunPage>> {
  return ask(transport, 'Sage_List_Syncs', { pageSize: NEWEST }, ({ json }) => readRunPage(json));
}

export function askRun(transport: Transport, runId: number): Promise<Asked<RunReport>> {
  return ask(transport, 'Sage_Get_Sync', { runId }, ({ json }) => readRunReport(json));
}
