import { z } from 'zod';
import type { PageOperation } from './page-flow.ts';

/** A variable of a flow. */
export interface FlowValue {
  readonly name: string;
  readonly type: 'String' | 'Number' | 'Boolean' | 'Apex';
  readonly description: string;
}

/** Who asks is taken from the user who runs the flow. */
const SET_BY_FLOW: readonly string[] = ['operator', 'requestedBy'];

export function isSetByFlow(name: string): boolean {
  return SET_BY_FLOW.includes(name);
}

/** What an operation is given: its parameters, and the members of its body. */
export function inputsOf({
  definition: { parameters, body }
}: PageOperation): readonly (FlowValue & { readonly inBody: boolean })[] {
  return [
    ...parameters.map(({ name, type, description }) => ({
      name,
      type: flowType(type),
      description: `${description}.`,
      inBody: false
    })),
    ...(body === undefined ? [] : membersOf(body.schema)).map((value) => ({ ...value, inBody: true }))
  ];
}

/** The parts of a typed answer; none of one that is text. */
export function outputsOf({ definition: { answer } }: PageOperation): readonly FlowValue[] {
  return answer.form === 'json' ? membersOf(answer.schema) : [];
}

function membersOf(schema: z.ZodObject): readonly FlowValue[] {
  const { properties = {} } = z.toJSONSchema(schema);
  return Object.entries(properties).map(([name, property]) => {
    if (typeof property === 'boolean') throw new Error(`${name} has no type`);
    return { name, type: flowType(property.type), description: `${property.description ?? name}.` };
  });
}

function flowType(type: unknown): FlowValue['type'] {
  if (type === 'integer' || type === 'number') return 'Number';
  return type === 'boolean' ? 'Boolean' : 'String';
}
