import { joinNamespace } from '../metadata/component-name.ts';
import type { FieldValue } from '../schema/field.ts';
import { type RecordPlaces, SystemWriter } from './system-writer.ts';
import { administrator, automatedProcessType, automatedProcessUsername, type OrgUser } from './users.ts';

/**
 * Creates a user with the permission sets named, in the organization's time zone and locale unless told
 * otherwise, and answers the user's id. Throws an Error for a username that is taken, and for a profile or
 * permission set that is not there.
 */
export function createUser(places: RecordPlaces, user: OrgUser): string {
  const writer = new SystemWriter(places);
  const author = writer.records('User').find(({ Username }) => Username === administrator);
  writer.author = typeof author?.Id === 'string' ? author.Id : null;
  return places.database.transaction(() => writeUser(writer, user, null));
}

/** As `createUser`, with a given id. */
export function writeUser(writer: SystemWriter, user: OrgUser, id: string | null): string {
  if (writer.records('User').some(({ Username }) => same(Username, user.username))) {
    throw new Error(`There is a user ${user.username} already`);
  }
  const userId = writer.create('User', {
    ...(id === null ? {} : { Id: id }),
    ...localSettings(writer),
    Username: user.username,
    Email: user.email ?? user.username,
    FirstName: user.firstName,
    LastName: user.lastName,
    Name: `${user.firstName} ${user.lastName}`.trim(),
    Alias: user.alias,
    CommunityNickname: user.alias,
    IsActive: true,
    UserType: 'Standard',
    ProfileId: profileId(writer, user.profile),
    ...(user.timeZone === undefined ? {} : { TimeZoneSidKey: user.timeZone }),
    ...(user.locale === undefined ? {} : { LocaleSidKey: user.locale })
  });
  for (const name of user.permissionSets) assign(writer, name, userId);
  return userId;
}

/** Creates the Automated Process user. */
export function writeAutomatedProcess(writer: SystemWriter): void {
  const [organization] = writer.records('Organization');
  const username = automatedProcessUsername(String(organization?.Id));
  writer.create('User', {
    ...localSettings(writer),
    Username: username,
    Email: username,
    FirstName: 'Automated',
    LastName: 'Process',
    Name: 'Automated Process',
    Alias: 'autoproc',
    CommunityNickname: 'autoproc',
    IsActive: true,
    UserType: automatedProcessType,
    ProfileId: null
  });
}

function localSettings(writer: SystemWriter) {
  const [organization] = writer.records('Organization');
  return {
    TimeZoneSidKey: organization?.TimeZoneSidKey ?? null,
    LocaleSidKey: organization?.DefaultLocaleSidKey ?? null,
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8'
  };
}

function profileId(writer: SystemWriter, name: string): FieldValue {
  const profile = writer.records('Profile').find(({ Name }) => Name === name);
  if (!profile) throw new Error(`The local org has no profile ${name}`);
  return profile.Id ?? null;
}

function assign(writer: SystemWriter, fullName: string, userId: string): void {
  const found = writer
    .records('PermissionSet')
    .find(({ Name, NamespacePrefix }) => joinNamespace(NamespacePrefix, String(Name)) === fullName);
  if (!found) throw new Error(`The local org has no permission set ${fullName}`);
  writer.create('PermissionSetAssignment', { PermissionSetId: found.Id ?? null, AssigneeId: userId });
}

function same(one: FieldValue | undefined, other: string): boolean {
  return typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
}
