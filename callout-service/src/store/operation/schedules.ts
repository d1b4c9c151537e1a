import type { Schedules } from '../port/schedules.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createSchedules(_context: StoreContext): Schedules {
  return unfinished('Schedules');
}
