import type { OrderWorld } from '../../orders/world/order-world.ts';
import { comparePair } from '../compare/compare-pair.ts';
import { pairChecks } from '../compare/pair-check.ts';

/** Where both systems differ, in words; of the pairs given. */
export async function pairsInStep(world: OrderWorld, pairs: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const check of pairChecks.filter(({ pair }) => pairs.includes(pair))) {
    const { pair, missing, superfluous, duplicated, different } = await comparePair(world, check);
    found.push(
      ...listed(`${pair}: lost, in Sage only`, missing),
      ...listed(`${pair}: in Salesforce only`, superfluous),
      ...listed(`${pair}: more than once in Salesforce`, duplicated),
      ...listed(`${pair}: different`, different)
    );
  }
  return found;
}

function listed(what: string, found: readonly string[]): string[] {
  return found.length === 0 ? [] : [`${what}: ${found.length}, as ${found.slice(0, 3).join('; ')}`];
}
