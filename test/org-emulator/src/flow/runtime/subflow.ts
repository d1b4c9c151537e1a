import { z } from 'zod';
import type { DeclaredType } from '../data-type.ts';
import type { FlowLoadContext } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import type { FlowValue } from '../flow-value.ts';
import { Interview } from '../interview.ts';
import { variableSchema, type FlowVariable } from '../resources/resources.ts';
import type { Steps } from './pause.ts';
import { interviewSteps } from './run-interview.ts';

/** Salesforce stops flows that call each other for ever; this many within each other are enough here. */
const deepest = 50;

/** Runs a flow within an interview, in the same transaction and as the same user. Answers its outputs. */
export function* subflowSteps(
  parent: Interview,
  elementName: string,
  flowName: string,
  inputs: ReadonlyMap<string, FlowValue>
): Steps<ReadonlyMap<string, FlowValue>> {
  const flow = parent.setting.flowNamed(flowName);
  if (!flow?.active) throw new FlowFault(`The flow ${flowName} does not exist or has no active version.`);
  if (parent.within.split('.').length > deepest) throw new FlowFault('Flows call each other without end.');
  const child = new Interview(
    flow,
    { ...parent.setting, triggering: undefined },
    { interview: parent, name: elementName }
  );
  for (const [name, value] of inputs) child.assign(name, value);
  yield* interviewSteps(child, flow.start.firstElement);
  return outputsOf(child);
}

/** Values of all output variables. */
export function outputsOf(interview: Interview): ReadonlyMap<string, FlowValue> {
  const outputs = [...interview.flow.variables.values()].filter(({ isOutput }) => isOutput);
  return new Map(outputs.map(({ name }) => [name, interview.resolve(name)]));
}

/** What is wrong with a call of a flow: no such flow, no such input or output. */
export function inputProblems(
  context: FlowLoadContext,
  flowName: string,
  inputs: readonly string[],
  outputs: readonly string[]
): string[] {
  if (!context.flows.has(flowName)) return [`the flow ${flowName} does not exist`];
  const variables = variablesOf(context, flowName);
  const has = (name: string, test: (variable: FlowVariable) => boolean) =>
    variables.some((each) => each.name === name && test(each));
  return [
    ...inputs
      .filter((name) => !has(name, ({ isInput }) => isInput))
      .map((name) => `the flow ${flowName} has no input ${name}`),
    ...outputs
      .filter((name) => !has(name, ({ isOutput }) => isOutput))
      .map((name) => `the flow ${flowName} has no output ${name}`)
  ];
}

/** Types of a flow's outputs, as they stand under the name of the element that calls it. */
export function outputTypes(context: FlowLoadContext, flowName: string): DeclaredType {
  const outputs = variablesOf(context, flowName).filter(({ isOutput }) => isOutput);
  const properties = new Map(outputs.map((each) => [each.name, each] as const));
  return {
    dataType: 'Apex',
    isCollection: false,
    objectType: flowName,
    properties
  };
}

function variablesOf(context: FlowLoadContext, flowName: string): FlowVariable[] {
  const xml = context.flows.get(flowName)?.elementsByKind.get('variables') ?? [];
  return z.array(variableSchema).catch([]).parse(xml);
}
