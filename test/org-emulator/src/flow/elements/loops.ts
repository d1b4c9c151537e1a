import { z } from 'zod';
import { text } from '../../metadata/xml.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import { type FlowValue, isCollection } from '../flow-value.ts';
import type { Interview } from '../interview.ts';

/**
 * Loop: hands out one item of a collection at each visit, under its own name and in a variable where one is
 * named. The items are those of the moment when the loop began; the current one is a copy.
 */
export const loops = defineElement({
  kind: 'loops',
  schema: z.strictObject({
    ...commonProperties,
    collectionReference: text,
    assignNextValueToReference: text.optional(),
    iterationOrder: z.enum(['Asc', 'Desc']).default('Asc'),
    nextValueConnector: connectorSchema.optional(),
    noMoreValuesConnector: connectorSchema.optional()
  }),
  build: (loop) => ({
    targets: [loop.nextValueConnector, loop.noMoreValuesConnector],
    references: [loop.collectionReference, loop.assignNextValueToReference ?? []].flat(),
    valueType: (typeOf) => {
      const type = typeOf(loop.collectionReference);
      return type && { ...type, isCollection: false };
    },
    run: (interview) => {
      const rest = interview.loopState(loop.name) ?? itemsOf(loop, interview);
      const [item, ...later] = rest;
      interview.recorder.note('items left', later.length);
      if (item === undefined) {
        interview.setLoopState(loop.name, undefined);
        return loop.noMoreValuesConnector;
      }
      interview.setLoopState(loop.name, later);
      interview.setElementValue(loop.name, item);
      if (loop.assignNextValueToReference) interview.assign(loop.assignNextValueToReference, item);
      return loop.nextValueConnector;
    }
  })
});

function itemsOf(
  loop: {
    readonly collectionReference: string;
    readonly iterationOrder: 'Asc' | 'Desc';
  },
  interview: Interview
): readonly FlowValue[] {
  const value = interview.resolve(loop.collectionReference) ?? [];
  if (!isCollection(value)) throw new FlowFault(`${loop.collectionReference} is not a collection.`);
  return loop.iterationOrder === 'Desc' ? value.toReversed() : value;
}
