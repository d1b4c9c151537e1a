import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { containing, listWith } from '../testing/matchers.ts';
import { admin, connect, control, rep, startTestOrg } from '../testing/test-org.ts';
import {
  deploy,
  type DeployedFiles,
  ended,
  fieldXml,
  manifest,
  metadataXml,
  permissionSet,
  zipOf
} from './testing/packages.ts';

let org: RunningOrg;
let connection: Connection;

beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());
beforeEach(async () => {
  await control(org, 'POST', '/reset');
  connection = await connect(org, admin);
});

const noteField: DeployedFiles = {
  'package.xml': manifest({ CustomField: ['Account.Note__c'] }),
  'objects/Account.object': metadataXml('CustomObject', fieldXml('Note__c'))
};

const shipments: DeployedFiles = {
  'package.xml': manifest({ CustomObject: ['*'], PermissionSet: ['Shipments'] }),
  'objects/Shipment__c.object': metadataXml(
    'CustomObject',
    [
      '<label>Shipment</label><pluralLabel>Shipments</pluralLabel><sharingModel>ReadWrite</sharingModel>',
      '<deploymentStatus>Deployed</deploymentStatus><nameField><label>Name</label><type>Text</type></nameField>',
      fieldXml('Weight__c', '<type>Number</type><precision>10</precision><scale>2</scale>'),
      fieldXml(
        'Account__c',
        '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Shipments</relationshipName>'
      )
    ].join('\n')
  ),
  'permissionsets/Shipments.permissionset': permissionSet(
    'Shipments',
    ['Shipment__c.Weight__c', 'Shipment__c.Account__c'],
    'Shipment__c'
  )
};

/** Whether the org has the field, by what it lists. */
async function hasNote(): Promise<boolean> {
  const fields = await connection.metadata.list({ type: 'CustomField' });
  return fields.some(({ fullName }) => fullName === 'Account.Note__c');
}

