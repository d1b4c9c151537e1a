import type { StoredAnswers } from '../port/stored-answers.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createStoredAnswers(_context: StoreContext): StoredAnswers {
  return unfinished('StoredAnswers');
}
