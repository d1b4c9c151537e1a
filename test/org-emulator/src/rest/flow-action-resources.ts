import { Router } from 'express';
import { z } from 'zod';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { FlowDefinition } from '../flow/flow-definition.ts';
import { FlowFault } from '../flow/flow-fault.ts';
import type { Org } from '../org.ts';
import { ok, pathParameter, readBody, resource, type RestAnswer, type RestCall } from './resource.ts';

const inputValues = z.record(z.string(), z.unknown());
const actionBody = z.object({ inputs: z.array(inputValues).min(1).default([{}]) });

/** `actions/custom/flow`: autolaunched flows as invocable actions (Actions Developer Guide, "Flow Actions"). */
export function flowActionResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.get('/', resource(org, listFlows));
  router.get('/:flow', resource(org, describeFlow));
  router.post('/:flow', resource(org, runFlow));
  return router;
}

function listFlows({ org, access, version }: RestCall): RestAnswer {
  const actions = org.flows.availableTo(access).map((flow) => ({
    label: flow.label,
    name: flow.fullName,
    type: 'FLOW',
    url: `/services/data/${version}/actions/custom/flow/${flow.fullName}`
  }));
  return ok({ actions });
}

function describeFlow({ org, access, request }: RestCall): RestAnswer {
  const flow = org.flows.require(pathParameter(request, 'flow'), access);
  const variables = [...flow.variables.values()];
  const parameter = ({ name, dataType }: (typeof variables)[number]) => ({
    name,
    label: name,
    type: dataType.toUpperCase(),
    maxOccurs: 1,
    required: false,
    description: null
  });
  return ok({
    name: flow.fullName,
    label: flow.label,
    type: 'FLOW',
    standard: false,
    targetEntityName: null,
    description: null,
    inputs: variables.filter(({ isInput }) => isInput).map(parameter),
    outputs: variables.filter(({ isOutput }) => isOutput).map(parameter)
  });
}

async function runFlow({ org, access, request }: RestCall): Promise<RestAnswer> {
  const flow = org.flows.require(pathParameter(request, 'flow'), access);
  const { inputs } = readBody(request, actionBody);
  const results = [];
  for (const values of inputs) results.push(await runOnce(org, access, flow, values));
  return { status: results.every(({ isSuccess }) => isSuccess) ? 200 : 400, body: results };
}

async function runOnce(
  org: Org,
  access: RestCall['access'],
  flow: FlowDefinition,
  inputs: Readonly<Record<string, unknown>>
) {
  const common = { actionName: flow.fullName, invocationId: null, outcome: null, sortOrder: -1, version: 1 };
  try {
    const { interviewGuid, outputs, status } = await org.flows.run(flow, inputs, access);
    const outputValues = {
      ...outputs,
      Flow__InterviewStatus: status,
      Flow__InterviewGuid: interviewGuid
    };
    return { ...common, errors: null, isSuccess: true, outputValues };
  } catch (error) {
    const errors = [flowError(error)];
    return { ...common, errors, isSuccess: false, outputValues: { Flow__InterviewStatus: 'Error' } };
  }
}

function flowError(error: unknown): { statusCode: string; message: string; fields: readonly string[] } {
  if (error instanceof SalesforceError) {
    return { statusCode: error.code, message: error.message, fields: error.fields };
  }
  if (!(error instanceof FlowFault)) throw error;
  return {
    statusCode: 'UNKNOWN_EXCEPTION',
    message: `An unhandled fault has occurred in this flow\nAn unhandled fault has occurred while processing the flow. Please contact your system administrator for more information. (${error.message})`,
    fields: []
  };
}
