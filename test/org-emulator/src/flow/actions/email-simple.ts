import type { RecordValues } from '../../schema/field.ts';
import { FlowFault } from '../flow-fault.ts';
import { type FlowValue, isCollection, textOf } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { defaultWorkflowUser } from '../runtime/running-user.ts';
import { type ActionCall, type ActionKind, unknownInputs } from './action-kind.ts';

const known = [
  'emailAddresses',
  'emailAddressesArray',
  'emailBody',
  'emailSubject',
  'recipientId',
  'relatedRecordId',
  'senderAddress',
  'senderType',
  'sendRichBody',
  'useLineBreaks'
];

/** Actions Developer Guide, "Send Email": up to five addresses in one comma-delimited text. */
const mostAddresses = 5;

/** Send Email: into the org's outbox, when the transaction commits. */
export const emailSimple: ActionKind = {
  type: 'emailSimple',
  problems: (use) => [
    ...unknownInputs(use, known),
    ...use.outputs.map((name) => `${use.actionName} has no output ${name}`)
  ],
  outputType: () => undefined,
  run: (call, interview) => {
    const text = (name: string) => textOf(call.inputs.get(name) ?? null);
    const to = addressesOf(call, interview);
    const [subject, body] = [text('emailSubject'), text('emailBody')];
    if (subject === '') throw new FlowFault('The email subject is missing: emailSubject is required.');
    if (body === '') throw new FlowFault('The email body is missing: emailBody is required.');
    const { services, flow, guid } = interview;
    const mail = {
      sentAt: services.clock.now(),
      from: senderOf(text('senderType'), text('senderAddress'), interview),
      to,
      subject,
      body,
      isHtml: call.inputs.get('sendRichBody') === true,
      relatedRecordId: text('relatedRecordId') || undefined,
      flow: flow.fullName,
      sentBy: guid
    };
    services.database.afterCommit(() => services.outbox.send(mail));
    interview.recorder.note('email to', to.join(', '));
    interview.recorder.note('subject', subject);
    return new Map();
  }
};

function addressesOf(call: ActionCall, interview: Interview): string[] {
  const given = textOf(call.inputs.get('emailAddresses') ?? null).split(',');
  const listed = listOf(call.inputs.get('emailAddressesArray') ?? null);
  if (given.filter((each) => each.trim() !== '').length > mostAddresses) {
    throw new FlowFault(`Send Email takes up to ${mostAddresses} addresses in emailAddresses.`);
  }
  const all = [...given, ...listed].map((each) => each.trim()).filter(Boolean);
  const addresses = [...all, ...recipient(textOf(call.inputs.get('recipientId') ?? null), interview)];
  if (addresses.length === 0) throw new FlowFault('Send Email needs at least one address.');
  const bad = addresses.find((each) => !/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(each));
  if (bad !== undefined) throw new FlowFault(`INVALID_EMAIL_ADDRESS: Invalid email address: ${bad}`);
  return addresses;
}

function listOf(value: FlowValue): string[] {
  if (value === null) return [];
  return isCollection(value) ? value.map(textOf) : [textOf(value)];
}

function recipient(id: string, { services }: Interview): string[] {
  if (id === '') return [];
  const object = services.schema.objectOfId(id);
  const record: RecordValues | undefined = object && services.database.table(object).get(id);
  if (typeof record?.Email === 'string') return [record.Email];
  throw new FlowFault(`The recipient ${id} does not exist or has no email address.`);
}

function senderOf(type: string, address: string, { setting }: Interview): string {
  if (type === 'OrgWideEmailAddress') return address;
  if (type === '' || type === 'CurrentUser') return String(setting.user.Email ?? setting.user.Username);
  if (type === 'DefaultWorkflowUser') return String(defaultWorkflowUser(setting.services).user.Email);
  throw new FlowFault(`Send Email has no sender type ${type}.`);
}
