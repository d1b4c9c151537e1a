import { FlowFault } from '../flow-fault.ts';
import type { Pause, Steps } from './pause.ts';

/** Salesforce's text for a callout that follows changes of the same transaction. */
export const uncommittedWork =
  'You have uncommitted work pending. Please commit or rollback before calling out';

/** Takes all steps at once, inside the running transaction. Where they would pause, the element fails instead. */
export function runSynchronously(steps: Steps<void>): void {
  let step = steps.next();
  while (step.done !== true) step = steps.throw(new FlowFault(refusal(step.value)));
}

function refusal({ kind }: Pause): string {
  if (kind === 'outside') return uncommittedWork;
  return `A flow that runs while a record is saved cannot do this (${kind}).`;
}
