import { FlowFault } from '../flow-fault.ts';
import { isCollection, textOf } from '../flow-value.ts';
import { type ActionKind, unknownInputs } from './action-kind.ts';

const known = ['body', 'customNotifTypeId', 'recipientIds', 'senderId', 'targetId', 'targetPageRef', 'title'];

/** Send Custom Notification: kept in the outbox beside the emails, when the transaction commits. */
export const customNotification: ActionKind = {
  type: 'customNotificationAction',
  problems: (use) => [
    ...unknownInputs(use, known),
    ...['body', 'customNotifTypeId', 'recipientIds', 'title']
      .filter((name) => !use.inputs.includes(name))
      .map((name) => `the required input ${name} of ${use.actionName} is not set`),
    ...use.outputs.map((name) => `${use.actionName} has no output ${name}`)
  ],
  outputType: () => undefined,
  run: ({ inputs }, interview) => {
    const { services, flow } = interview;
    const text = (name: string) => textOf(inputs.get(name) ?? null);
    const recipients = inputs.get('recipientIds') ?? null;
    if (!isCollection(recipients) || recipients.length === 0) {
      throw new FlowFault('A custom notification needs recipients: recipientIds is empty.');
    }
    const notification = {
      sentAt: services.clock.now(),
      recipientIds: recipients.map(textOf),
      title: text('title'),
      body: text('body'),
      targetId: text('targetId') || undefined,
      flow: flow.fullName
    };
    services.database.afterCommit(() => services.outbox.notify(notification));
    interview.recorder.note('notified', notification.recipientIds.join(', '));
    return new Map();
  }
};
