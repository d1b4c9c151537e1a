import { CalloutFault } from '../../callouts/callout-fault.ts';
import { FlowFault } from '../flow-fault.ts';
import type { FlowValue } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { outside, type Steps } from '../runtime/pause.ts';
import type { ActionCall, ActionKind } from './action-kind.ts';

/** An operation of an External Service, called as the running user, between two transactions. */
export const externalService: ActionKind = {
  type: 'externalService',
  problems: ({ actionName, inputs, outputs }, { externalServices }) =>
    externalServices.callProblems(actionName, inputs, outputs),
  outputType: (actionName, { externalServices }) => externalServices.outputType(actionName),
  run: (call, interview) => callOperation(call, interview)
};

function* callOperation(call: ActionCall, interview: Interview): Steps<ReadonlyMap<string, FlowValue>> {
  const { actionName, inputs, model } = call;
  const { services, access, recorder } = interview;
  recorder.note('called', actionName);
  const outputs = yield* outside(model, async () => {
    try {
      return await services.externalServices.call({ actionName, inputs }, access);
    } catch (error) {
      if (error instanceof CalloutFault) throw new FlowFault(error.message);
      throw error;
    }
  });
  recorder.note(`${actionName} answered`, outputs.get('responseCode') ?? null);
  return outputs;
}
