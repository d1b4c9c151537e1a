import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOrg, type Org } from '../org.ts';
import { administrator } from '../bootstrap/users.ts';
import { thrownBy } from '../testing/thrown-by.ts';
import { mergeMetadata, readComponents, removeComponents } from './deployable-package.ts';
import { MetadataLoadError } from './load-error.ts';

const allKinds = join(import.meta.dirname, '../../fixtures/all-kinds');

let org: Org;
beforeEach(() => {
  org = createOrg({ packageDirectory: allKinds, certificates: {}, namedCredentialUrls: {} });
});

const fieldXml = (name: string) =>
  `<fields><fullName>${name}</fullName><label>Note</label><type>Text</type><length>20</length></fields>`;
const objectFile = (name: string, inner: string) => ({
  path: `objects/${name}.object`,
  text: `<?xml version="1.0"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">${inner}</CustomObject>`
});
const permissionSetFile = {
  path: 'permissionsets/Notes.permissionset',
  text: `<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Notes</label><fieldPermissions><editable>true</editable><field>Account.Note__c</field><readable>true</readable></fieldPermissions></PermissionSet>`
};
const deploy = (...files: { path: string; text: string }[]) =>
  org.deploy(mergeMetadata(org.metadata, readComponents(files)));

function adminAccess() {
  const access = org.access.findUser(administrator);
  if (!access) throw new Error('there is no administrator');
  return access;
}

const permissionSets = () =>
  org.soql.run('SELECT Id, Name FROM PermissionSet', adminAccess()).records.map(({ Name }) => Name);

describe('a deployment', () => {
  it('when it brings a field inside an object file, then records that were there have it', () => {
    const account = org.schema.object('Account');
    if (!account) throw new Error('there is no Account');
    const id = org.dml.insert(adminAccess(), account, { Name: 'Before' });
    deploy(objectFile('Account', fieldXml('Note__c')));
    const changed = org.schema.object('Account');
    expect(changed?.field('Note__c')).toMatchObject({ type: 'string', length: 20 });
    expect(changed && org.database.table(changed).get(id)).toMatchObject({ Name: 'Before', Note__c: null });
  });

  it('when it brings a permission set, then there is a record of it, and others keep theirs', () => {
    const ids = () =>
      org.soql.run("SELECT Id FROM PermissionSet WHERE Name = 'Sage_Orders'", adminAccess()).records;
    const before = ids();
    deploy(objectFile('Account', fieldXml('Note__c')), permissionSetFile);
    expect(permissionSets()).toEqual(['Sage_Orders', 'Notes']);
    expect(ids()).toEqual(before);
  });

  it('when it does not fit together, then it is refused by name and nothing has changed', () => {
    const refusal = thrownBy(() => deploy(permissionSetFile));
    expect(refusal).toBeInstanceOf(MetadataLoadError);
    expect(refusal).toMatchObject({
      problems: [
        {
          file: 'permissionsets/Notes.permissionset',
          component: 'Notes',
          problem: 'the field Account.Note__c does not exist'
        }
      ]
    });
    expect(permissionSets()).toEqual(['Sage_Orders']);
    expect(org.metadata.permissionSets.has('Notes')).toBe(false);
  });

  it('when it brings part of a custom object only, then the rest of the object stays', () => {
    deploy(objectFile('Sage_Order__c', fieldXml('Note__c')));
    const object = org.schema.object('Sage_Order__c');
    expect(object?.label).toBe('Sage Order');
    expect(object?.field('Note__c')).toBeDefined();
    expect(object?.field('Region__c')).toBeDefined();
  });

  it('when an object comes that sorts before others, then those keep their key prefixes', () => {
    const before = org.schema.object('Sage_Order__c')?.keyPrefix;
    deploy(
      objectFile(
        'A_First__c',
        '<label>First</label><pluralLabel>Firsts</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>'
      )
    );
    expect(org.schema.object('Sage_Order__c')?.keyPrefix).toBe(before);
    expect(org.schema.objectOfId(before ?? '')?.name).toBe('Sage_Order__c');
    expect(org.schema.object('A_First__c')?.keyPrefix).not.toBe(before);
  });

  it('when a component is removed, then it is gone, and one that was not there is named', () => {
    deploy(objectFile('Account', fieldXml('Note__c')), permissionSetFile);
    const { metadata, missing } = removeComponents(org.metadata, [
      { type: 'PermissionSet', fullName: 'Notes' },
      { type: 'CustomField', fullName: 'Account.Note__c' },
      { type: 'Flow', fullName: 'Nowhere' }
    ]);
    org.deploy(metadata);
    expect(org.schema.object('Account')?.field('Note__c')).toBeUndefined();
    expect(permissionSets()).toEqual(['Sage_Orders']);
    expect(missing).toEqual([{ type: 'Flow', fullName: 'Nowhere' }]);
  });

  it('when a custom object is removed, then its parts, its lines and what was granted on it go with it', () => {
    const doomed = ['Sage_Order__c', 'Sage_Order_Line__c', 'Sage_Setting__mdt'];
    const names = [
      ...doomed.map((fullName) => ({ type: 'CustomObject', fullName })),
      { type: 'PlatformEventChannelMember', fullName: 'ChangeEvents_Sage_Order_ChangeEvent' }
    ];
    org.deploy(removeComponents(org.metadata, names).metadata);
    expect(doomed.filter((name) => org.schema.object(name))).toEqual([]);
    expect(org.metadata.listViews.size + org.metadata.customMetadataRecords.size).toBe(0);
    expect(org.metadata.permissionSets.get('Sage_Orders')?.fieldPermissions).toEqual([]);
  });

  it('when the org is reset, then it is as it began', () => {
    deploy(objectFile('Account', fieldXml('Note__c')), permissionSetFile);
    org.reset();
    expect(org.schema.object('Account')?.field('Note__c')).toBeUndefined();
    expect(permissionSets()).toEqual(['Sage_Orders']);
  });

  it('when it has a file of a type that would do something here unknown, then it is refused', () => {
    const refusal = thrownBy(() => deploy({ path: 'workflows/Account.workflow', text: '<Workflow/>' }));
    expect(refusal).toMatchObject({
      problems: [{ problem: 'metadata of the type "workflow" is not supported by the local org' }]
    });
  });

  it('when change data capture is selected by it, then changes of the object are told', () => {
    expect(org.eventSelection.isSelected('Sage_Order__c')).toBe(true);
    org.deploy(
      removeComponents(org.metadata, [
        { type: 'PlatformEventChannelMember', fullName: 'ChangeEvents_Sage_Order_ChangeEvent' }
      ]).metadata
    );
    expect(org.eventSelection.isSelected('Sage_Order__c')).toBe(false);
  });
});
