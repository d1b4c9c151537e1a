import { describeDecision } from '../../../mapping/merge/describe-decision.ts';
import type { FieldDecision } from '../../../mapping/merge/merge.ts';

/** What was done to the fields of a record, one sentence each; nothing of those that were equal or left alone. */
export function recordStory(decisions: readonly FieldDecision[]): readonly string[] {
  return decisions.filter(({ outcome }) => outcome !== 'equal' && outcome !== 'left').map(describeDecision);
}

/** The story of a record of which both sides had changed a field, and a rule decided; empty for any other. */
export function conflictStory(decisions: readonly FieldDecision[]): readonly string[] {
  const isConflict = decisions.some(({ by }) => by !== undefined && by !== 'master');
  return isConflict ? recordStory(decisions) : [];
}
