import type { FieldDecision } from './merge.ts';

/** One field map's decision as a sentence for people; for previews and the sync log. */
export function describeDecision(decision: FieldDecision): string {
  return `${decision.id}: ${decision.outcome}`;
}
