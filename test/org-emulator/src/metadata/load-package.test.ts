import { describe, expect, it } from 'vitest';
import { containing, listWith } from '../testing/matchers.ts';
import { MetadataLoadError } from '../index.ts';
import { createOrg } from '../org.ts';
import { changedPackage, fixturePackage, privateKeyPem } from '../testing/test-org.ts';
import { thrownBy } from '../testing/thrown-by.ts';

const flow = 'main/accounts/flows/Sage_Customer_Summary.flow-meta.xml';
const permissionSet = 'main/shared/permissionsets/Ledger_Bridge_Rep.permissionset-meta.xml';
const namedCredential = 'main/connection/namedCredentials/Sage_Callout_Reader.namedCredential-meta.xml';
const externalCredential =
  'main/connection/externalCredentials/Sage_Callout_Reader.externalCredential-meta.xml';
const registration =
  'main/connection/externalServiceRegistrations/SageCalloutReader.externalServiceRegistration-meta.xml';
const field = 'main/accounts/objects/Account/fields/Legacy_No__c.field-meta.xml';

const load = (packageDirectory: string) =>
  createOrg({
    packageDirectory,
    certificates: { Sage_Callout_Signing: privateKeyPem },
    namedCredentialUrls: {}
  });

const step = `<steps><name>Old_Step</name><label>Old Step</label><locationX>0</locationX><locationY>0</locationY></steps>
    <processType>`;

describe('loading a package', () => {
  it('when it is consistent, then its objects, flows and credentials are there', () => {
    const org = load(fixturePackage);
    expect(org.schema.object('account')?.field('SAGE_CUSTOMER_NO__C')?.length).toBe(23);
    expect([...org.metadata.flows.keys()]).toEqual(['Sage_Customer_Summary']);
  });

  it.each([
    [
      'an unknown element',
      flow,
      '<processType>',
      step,
      'Sage_Customer_Summary.Old_Step: <steps> is not supported'
    ],
    [
      'a formula that cannot be read',
      flow,
      '<processType>',
      '<formulas><name>F</name><dataType>String</dataType><expression>IF(</expression></formulas><processType>',
      'Sage_Customer_Summary.F: its formula cannot be used'
    ],
    [
      'an unknown trigger',
      flow,
      '<start>',
      '<start><triggerType>Segment</triggerType>',
      'the trigger Segment is not supported'
    ],
    [
      'an unknown operator',
      flow,
      '<operator>IsNull<',
      '<operator>HasError<',
      'operator HasError is not supported'
    ],
    [
      'another action type',
      flow,
      '>externalService<',
      '>chatterPost<',
      'action type chatterPost is not supported'
    ],
    [
      'a connector to nothing',
      flow,
      '<targetReference>Note_Customer<',
      '<targetReference>Nowhere<',
      'leads to Nowhere, which does not exist'
    ],
    [
      'a reference to nothing',
      flow,
      '<elementReference>recordId<',
      '<elementReference>accountId<',
      'Get_Account: refers to accountId'
    ],
    [
      'a field that is not there',
      flow,
      '<queriedFields>Sage_Customer_No__c<',
      '<queriedFields>Sage_No__c<',
      'the field Account.Sage_No__c does not exist'
    ],
    [
      'an unknown registration',
      flow,
      '<actionName>SageCalloutReader.',
      '<actionName>SageCallout.',
      'the External Service SageCallout does not exist'
    ],
    [
      'an unknown operation',
      flow,
      '<actionName>SageCalloutReader.getCustomerSummary',
      '<actionName>SageCalloutReader.getPrice',
      'has no active operation getPrice'
    ],
    [
      'an unknown parameter',
      flow,
      '<name>customerNo</name>\n            <value>',
      '<name>customer</name>\n            <value>',
      'has no parameter customer'
    ],
    ['an undeclared output', flow, '<name>4XX<', '<name>418<', 'declares no response 418'],
    [
      'a permission on a missing field',
      permissionSet,
      'Account.Tier__c',
      'Account.Tear__c',
      'the field Account.Tear__c does not exist'
    ],
    [
      'a permission on a missing flow',
      permissionSet,
      '<flow>Sage',
      '<flow>My',
      'the flow My_Customer_Summary does not exist'
    ],
    [
      'a permission on a missing principal',
      permissionSet,
      'Reader-Reader',
      'Reader-Writer',
      'principal Sage_Callout_Reader-Writer does not exist'
    ],
    [
      'an unknown element of a permission set',
      permissionSet,
      '<label>',
      '<wizardry>1</wizardry><label>',
      'has <wizardry>'
    ],
    [
      'a missing external credential',
      namedCredential,
      '>Sage_Callout_Reader<',
      '>Sage_Other<',
      'the external credential Sage_Other does not exist'
    ],
    [
      'a missing named credential',
      registration,
      '>Sage_Callout_Reader<',
      '>Sage_Other<',
      'the named credential Sage_Other does not exist'
    ],
    ['a protocol that cannot be signed', externalCredential, '>Jwt<', '>Oauth<', 'only the Jwt protocol'],
    ['a schema that is no JSON', registration, '<schema>{', '<schema>', 'its schema cannot be used'],
    ['an unknown field type', field, '>Text<', '>Location<', 'field type Location is not supported'],
    ['XML that is not well formed', field, '</CustomField>', '', 'is not well-formed XML']
  ])('when it has %s, then the refusal names file and problem', (_what, file, from, to, problem) => {
    const directory = changedPackage(file, (xml) => xml.replace(from, to));
    const refusal = thrownBy(() => load(directory));
    expect(refusal).toBeInstanceOf(MetadataLoadError);
    expect(refusal).toMatchObject({ message: containing(problem) });
    expect(refusal).toMatchObject({ problems: listWith({ file }) });
  });

  it('when several files are wrong, then all of them are named at once', () => {
    const directory = changedPackage(permissionSet, (xml) => xml.replaceAll('Account.', 'Akkount.'));
    expect(() => load(directory)).toThrow(/Akkount.Legacy_No__c[^]*Akkount.Tier__c/);
  });

  it('when a URL is given for a named credential that is not there, then it is refused', () => {
    const namedCredentialUrls = { Sage_Callout_Raeder: 'http://127.0.0.1:1' };
    const start = () =>
      createOrg({ packageDirectory: fixturePackage, certificates: {}, namedCredentialUrls });
    expect(start).toThrow('Sage_Callout_Raeder');
  });
});
