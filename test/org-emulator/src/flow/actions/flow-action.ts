import { inputProblems, outputTypes, subflowSteps } from '../runtime/subflow.ts';
import type { ActionKind } from './action-kind.ts';

/** A flow called as an action; unlike a subflow element it can have a fault path. */
export const flowAction: ActionKind = {
  type: 'flow',
  problems: ({ actionName, inputs, outputs }, context) => inputProblems(context, actionName, inputs, outputs),
  outputType: (actionName, context) => outputTypes(context, actionName),
  run: ({ elementName, actionName, inputs }, interview) =>
    subflowSteps(interview, elementName, actionName, inputs)
};
