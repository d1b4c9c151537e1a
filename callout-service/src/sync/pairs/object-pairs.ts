import { contactPair } from './contact-pair.ts';
import { customerPair } from './customer-pair.ts';
import type { ObjectPair } from './object-pair.ts';
import type { PairName } from './pair-names.ts';
import { usualReadSettings, type ReadSettings } from './read-settings.ts';

/** Every object pair in the order of dependencies, reading as the service's configuration says. */
export function createObjectPairs(_settings: ReadSettings): readonly ObjectPair[] {
  return [customerPair, contactPair];
}

/** With Sage's usual settings: for whoever looks at names and descriptions. The engine is given `createObjectPairs`. */
export const objectPairs: readonly ObjectPair[] = createObjectPairs(usualReadSettings);

/** @throws RangeError for a pair that is not among them, which is a mistake of the service. */
export function objectPair(name: PairName, pairs: readonly ObjectPair[] = objectPairs): ObjectPair {
  const pair = pairs.find((each) => each.name === name);
  if (pair === undefined) throw new RangeError(`there is no object pair ${name}`);
  return pair;
}
