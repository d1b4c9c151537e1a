import { z } from 'zod';
import { fitting } from '../../inquiry/fitting.ts';
import type { Store } from '../../store/port/store.ts';
import { readChanges, type ChangesQuestion } from './read-changes.ts';

/** A page of the feed as operations answer it. */
export const changesAnswerSchema = z
  .object({
    changes: z.array(
      z.object({
        id: z.int(),
        /** Canonical entity, as `customer`. */
        entity: z.string(),
        /** Key in Sage, as `01-ABF`. */
        sageKey: z.string(),
        change: z.enum(['created', 'updated', 'deleted']),
        at: z.iso.datetime(),
        /** Canonical values by field; null for what is gone. */
        values: z.unknown()
      })
    ),
    /** Cursor to go on with. */
    next: z.int(),
    /** Whether there are more at once. */
    more: z.boolean()
  })
  .meta({ id: 'Changes' });
export type ChangesAnswer = z.infer<typeof changesAnswerSchema>;

/** Makes the reading of the feed; as many changes as one answer holds. Rejects with LB793, LB602. */
export function createChangeList(
  store: Pick<Store, 'changes'>
): (question: ChangesQuestion) => Promise<ChangesAnswer> {
  return async (question) => {
    const { changes, next, more } = await readChanges(store, question);
    const shown = fitting(changes);
    const last = shown.at(-1);
    return shown.length < changes.length && last !== undefined
      ? { changes: [...shown], next: last.id, more: true }
      : { changes: [...changes], next, more };
  };
}
