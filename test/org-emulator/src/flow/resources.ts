import { z } from 'zod';
import { flag, ignored, text } from '../metadata/xml.ts';
import type { FieldValue } from '../schema/field.ts';
import { FlowFault } from './flow-fault.ts';
import type { FlowValue, ValueExpression } from './flow-value.ts';
import { valueSchema } from './flow-value.ts';

const dataTypes = ['Boolean', 'Currency', 'Date', 'DateTime', 'Number', 'String'] as const;

const dataType = z.enum(dataTypes, {
  error: ({ input }) => `data type ${String(input)} is not supported by the local org`
});

/** A variable of a flow. */
export const variableSchema = z.strictObject({
  name: text,
  dataType,
  isCollection: z
    .literal('false', { error: 'collection variables are not supported by the local org' })
    .optional(),
  isInput: flag.optional(),
  isOutput: flag.optional(),
  value: valueSchema.optional(),
  scale: ignored,
  description: ignored,
  processMetadataValues: ignored
});
export type FlowVariable = z.infer<typeof variableSchema>;

/** A constant of a flow. */
export const constantSchema = z.strictObject({
  name: text,
  dataType,
  value: valueSchema.optional(),
  description: ignored,
  processMetadataValues: ignored
});

/** A named value that never changes. */
export interface FlowConstant {
  readonly name: string;
  readonly value: ValueExpression | undefined;
}

/** A value as a variable of this data type holds it. Throws FlowFault when it cannot. */
export function asDataType(variable: FlowVariable, value: FlowValue): FieldValue {
  if (value === null) return null;
  if (typeof value === 'object') throw cannotHold(variable, 'a record');
  switch (variable.dataType) {
    case 'String':
    case 'Date':
    case 'DateTime':
      return String(value);
    case 'Boolean':
      if (typeof value === 'boolean') return value;
      throw cannotHold(variable, `'${value}'`);
    case 'Number':
    case 'Currency':
      if (value !== '' && typeof value !== 'boolean' && Number.isFinite(Number(value))) return Number(value);
      throw cannotHold(variable, `'${value}'`);
  }
}

function cannotHold(variable: FlowVariable, what: string): FlowFault {
  return new FlowFault(`The variable ${variable.name} of type ${variable.dataType} cannot hold ${what}.`);
}
