import type { ActionKind } from './action-kind.ts';
import { customNotification } from './custom-notification.ts';
import { emailSimple } from './email-simple.ts';
import { externalService } from './external-service.ts';
import { flowAction } from './flow-action.ts';

/** Every type of action the local org does. */
export const actionKinds: readonly ActionKind[] = [
  customNotification,
  emailSimple,
  externalService,
  flowAction
];

/** Why an action type is refused. */
export function refusalOf(type: string): string {
  if (type === 'apex') return 'Apex is not supported by the local org';
  return `action type ${type} is not supported by the local org`;
}
