import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { DeclaredType } from '../data-type.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import type { FlowValue } from '../flow-value.ts';

/** Inputs from a client as the flow takes them. Throws INVALID_INPUT for names and types it does not have. */
export function readInputs(
  flow: FlowDefinition,
  inputs: Readonly<Record<string, unknown>>
): Record<string, FlowValue> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, readInput(flow, name, value)])
  );
}

function readInput(flow: FlowDefinition, name: string, value: unknown): FlowValue {
  const variable = flow.variables.get(name);
  if (!variable?.isInput) {
    const message = `The flow ${flow.fullName} has no input variable ${name}`;
    throw new SalesforceError(400, 'INVALID_INPUT', message, [name]);
  }
  const read = readValue(variable, value);
  if (read === undefined) {
    throw new SalesforceError(400, 'INVALID_INPUT', `The input ${name} has the wrong type`, [name]);
  }
  return read;
}

function readValue(type: DeclaredType, value: unknown): FlowValue | undefined {
  if (!type.isCollection) return readOne(type, value);
  if (!Array.isArray(value)) return undefined;
  const items = value.map((each: unknown) => readOne(type, each));
  return items.every((each) => each !== undefined) ? items : undefined;
}

function readOne({ dataType, objectType }: DeclaredType, value: unknown): FlowValue | undefined {
  if (value === null || value === undefined) return null;
  if (dataType !== 'SObject' && dataType !== 'Apex') return asSingle(value);
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const given = Object.entries(value).filter(([name]) => name !== 'attributes');
  const fields = given.map(([name, each]) => [name, asSingle(each) ?? null] as const);
  return { objectName: objectType ?? '', fields: Object.fromEntries(fields) };
}

function asSingle(value: unknown): FlowValue | undefined {
  if (value === null) return null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
