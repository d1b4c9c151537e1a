import { profiles } from '../../access/profiles.ts';
import { UserAccess } from '../../access/user-access.ts';
import { administrator, automatedProcessUsername } from '../../bootstrap/users.ts';
import type { FlowServices } from './flow-services.ts';

/**
 * A user's flow in system context: every object and field, as record-triggered, scheduled and event-triggered
 * flows have (Salesforce Help, "Which User Is the Running User of a Flow?"). Credentials and custom permissions stay the
 * user's own.
 */
export class SystemAccess extends UserAccess {
  readonly #user: UserAccess;

  constructor(user: UserAccess) {
    super(user.user, systemProfile(), [], user.origin);
    this.#user = user;
  }

  override canReadField(): boolean {
    return true;
  }

  override canEditField(): boolean {
    return true;
  }

  override canRunFlow(): boolean {
    return true;
  }

  override hasCustomPermission(name: string): boolean {
    return this.#user.hasCustomPermission(name);
  }

  override hasPrincipal(externalCredential: string, principal: string): boolean {
    return this.#user.hasPrincipal(externalCredential, principal);
  }
}

function systemProfile() {
  const profile = profiles.find(({ name }) => name === 'System Administrator');
  if (!profile) throw new Error('The local org has no profile that may do everything');
  return profile;
}

const timeZoneAliases: Readonly<Record<string, string>> = { GMT: 'UTC' };

/** IANA zone of a user or organization record's `TimeZoneSidKey`. */
export function zoneOf(record: Readonly<Record<string, unknown>> | undefined): string {
  const zone = typeof record?.TimeZoneSidKey === 'string' ? record.TimeZoneSidKey : 'GMT';
  return timeZoneAliases[zone] ?? zone;
}

/** The org's own record of an object that has one, such as Organization. */
export function onlyRecord(services: FlowServices, objectName: string) {
  const object = services.schema.object(objectName);
  return object && services.database.table(object).all()[0];
}

/** The Default Workflow User, as whom scheduled flows run: the org's administrator. */
export function defaultWorkflowUser(services: FlowServices): UserAccess {
  const user = services.access.findUser(administrator);
  if (!user) throw new Error(`The local org has no active user ${administrator}`);
  return user;
}

/** The Automated Process user, as whom platform events start flows; the Default Workflow User where it is not active. */
export function automatedProcess(services: FlowServices): UserAccess {
  const username = automatedProcessUsername(String(onlyRecord(services, 'Organization')?.Id));
  return services.access.findUser(username) ?? defaultWorkflowUser(services);
}
