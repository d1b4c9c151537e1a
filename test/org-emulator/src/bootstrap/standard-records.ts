import { profiles } from '../access/profiles.ts';
import type { Namespace } from '../metadata/apply-namespace.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import type { OrgDefaults } from '../options.ts';
import { writeAutomatedProcess, writeUser } from './create-user.ts';
import { writeSetupRecords } from './setup-records.ts';
import { SystemWriter, type RecordPlaces } from './system-writer.ts';
import { administrator, type OrgUser } from './users.ts';

/** What an org begins with beside its package. */
export interface StandardRecords {
  readonly metadata: PackageMetadata;
  readonly users: readonly OrgUser[];
  readonly defaults: OrgDefaults;
  /** Names of the permission sets of `users` stand without prefix. */
  readonly namespace: Namespace;
}

/**
 * Empties the org and creates the records it begins with: organization, profiles, users, what stands for the
 * package's metadata, the standard price book.
 */
export function createStandardRecords(
  places: RecordPlaces,
  { metadata, users, defaults, namespace }: StandardRecords
): void {
  places.database.clear();
  const writer = new SystemWriter(places);
  writer.author = places.database.nextId(writer.object('User'));
  writer.create('Organization', {
    Name: 'Ledger Bridge local org',
    InstanceName: 'LOCAL',
    IsSandbox: false,
    OrganizationType: 'Developer Edition',
    NamespacePrefix: null,
    DefaultLocaleSidKey: defaults.locale,
    LanguageLocaleKey: 'en_US',
    TimeZoneSidKey: defaults.timeZone,
    FiscalYearStartMonth: 1
  });
  for (const { name } of profiles) writer.create('Profile', { Name: name, UserType: 'Standard' });
  writeSetupRecords(writer, metadata);
  for (const user of users) {
    const permissionSets = user.permissionSets
      .map((name) => namespace.name('permissionset', name))
      .filter((name) => metadata.permissionSets.has(name));
    const id = user.username === administrator ? writer.author : null;
    writeUser(writer, { ...user, permissionSets }, id);
  }
  writeAutomatedProcess(writer);
  writer.create('Pricebook2', {
    Name: 'Standard Price Book',
    IsActive: true,
    IsStandard: true,
    Description: null
  });
}

/** Makes the records that stand for metadata fit a deployment. */
export function fitSetupRecords(places: RecordPlaces, metadata: PackageMetadata): void {
  const writer = new SystemWriter(places);
  const author = writer.records('User').find(({ Username }) => Username === administrator);
  writer.author = typeof author?.Id === 'string' ? author.Id : null;
  places.database.transaction(() => writeSetupRecords(writer, metadata));
}
