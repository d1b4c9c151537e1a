import type { Database } from '../../data/database.ts';
import { FlowFault } from '../flow-fault.ts';
import type { Pause, Steps } from './pause.ts';
import { uncommittedWork } from './run-synchronously.ts';
import { TransactionUsage, type TransactionUsages } from './transaction-usage.ts';

/** How an interview that runs by itself treats transactions. */
export interface SegmentSetting {
  readonly database: Database;
  readonly usages: TransactionUsages;
  /** Screen flows may commit before a callout; others must have nothing pending. */
  readonly mayCommitBeforeCallout: boolean;
  /** Whether the org has been reset since, so that the interview must not go on. */
  readonly isCancelled?: () => boolean;
}

/** Why the segments ended. */
export type SegmentEnd = 'cancelled' | 'finished' | Extract<Pause, { kind: 'screen' | 'wait' }>;

type Resume = { readonly throws: unknown } | undefined;

class RollBack extends Error {}

/**
 * Takes an interview's steps in segments, each a transaction of its own. A callout ends a segment and is awaited
 * between two; Roll Back Records undoes one. What an element throws without fault path undoes its segment and
 * goes on to the caller.
 */
export async function runInSegments(steps: Steps<void>, setting: SegmentSetting): Promise<SegmentEnd> {
  let usage = new TransactionUsage();
  let resume: Resume;
  for (;;) {
    const pause = runSegment(steps, setting, usage, resume);
    resume = undefined;
    if (pause === undefined) return 'finished';
    if (pause.kind === 'screen' || pause.kind === 'wait') return pause;
    if (pause.kind === 'rollback') continue;
    if (pause.commits) usage = new TransactionUsage();
    resume = await outcomeOf(pause.work);
    if (setting.isCancelled?.() === true) return 'cancelled';
  }
}

type SegmentPause =
  Exclude<Pause, { kind: 'outside' }> | (Extract<Pause, { kind: 'outside' }> & { readonly commits: boolean });

/** One transaction. Answers where the steps paused; undefined when they are done. */
function runSegment(
  steps: Steps<void>,
  setting: SegmentSetting,
  usage: TransactionUsage,
  resume: Resume
): SegmentPause | undefined {
  try {
    return setting.database.transaction(() => {
      setting.usages.goOn(usage);
      return takeSteps(steps, setting, usage, resume);
    });
  } catch (error) {
    if (error instanceof RollBack) return { kind: 'rollback' };
    throw error;
  }
}

function takeSteps(
  steps: Steps<void>,
  setting: SegmentSetting,
  usage: TransactionUsage,
  resume: Resume
): SegmentPause | undefined {
  let step = resume ? steps.throw(resume.throws) : steps.next();
  for (;;) {
    if (step.done === true) return undefined;
    if (step.value.kind === 'rollback') throw new RollBack();
    if (step.value.kind !== 'outside') return step.value;
    usage.count('callouts');
    const pending = setting.database.hasPendingChanges;
    const { model } = step.value;
    const commits = setting.mayCommitBeforeCallout && (model === 'NewTransaction' || pending);
    if (!pending || (commits && model !== 'CurrentTransaction')) return { ...step.value, commits };
    step = steps.throw(new FlowFault(uncommittedWork));
  }
}

async function outcomeOf(work: () => Promise<void>): Promise<Resume> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return { throws: error };
  }
}
