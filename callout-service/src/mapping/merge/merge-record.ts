import type { MappingContent } from '../mapping-content.ts';
import type { MergeContext } from './merge-context.ts';
import type { MergeInput, MergeResult } from './merge.ts';

/**
 * Decides field map by field map what is to be written where, so that a record is the same on both sides. Without
 * Salesforce's record and without agreed values everything goes to Salesforce, empty values too: so are a mirror's values
 * made. Without Sage's record everything but empty values goes to Sage, which then fills in its own defaults.
 */
export function mergeRecord(content: MappingContent, input: MergeInput, context: MergeContext): MergeResult {
  void content;
  void input;
  void context;
  throw new Error('not there yet');
}
