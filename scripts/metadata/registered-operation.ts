import { z } from 'zod';
import { childText, type XmlElement } from './xml.ts';

const parameterSchema = z.object({ name: z.string(), required: z.boolean().optional() });
const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z.object({ required: z.boolean().optional() }).optional(),
  responses: z.record(z.string(), z.unknown())
});
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** What a flow may hand to an operation of an External Service and get from it. */
export interface RegisteredOperation {
  readonly inputs: readonly string[];
  readonly requiredInputs: readonly string[];
  readonly outputs: readonly string[];
}

/**
 * Finds an operation in the OpenAPI document inside a registration. Salesforce names the inputs as the parameters and
 * `body`, and the outputs as the declared statuses and `responseCode`. Throws an error when the document is not JSON.
 */
export function findOperation(
  registration: XmlElement,
  operationId: string
): RegisteredOperation | undefined {
  const document = documentSchema.parse(JSON.parse(childText(registration, 'schema') ?? ''));
  const operation = Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .map((candidate) => operationSchema.safeParse(candidate).data)
    .find((candidate) => candidate?.operationId === operationId);
  if (operation === undefined) return undefined;
  const body = operation.requestBody;
  const required = operation.parameters.filter((parameter) => parameter.required === true);
  return {
    inputs: [
      ...operation.parameters.map((parameter) => parameter.name),
      ...(body === undefined ? [] : ['body'])
    ],
    requiredInputs: [
      ...required.map((parameter) => parameter.name),
      ...(body?.required === true ? ['body'] : [])
    ],
    outputs: [...Object.keys(operation.responses), 'responseCode', 'defaultExc']
  };
}
