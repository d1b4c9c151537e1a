import { FlowCustomError, FlowFault } from '../flow-fault.ts';
import type { Interview } from '../interview.ts';
import { administrator } from '../../bootstrap/users.ts';
import { onlyRecord } from './running-user.ts';

/**
 * An interview ended by a fault: its trace says so, and the administrator gets the mail that Salesforce sends
 * (Salesforce Help, "Default Flow Error Handling").
 */
export function reportFault(interview: Interview, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  interview.recorder.ended('fault', message);
  if (error instanceof FlowCustomError) return;
  const { services, flow, guid, recorder } = interview;
  const failed = recorder.steps.findLast(({ fault }) => fault !== undefined);
  services.outbox.send({
    sentAt: services.clock.now(),
    from: 'noreply@salesforce.example',
    to: [administrator],
    subject: `Error Occurred During Flow "${flow.label}": ${firstLine(message)}`,
    body: bodyOf(interview, failed?.name, failed?.kind, message),
    isHtml: false,
    relatedRecordId: undefined,
    flow: flow.fullName,
    sentBy: guid
  });
}

/** Whether what was thrown is an error of the flow, not a defect of the local org. */
export function isFlowError(error: unknown): error is FlowCustomError | FlowFault {
  return error instanceof FlowFault || error instanceof FlowCustomError;
}

function bodyOf(
  { flow, guid, setting, services, recorder }: Interview,
  element: string | undefined,
  kind: string | undefined,
  message: string
): string {
  const org = onlyRecord(services, 'Organization');
  const steps = recorder.steps.map(
    (step) => `${step.kind}: ${step.name}${step.fault === undefined ? '' : ' (failed)'}`
  );
  return [
    `Error element ${element ?? '(start)'} (${kind ?? 'start'}).`,
    message,
    '',
    'Flow Details',
    `Flow API Name: ${flow.fullName}`,
    `Type: ${flow.processType}`,
    'Version: 1',
    'Status: Active',
    `Org: ${String(org?.Name ?? '')} (${String(org?.Id ?? '')})`,
    '',
    'Flow Interview Details',
    `Interview GUID: ${guid}`,
    `Current User: ${String(setting.user.Name)} (${String(setting.user.Id)})`,
    `How the Interview Started: ${setting.trigger}`,
    '',
    ...steps
  ].join('\n');
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? '';
}
