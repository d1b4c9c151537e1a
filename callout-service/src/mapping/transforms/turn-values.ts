import type { Way } from './definition.ts';
import { transformDefinitions } from './definitions.ts';
import type { TransformContext } from './transform-context.ts';
import type { Transform } from './transform.ts';
import { isRefused, type Turned, type Values } from './turning.ts';

/** Values of Sage on their way to Salesforce (forward): through the transforms in their order; or back, in the opposite one. */
export function turnValues(
  transforms: readonly Transform[],
  values: Values,
  way: Way,
  context: TransformContext
): Turned {
  let turned: Turned = values;
  for (const transform of way === 'forward' ? transforms : transforms.toReversed()) {
    if (isRefused(turned)) return turned;
    turned = transformDefinitions[transform.kind][way](transform, turned, context);
  }
  return turned;
}