async function assign(name: string): Promise<void> {
  const find = async (soql: string) => (await connection.query<{ Id: string }>(soql)).records[0]?.Id;
  const PermissionSetId = await find(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
  const AssigneeId = await find(`SELECT Id FROM User WHERE Username = '${admin}'`);
  await connection.sobject('PermissionSetAssignment').create({ PermissionSetId, AssigneeId });
}

describe('a deployment by SOAP, through jsforce', () => {
  it('when it brings an object, then a client that was there before can use it at once', async () => {
    const account = await connection.sobject('Account').create({ Name: 'ABF' });
    const result = await deploy(connection, shipments);
    expect(result).toMatchObject({
      status: 'Succeeded',
      success: true,
      numberComponentErrors: 0,
      numberComponentsDeployed: 4,
      details: {
        componentSuccesses: listWith({
          componentType: 'CustomField',
          fullName: 'Shipment__c.Weight__c',
          created: true
        })
      }
    });
    await assign('Shipments');
    const { fields } = await connection.sobject('Shipment__c').describe();
    expect(fields.find(({ name }) => name === 'Weight__c')).toMatchObject({ type: 'double', precision: 10 });
    const values = { Name: 'S1', Weight__c: 2.5, Account__c: account.id };
    await connection.sobject('Shipment__c').create(values);
    const { records } = await connection.query('SELECT Name, Weight__c, Account__r.Name FROM Shipment__c');
    expect(records).toMatchObject([{ Name: 'S1', Weight__c: 2.5, Account__r: { Name: 'ABF' } }]);
    const info = await connection.request('/services/data/v66.0/ui-api/object-info/Shipment__c');
    expect(info).toMatchObject({ apiName: 'Shipment__c', fields: { Weight__c: { dataType: 'Double' } } });
  });

  it('when the zip has a folder around the package, then it is read all the same', async () => {
    const { id } = await connection.metadata.deploy(zipOf(noteField, 'unpackaged/'), {});
    expect(await ended(connection, id)).toMatchObject({ status: 'Succeeded' });
    expect(await hasNote()).toBe(true);
  });

  it('when it is deployed again, then it is told as neither created nor changed', async () => {
    await deploy(connection, noteField);
    const { details } = await deploy(connection, noteField);
    const again = { fullName: 'Account.Note__c', created: false, changed: false };
    expect(details.componentSuccesses).toEqual(listWith(again));
  });

  it('when it is checked only, then nothing changes', async () => {
    const result = await deploy(connection, noteField, { checkOnly: true });
    expect(result).toMatchObject({ status: 'Succeeded', checkOnly: true, numberComponentsDeployed: 1 });
    expect(await hasNote()).toBe(false);
  });

  it('when one component is at fault, then the sound ones stay out, too', async () => {
    const result = await deploy(connection, {
      'package.xml': manifest({ CustomField: ['*'] }),
      'objects/Account.object': metadataXml(
        'CustomObject',
        fieldXml('Note__c') +
          fieldXml(
            'Odd__c',
            '<type>Lookup</type><referenceTo>Nowhere__c</referenceTo><relationshipName>Odd</relationshipName>'
          )
      )
    });
    expect(result).toMatchObject({ status: 'Failed', numberComponentErrors: 1 });
    expect(result.details.componentFailures).toMatchObject([
      { componentType: 'CustomField', fullName: 'Account.Odd__c', problem: containing('Nowhere__c') }
    ]);
    expect(await hasNote()).toBe(false);
  });

  it('when destructive changes name a field, then it goes; one that is not there is a warning', async () => {
    await deploy(connection, noteField);
    const result = await deploy(connection, {
      'package.xml': manifest({}),
      'destructiveChanges.xml': manifest({ CustomField: ['Account.Note__c', 'Account.Never__c'] })
    });
    expect(result).toMatchObject({ status: 'Succeeded' });
    expect(result.details.componentSuccesses).toEqual(
      listWith({ fullName: 'Account.Note__c', deleted: true })
    );
    expect(result.details.componentSuccesses).toEqual(
      listWith({ problemType: 'Warning', problem: 'No CustomField named: Account.Never__c found' })
    );
    expect(await hasNote()).toBe(false);
  });
});

interface Refusal {
  readonly files: DeployedFiles;
  readonly failure: Readonly<Record<string, unknown>>;
}

const account = (fields: string, more: Record<string, readonly string[]> = {}): DeployedFiles => ({
  'package.xml': manifest({ CustomField: ['*'], ...more }),
  'objects/Account.object': metadataXml('CustomObject', fields)
});
const flow = (reference: string) =>
  metadataXml(
    'Flow',
    `<apiVersion>66.0</apiVersion><label>F</label><processType>AutoLaunchedFlow</processType><status>Active</status><start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>${reference}</targetReference></connector></start>`
  );

const refusals: Readonly<Record<string, Refusal>> = {
  'a field on an object that is not there': {
    files: {
      'package.xml': manifest({ CustomField: ['Missing__c.Note__c'] }),
      'objects/Missing__c.object': metadataXml('CustomObject', fieldXml('Note__c'))
    },
    failure: {
      componentType: 'CustomField',
      fullName: 'Missing__c.Note__c',
      problem: containing('Missing__c')
    }
  },
  'a lookup to an object that is not there': {
    files: account(
      fieldXml(
        'Odd__c',
        '<type>Lookup</type><referenceTo>Nowhere__c</referenceTo><relationshipName>Odd</relationshipName>'
      )
    ),
    failure: { componentType: 'CustomField', fullName: 'Account.Odd__c', problem: containing('Nowhere__c') }
  },
  'a formula that does not compile': {
    files: account(fieldXml('Sum__c', '<type>Text</type><formula>Nothing__c &amp; "!"</formula>')),
    failure: { fullName: 'Account.Sum__c', problem: containing('Nothing__c'), lineNumber: 4 }
  },
  'a flow that leads to an element that is not there': {
    files: { 'package.xml': manifest({ Flow: ['F'] }), 'flows/F.flow': flow('Nowhere') },
    failure: {
      componentType: 'Flow',
      fullName: 'F',
      fileName: 'flows/F.flow',
      problem: 'start: leads to Nowhere, which does not exist'
    }
  },
  'a permission on a required field': {
    files: {
      ...account(fieldXml('Must__c', '<type>Text</type><length>9</length><required>true</required>'), {
        PermissionSet: ['P']
      }),
      'permissionsets/P.permissionset': permissionSet('P', ['Account.Must__c'])
    },
    failure: { componentType: 'PermissionSet', fullName: 'P', problem: containing('Account.Must__c') }
  },
  'an element that its type does not have': {
    files: account(fieldXml('Odd__c', '<type>Text</type>\n<length>9</length>\n<lenght>9</lenght>')),
    failure: { componentType: 'CustomField', problem: containing('<lenght>'), lineNumber: 8 }
  },
  'a file that is not well-formed': {
    files: {
      'package.xml': manifest({ CustomObject: ['Account'] }),
      'objects/Account.object': '<CustomObject>\n<label>x</lable></CustomObject>'
    },
    failure: { componentType: 'CustomObject', fullName: 'Account', problem: containing('XML'), lineNumber: 2 }
  },
  'a component in package.xml without a file': {
    files: { ...noteField, 'package.xml': manifest({ CustomField: ['Account.Note__c'], Flow: ['Gone'] }) },
    failure: {
      componentType: 'Flow',
      fullName: 'Gone',
      fileName: 'package.xml',
      problem: "An object 'Gone' of type Flow was named in package.xml, but was not found in zipped directory"
    }
  },
  'a file that package.xml does not name': {
    files: { ...noteField, 'package.xml': manifest({}) },
    failure: {
      fullName: 'Account.Note__c',
      fileName: 'objects/Account.object',
      problem: 'Not in package.xml'
    }
  },
  'a type that the local org does not know': {
    files: { 'package.xml': manifest({ ApexClass: ['A'] }), 'classes/A.cls': 'class A {}' },
    failure: { problem: containing('not supported by the local org') }
  }
};

describe('a deployment that does not fit together', () => {
  it.each(Object.entries(refusals))(
    'when it has %s, then it says so of the component',
    async (_what, refusal) => {
      const before = await connection.metadata.list({ type: 'CustomField' });
      const { status, details } = await deploy(connection, refusal.files);
      expect(status).toBe('Failed');
      expect(details.componentFailures).toEqual(listWith({ ...refusal.failure, problemType: 'Error' }));
      const after = await connection.metadata.list({ type: 'CustomField' });
      expect(after.map(({ fullName }) => fullName)).toEqual(before.map(({ fullName }) => fullName));
      await expect(connection.query('SELECT Id FROM Account')).resolves.toBeDefined();
    }
  );

  it('when the zip has no package.xml, then the deployment fails as a whole', async () => {
    const result = await deploy(connection, { 'objects/Account.object': '' });
    expect(result).toMatchObject({ status: 'Failed', errorMessage: 'No package.xml found' });
  });

  it('when a field is taken away that a formula still names, then it stays', async () => {
    const formula = '<type>Text</type><formula>Note__c &amp; Note__c</formula>';
    await deploy(connection, account(fieldXml('Note__c') + fieldXml('Twice__c', formula)));
    const { details } = await deploy(connection, {
      'package.xml': manifest({}),
      'destructiveChangesPost.xml': manifest({ CustomField: ['Account.Note__c'] })
    });
    expect(details.componentFailures).toEqual(
      listWith({ componentType: 'CustomField', fullName: 'Account.Twice__c', problem: containing('Note__c') })
    );
    expect(await hasNote()).toBe(true);
  });
});

describe('deployments by REST, through jsforce', () => {
  it('when it deploys by REST, then it is the same', async () => {
    const { id } = await connection.metadata.deployRest(zipOf(noteField), { rollbackOnError: true });
    const result = await ended(connection, id, true);
    expect(result).toMatchObject({ status: 'Succeeded', success: true, numberComponentsDeployed: 1 });
    expect(await hasNote()).toBe(true);
  });

  it.each([true, false])(
    'when a validation ran its tests, then it can be deployed quickly, rest: %s',
    async (rest) => {
      const validation = await deploy(connection, noteField, { checkOnly: true, testLevel: 'RunLocalTests' });
      const id = await connection.metadata.deployRecentValidation({ id: validation.id, rest });
      expect(await ended(connection, id, rest)).toMatchObject({ status: 'Succeeded', checkOnly: false });
      expect(await hasNote()).toBe(true);
      await expect(connection.metadata.deployRecentValidation({ id: validation.id, rest })).rejects.toThrow(
        'Another deployment has followed the validation'
      );
    }
  );

  it('when a validation is older than ten days, then it cannot be deployed quickly', async () => {
    const validation = await deploy(connection, noteField, { checkOnly: true, testLevel: 'RunLocalTests' });
    await control(org, 'POST', '/clock/advance', { milliseconds: 11 * 86_400_000 });
    const later = await connect(org, admin);
    const refusal = later.metadata.deployRecentValidation({ id: validation.id, rest: false });
    await expect(refusal).rejects.toThrow('older than 10 days');
  });

  it('when it is canceled in the queue, then it never runs; an ended one cannot be canceled', async () => {
    const { id } = await connection.metadata.deployRest(zipOf(noteField), {});
    const body = JSON.stringify({ deployResult: { status: 'Canceling' } });
    const cancel = () =>
      connection.request({
        method: 'PATCH',
        url: `/services/data/v66.0/metadata/deployRequest/${id}`,
        headers: { 'content-type': 'application/json' },
        body
      });
    expect(await cancel()).toMatchObject({ deployResult: { status: 'Canceled', done: true } });
    await expect(cancel()).rejects.toThrow('Deployment already completed');
    await deploy(connection, { 'package.xml': manifest({}) }); // which would have run after it
    expect(await hasNote()).toBe(false);
  });
});

describe('the Metadata API by SOAP, through jsforce', () => {
  it('when it is asked what there is, then it lists components and describes types', async () => {
    const flows = await connection.metadata.list([{ type: 'Flow' }, { type: 'CustomObject' }]);
    expect(flows).toEqual(
      listWith({ fullName: 'Sage_Customer_Summary', fileName: 'flows/Sage_Customer_Summary.flow' })
    );
    expect(flows).toEqual(listWith({ fullName: 'Account', type: 'CustomObject' }));
    const { metadataObjects, partialSaveAllowed } = await connection.metadata.describe();
    expect(metadataObjects).toEqual(
      listWith({ xmlName: 'CustomObject', directoryName: 'objects', suffix: 'object' })
    );
    expect(partialSaveAllowed).toBe(false);
  });

  it('when the session is nobody’s, then it is INVALID_SESSION_ID', async () => {
    const stranger = await connect(org, admin);
    stranger.accessToken = 'nobody';
    await expect(stranger.metadata.describe()).rejects.toMatchObject({ errorCode: 'sf:INVALID_SESSION_ID' });
  });

  it('when the user may not modify metadata, then it is INSUFFICIENT_ACCESS', async () => {
    const stranger = await connect(org, rep);
    await expect(deploy(stranger, noteField)).rejects.toMatchObject({ errorCode: 'sf:INSUFFICIENT_ACCESS' });
  });

  it.each([
    ['retrieve', () => connection.metadata.retrieve({ apiVersion: 66 }).then((each) => each)],
    ['readMetadata', () => connection.metadata.read('CustomObject', 'Account')],
    ['login', () => new Connection({ loginUrl: org.url }).login('somebody', 'secret')],
    ['rollbackOnError=false', () => deploy(connection, noteField, { rollbackOnError: false })]
  ])('when it is asked for %s, then the refusal names it', async (name, ask) => {
    await expect(ask()).rejects.toThrow(new RegExp(`NOT_IMPLEMENTED: .*${name}`));
  });
});

describe('the Tooling API, through jsforce', () => {
  it.each([
    ['SandboxProcess', 'INVALID_TYPE', "sObject type 'SandboxProcess' is not supported."],
    ['ApexClass', 'NOT_IMPLEMENTED', 'The local org does not support GET tooling/query of ApexClass.']
  ])('when it queries %s, then it is refused as %s', async (object, errorCode, message) => {
    const refusal = connection.tooling.query(`SELECT Id FROM ${object}`);
    await expect(refusal).rejects.toMatchObject({ errorCode, message });
  });

  it('when it describes SourceMember, then there is none, so that nothing tracks source', async () => {
    const refusal = connection.tooling.sobject('SourceMember').describe();
    await expect(refusal).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it('when it makes a MetadataContainer, then the refusal names it', async () => {
    const refusal = connection.tooling.sobject('MetadataContainer').create({ Name: 'c' });
    await expect(refusal).rejects.toMatchObject({
      errorCode: 'NOT_IMPLEMENTED',
      message: containing('MetadataContainer')
    });
  });
});
