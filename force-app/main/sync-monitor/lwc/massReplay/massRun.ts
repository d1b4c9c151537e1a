import { askDetail, replay, skip } from 'c/failureModel';
import type { Decision } from 'c/failureModel';
import type { Problem } from 'c/reduceErrors';
import type { Asked, Transport } from 'c/sageOperation';

/** What is to be done to many failures. */
export interface MassWork {
  readonly jobIds: readonly number[];
  readonly action: 'replay' | 'skip';
  /** Of a skip. */
  readonly reason?: string | undefined;
}

/** What became of one of them. */
export type Fate =
  | { readonly kind: 'asked' | 'before' | 'skipped' | 'running' | 'done' }
  | {
      readonly kind: 'again';
      /** Key of the record in Sage or its id in Salesforce, where the failure has one. */
      readonly name: string | undefined;
      readonly code: string;
      readonly title: string;
      readonly message: string;
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Who hears of each, and who may say that it is enough. */
export interface MassWatch {
  readonly onFate: (jobId: number, fate: Fate) => void;
  readonly isStopped: () => boolean;
}

/** Questions that are under way at once: each runs a flow, and the service is for others too. */
const AT_ONCE = 3;

/**
 * Does the work in the order of its list, few at once, until all is asked for or `isStopped` says so. `onFate` hears of
 * each. What the service refuses is kept, and the others go on.
 */
export function runMass(
  transport: Transport,
  work: MassWork,
  { onFate, isStopped }: MassWatch
): Promise<void> {
  return inTurns(work.jobIds, isStopped, async (jobId) => {
    onFate(jobId, fateOf(await decide(transport, work, jobId)));
  });
}

/** Looks what became of jobs that were replayed. */
export function lookAtAll(
  transport: Transport,
  jobIds: readonly number[],
  { onFate, isStopped }: MassWatch
): Promise<void> {
  return inTurns(jobIds, isStopped, async (jobId) => onFate(jobId, await look(transport, jobId)));
}

async function inTurns(
  jobIds: readonly number[],
  isStopped: () => boolean,
  each: (jobId: number) => Promise<void>
): Promise<void> {
  const rest = [...jobIds];
  const turn = async (): Promise<void> => {
    const jobId = isStopped() ? undefined : rest.shift();
    if (jobId === undefined) return;
    await each(jobId);
    await turn();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
}

function decide(
  transport: Transport,
  { action, reason = '' }: MassWork,
  jobId: number
): Promise<Asked<Decision>> {
  return action === 'replay' ? replay(transport, jobId) : skip(transport, jobId, reason);
}

function fateOf(asked: Asked<Decision>): Fate {
  if (asked.kind === 'problem') return { kind: 'refused', problem: asked.problem };
  if (asked.value.outcome === 'not-dead') return { kind: 'before' };
  return { kind: asked.value.outcome === 'skipped' ? 'skipped' : 'asked' };
}

async function look(transport: Transport, jobId: number): Promise<Fate> {
  const asked = await askDetail(transport, jobId);
  // What cannot be looked at now is still in line as far as anybody knows.
  if (asked.kind === 'problem') return { kind: 'running' };
  const { state, code = '', title, message = '', sageKey, recordId, key } = asked.value;
  if (state === 'dead') return { kind: 'again', name: sageKey ?? recordId ?? key, code, title, message };
  if (state === 'done') return { kind: 'done' };
  return { kind: state === 'skipped' ? 'skipped' : 'running' };
}
