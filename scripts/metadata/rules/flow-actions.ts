import { flowModels, type FlowModel } from '../flow-model.ts';
import { hasFile } from '../inventory.ts';
import { filesOf, type PackageSource } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { findOperation, type RegisteredOperation } from '../registered-operation.ts';
import { problemAt, type Rule } from '../rule.ts';
import { children, childText, type XmlElement } from '../xml.ts';
import { isActiveOperation } from './credentials.ts';

/** What a flow calls exists: operations of External Services with their inputs and outputs, and subflows. */
export const flowActionsRule: Rule = {
  name: 'flow-actions',
  check: (source, types) =>
    flowModels(source, types).flatMap((flow) => [
      ...checkSubflows(flow, source),
      ...children(flow.file.root, 'actionCalls')
        .filter((action) => childText(action, 'actionType') === 'externalService')
        .flatMap((action) => checkExternalService(flow.file.file, action, source))
    ])
};

function checkSubflows(flow: FlowModel, source: PackageSource): Problem[] {
  return children(flow.file.root, 'subflows')
    .filter((step) => !hasFile(source, 'Flow', childText(step, 'flowName') ?? ''))
    .map((step) => {
      const what = `the flow ${childText(step, 'flowName') ?? ''} does not exist`;
      return problemAt(flow.file.file, step.line, what, 'Correct <flowName> or add the flow');
    });
}

function checkExternalService(file: string, action: XmlElement, source: PackageSource): Problem[] {
  const [name = '', operationId = ''] = (childText(action, 'actionName') ?? '').split('.');
  const registration = filesOf(source, 'ExternalServiceRegistration').find((each) => each.name === name);
  if (registration === undefined) {
    const what = `the External Service registration ${name} does not exist`;
    return [problemAt(file, action.line, what, 'Correct <actionName> or add the registration')];
  }
  const operation = readOperation(registration.root, operationId);
  if (operation === undefined || !isActiveOperation(registration.root, operationId)) {
    const what = `the registration ${name} has no active operation ${operationId}`;
    return [problemAt(file, action.line, what, 'Correct <actionName> or register the operation')];
  }
  return checkParameters(file, action, operation, `${name}.${operationId}`);
}

function readOperation(registration: XmlElement, operationId: string): RegisteredOperation | undefined {
  try {
    return findOperation(registration, operationId);
  } catch {
    return undefined; // a document that cannot be read declares no operation
  }
}

function checkParameters(
  file: string,
  action: XmlElement,
  operation: RegisteredOperation,
  name: string
): Problem[] {
  const given = children(action, 'inputParameters').map((each) => childText(each, 'name'));
  return [
    ...unknownNames(file, action, 'inputParameters', operation.inputs, `${name} has no parameter`),
    ...unknownNames(file, action, 'outputParameters', operation.outputs, `${name} has no output`),
    ...operation.requiredInputs
      .filter((input) => !given.includes(input))
      .map((input) =>
        problemAt(file, action.line, `${name} needs the parameter '${input}'`, 'Add it to the action')
      )
  ];
}

function unknownNames(
  file: string,
  action: XmlElement,
  list: string,
  known: readonly string[],
  what: string
): Problem[] {
  return children(action, list)
    .filter((each) => !known.includes(childText(each, 'name') ?? ''))
    .map((each) => {
      const fix = `There are: ${known.join(', ')}`;
      return problemAt(file, each.line, `${what} '${childText(each, 'name') ?? ''}'`, fix);
    });
}
