import { joinNamespace } from '../metadata/component-name.ts';
import type { OrgDefaults } from '../options.ts';
import type { FieldValue, RecordValues } from '../schema/field.ts';
import type { SystemWriter } from './system-writer.ts';
import type { OrgUser } from './users.ts';

/** What a user has that it does not say itself. */
interface UserSetting extends OrgDefaults {
  /** The namespace of the package whose permission sets are named without prefix. */
  readonly namespace?: string | undefined;
  readonly id?: string | null | undefined;
}

/**
 * Creates a user with the permission sets that the package has, and answers the user's id. Throws an Error for a
 * username that is taken and for an unknown profile.
 */
export function createUser(writer: SystemWriter, user: OrgUser, setting: UserSetting): string {
  if (writer.records('User').some(({ Username }) => same(Username, user.username))) {
    throw new Error(`There is a user ${user.username} already`);
  }
  const profile = writer.records('Profile').find(({ Name }) => Name === user.profile);
  if (!profile) throw new Error(`The local org has no profile ${user.profile}`);
  const userId = writer.create('User', {
    ...(setting.id ? { Id: setting.id } : {}),
    Username: user.username,
    Email: user.email ?? user.username,
    FirstName: user.firstName,
    LastName: user.lastName,
    Name: `${user.firstName} ${user.lastName}`.trim(),
    Alias: user.alias,
    CommunityNickname: user.alias,
    IsActive: true,
    UserType: 'Standard',
    ProfileId: profile.Id ?? null,
    TimeZoneSidKey: user.timeZone ?? setting.timeZone,
    LocaleSidKey: user.locale ?? setting.locale,
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8'
  });
  for (const name of user.permissionSets) assign(writer, name, userId, setting.namespace);
  return userId;
}

function assign(writer: SystemWriter, name: string, userId: string, namespace: string | undefined): void {
  const found = writer
    .records('PermissionSet')
    .find((record) => [name, joinNamespace(namespace, name)].includes(fullNameOf(record)));
  if (!found) return;
  writer.create('PermissionSetAssignment', { PermissionSetId: found.Id ?? null, AssigneeId: userId });
}

function fullNameOf({ Name, NamespacePrefix }: RecordValues): string {
  return joinNamespace(NamespacePrefix, String(Name));
}

function same(one: FieldValue | undefined, other: string): boolean {
  return typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
}
