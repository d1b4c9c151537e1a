import { json, messageOf, requestOrg } from 'preview/orgRequest';

/** An entry of `flow-input-variables`. */
export interface FlowInputVariable {
  name: string;
  type: string;
  value: unknown;
}

/** An entry of `outputVariables` in the `statuschange` event. */
export interface FlowOutputVariable {
  name: string;
  value: unknown;
  dataType: string | null;
  objectType: string | null;
}

/** How an interview ended. */
export type InterviewEnd =
  | { readonly status: 'FINISHED_SCREEN'; readonly outputVariables: FlowOutputVariable[] }
  | { readonly status: 'ERROR'; readonly outputVariables: null; readonly errorMessage: string };

interface InvocableActionResult {
  isSuccess: boolean;
  errors: { message: string }[] | null;
  outputValues: Record<string, unknown> | null;
}

/** Added to the outputs by the REST resource, not a variable of the flow. */
const INTERVIEW_STATUS = 'Flow__InterviewStatus';

/**
 * Runs an active autolaunched flow through the REST resource `actions/custom/flow/<name>` (Actions Developer
 * Guide, "Flow Actions"). In a namespaced package the name carries the prefix: `ns__Name`.
 */
export async function runAutolaunchedFlow(name: string, inputs: FlowInputVariable[]): Promise<InterviewEnd> {
  const values = Object.fromEntries(inputs.map((input) => [input.name, input.value]));
  try {
    const answer = await requestOrg(`/actions/custom/flow/${name}`, json('POST', { inputs: [values] }));
    const [result] = answer as InvocableActionResult[];
    if (!result?.isSuccess) return failed(messageOf(result ?? 'The org answered nothing.'));
    return { status: 'FINISHED_SCREEN', outputVariables: toOutputVariables(result.outputValues ?? {}) };
  } catch (error) {
    return failed(messageOf(error));
  }
}

function failed(errorMessage: string): InterviewEnd {
  return { status: 'ERROR', outputVariables: null, errorMessage };
}

function toOutputVariables(values: Record<string, unknown>): FlowOutputVariable[] {
  return Object.entries(values)
    .filter(([name]) => name !== INTERVIEW_STATUS)
    .map(([name, value]) => ({ name, value, dataType: dataTypeOf(value), objectType: null }));
}

function dataTypeOf(value: unknown): string | null {
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type.toUpperCase() : null;
}
