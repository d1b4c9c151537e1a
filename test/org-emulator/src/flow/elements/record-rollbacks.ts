import { z } from 'zod';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import type { Steps } from '../runtime/pause.ts';
import { startKind } from '../start/start-kind.ts';

/** Roll Back Records: undoes every change of the running transaction; the flow goes on in a new one. */
export const recordRollbacks = defineElement({
  kind: 'recordRollbacks',
  schema: z.strictObject({
    ...commonProperties,
    connector: connectorSchema.optional()
  }),
  build: ({ connector }, context) => ({
    targets: [connector],
    references: [],
    hasEffects: true,
    problems: startKind(context.flow).startsWith('Record')
      ? ['a flow that runs while a record is saved cannot roll back']
      : [],
    run: () => rollBack(connector)
  })
});

function* rollBack(connector: string | undefined): Steps<string | undefined> {
  yield { kind: 'rollback' };
  return connector;
}
