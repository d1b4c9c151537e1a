import { balance } from './balance/scenario.ts';
import { orders } from './orders/scenario.ts';
import { org } from './org/scenario.ts';
import { sage } from './sage/scenario.ts';
import type { Scenario } from './scenario.ts';
import { store } from './store/scenario.ts';
import { sync } from './sync/scenario.ts';

/** Every benchmark that `npm run bench -- <name>` knows. A new one is added here. */
export const scenarios: readonly Scenario[] = [balance, orders, org, sage, store, sync];
