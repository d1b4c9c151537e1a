import type { Alerts } from '../port/alerts.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createAlerts(_context: StoreContext): Alerts {
  return unfinished('Alerts');
}
