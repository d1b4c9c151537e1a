import { countStage } from './report.ts';
import type { Stage, StageResult } from './stages.ts';

/**
 * Runs a stage within its limit. A stage that takes longer is stopped, and one that throws has failed: neither keeps the
 * later stages from running. `interrupted` (Ctrl-C) stops it as well, and the caller runs no further one.
 */
export async function runWithinLimit(stage: Stage, interrupted: AbortSignal): Promise<StageResult> {
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort(new Error(`${stage.name} was stopped: it took longer than ${stage.limitMinutes} minutes.`));
  }, stage.limitMinutes * 60_000);
  const stop = AbortSignal.any([interrupted, limit.signal]);
  try {
    const result = await stage.run(stop);
    return stop.aborted ? failure(stop.reason, result.tail) : result;
  } catch (error) {
    return failure(error, '');
  } finally {
    clearTimeout(timer);
  }
}

function failure(error: unknown, tail: string): StageResult {
  const detail = error instanceof Error ? error.message : String(error);
  return { passed: false, detail, cases: countStage(false), tail };
}
