import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Clock } from '../clock.ts';
import { FaultPlan } from '../control/fault-plan.ts';
import { defaultCalloutSettings } from '../options.ts';
import { buildModel } from '../org-model.ts';
import { containing, listWith } from '../testing/matchers.ts';
import { thrownBy } from '../testing/thrown-by.ts';
import { mergeMetadata, readComponents } from './deployable-package.ts';
import { MetadataLoadError } from './load-error.ts';
import { readPackage } from './package-metadata.ts';

const { metadata: deployed } = readPackage(join(import.meta.dirname, '../../fixtures/all-kinds'));

/** What is refused when this is deployed on top of the fixture package. */
function refusalOf(...files: { path: string; text: string }[]): unknown {
  const refusal = thrownBy(() =>
    buildModel(mergeMetadata(deployed, readComponents(files)), {
      namedCredentialUrls: {},
      certificates: {},
      calloutSettings: defaultCalloutSettings,
      clock: new Clock(),
      faults: new FaultPlan()
    })
  );
  expect(refusal).toBeInstanceOf(MetadataLoadError);
  return refusal;
}

const file = (path: string, root: string, inner: string) => ({
  path,
  text: `<?xml version="1.0"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${inner}</${root}>`
});
const object = (name: string, inner: string) => file(`objects/${name}.object`, 'CustomObject', inner);
const field = (name: string, inner: string) =>
  `<fields><fullName>${name}</fullName><label>Label</label>${inner}</fields>`;
const onAccount = (inner: string, name = 'X__c') => object('Account', field(name, inner));
const permissionSet = (inner: string) =>
  file('permissionsets/P.permissionset', 'PermissionSet', `<label>P</label>${inner}`);
const onObject = (name: string, rights: readonly string[]) =>
  `<objectPermissions>${['allowCreate', 'allowDelete', 'allowEdit', 'allowRead']
    .map((right) => `<${right}>${String(rights.includes(right))}</${right}>`)
    .join('')}<object>${name}</object></objectPermissions>`;
const fieldPermission = (name: string) =>
  `<fieldPermissions><editable>false</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;
const text = '<type>Text</type><length>10</length>';
const formula = (type: string, body: string) => `<type>${type}</type><formula>${body}</formula>`;
const lookup = (to: string, name: string) =>
  `<type>Lookup</type><referenceTo>${to}</referenceTo><relationshipName>${name}</relationshipName>`;
const master = (to: string, name: string) => lookup(to, name).replace('Lookup', 'MasterDetail');
const rule = (condition: string, at = 'Name') =>
  `<validationRules><fullName>R</fullName><active>true</active><errorConditionFormula>${condition}</errorConditionFormula><errorDisplayField>${at}</errorDisplayField><errorMessage>No.</errorMessage></validationRules>`;
const listView = (columns: string) =>
  `<listViews><fullName>V</fullName><label>V</label><columns>${columns}</columns><filterScope>Everything</filterScope></listViews>`;
const member = (event: string, channel = 'ChangeEvents') =>
  file(
    'platformEventChannelMembers/M.platformEventChannelMember',
    'PlatformEventChannelMember',
    `<eventChannel>${channel}</eventChannel><selectedEntity>${event}</selectedEntity>`
  );
const newObject = (name: string, inner: string) =>
  object(name, `<label>New</label><pluralLabel>New</pluralLabel>${inner}`);
const textName = '<nameField><label>Name</label><type>Text</type></nameField>';
const controlled = '<sharingModel>ControlledByParent</sharingModel>';
const picklist = (inner: string) => `<type>Picklist</type><valueSet>${inner}</valueSet>`;
const externalIds = Array.from({ length: 26 }, (_, index) =>
  field(`K${index}__c`, `${text}<externalId>true</externalId>`)
);

describe('what an org refuses of a field', () => {
  it.each([
    [
      'a text that is too long',
      onAccount('<type>Text</type><length>256</length>'),
      'the length must be between 1 and 255'
    ],
    [
      'a long text that is too long',
      onAccount('<type>LongTextArea</type><length>131073</length>'),
      'between 256 and 131072'
    ],
    [
      'too many digits',
      onAccount('<type>Number</type><precision>19</precision><scale>0</scale>'),
      'the precision must be between 1 and 18'
    ],
    [
      'more decimals than digits',
      onAccount('<type>Number</type><precision>3</precision><scale>4</scale>'),
      'not greater than the precision'
    ],
    ['no length', onAccount('<type>Text</type>'), "must specify 'length' for a custom field of type Text"],
    [
      'a long text as unique',
      onAccount('<type>LongTextArea</type><length>300</length><unique>true</unique>'),
      "can not specify 'unique'"
    ],
    [
      'a date as external id',
      onAccount('<type>Date</type><externalId>true</externalId>'),
      "can not specify 'externalId'"
    ],
    [
      'a required checkbox',
      onAccount('<type>Checkbox</type><defaultValue>false</defaultValue><required>true</required>'),
      "can not specify 'required'"
    ],
    [
      'a required master',
      object('Sage_Order_Line__c', field('X__c', `${master('Account', 'X')}<required>true</required>`)),
      "can not specify 'required'"
    ],
    [
      'a required lookup that is cleared',
      onAccount(
        `${lookup('Contact', 'X')}<required>true</required><deleteConstraint>SetNull</deleteConstraint>`
      ),
      'a required lookup cannot be cleared'
    ],
    [
      'a lookup to nothing',
      onAccount(lookup('Nothing__c', 'X')),
      'refers to the object Nothing__c, which does not exist'
    ],
    ['a lookup to an event', onAccount(lookup('Sage_Notice__e', 'X')), 'cannot refer to Sage_Notice__e'],
    [
      'a lookup filter',
      onAccount(`${lookup('Contact', 'X')}<lookupFilter><active>true</active></lookupFilter>`),
      'has <lookupFilter>'
    ],
    [
      'a type that is not modelled',
      onAccount('<type>EncryptedText</type><length>10</length>'),
      'field type EncryptedText is not supported'
    ],
    [
      'a name with two underscores',
      onAccount(text, 'A__b__x__c'),
      'must not contain two underscores in a row'
    ],
    [
      'a name that is too long',
      onAccount(text, `${'A'.repeat(41)}__c`),
      'must not be longer than 40 characters'
    ],
    ['a child relationship name that is taken', onAccount(lookup('Account', 'Sage_Orders')), 'is taken by'],
    [
      'a global value set that is not there',
      onAccount(picklist('<valueSetName>None</valueSetName>')),
      'the global value set None does not exist'
    ],
    [
      'a controlling field that is not there',
      onAccount(
        picklist(
          '<controllingField>Y__c</controllingField><valueSetDefinition><sorted>false</sorted></valueSetDefinition>'
        )
      ),
      'the controlling field Y__c is not'
    ],
    [
      'more external ids than an object may have',
      object('Account', externalIds.join('')),
      'can have at most 25 external ids'
    ]
  ])('when it has %s, then the refusal names the field', (_what, given, problem) => {
    expect(refusalOf(given)).toMatchObject({ message: containing(problem) });
  });

  it('when a standard object does not have the field, then the refusal names it', () => {
    const settings = '<fields><fullName>Colour</fullName><inlineHelpText>?</inlineHelpText></fields>';
    expect(refusalOf(object('Account', settings))).toMatchObject({
      problems: [
        {
          file: 'objects/Account.object',
          component: 'Account.Colour',
          problem: 'the field Account.Colour does not exist'
        }
      ]
    });
  });
});

describe('what an org refuses of formulas', () => {
  it.each([
    ['a field that is not there', onAccount(formula('Text', 'Nothing__c')), 'Account.X__c'],
    ['another type than its field', onAccount(formula('Number', 'Name')), 'Account.X__c'],
    ['a parent that is not there', onAccount(formula('Text', 'Mother.Name')), 'Account.X__c'],
    ['wrong syntax', onAccount(formula('Text', 'IF(')), 'Account.X__c'],
    [
      'a field of the record in a default value',
      onAccount(`${text}<defaultValue>Name</defaultValue>`),
      'Account.X__c'
    ],
    ['a rule that is no condition', object('Account', rule('Name')), 'Account.R'],
    ['a rule with a field that is not there', object('Account', rule('ISBLANK(Nothing__c)')), 'Account.R']
  ])('when one has %s, then the refusal names the component', (_what, given, component) => {
    expect(refusalOf(given)).toMatchObject({
      problems: listWith({ component, problem: containing('the formula does not compile: ') })
    });
  });

  it('when two formulas refer to each other, then both are refused', () => {
    const circle = object(
      'Account',
      field('A__c', formula('Text', 'B__c')) + field('B__c', formula('Text', 'A__c'))
    );
    expect(refusalOf(circle)).toMatchObject({
      problems: ['Account.A__c', 'Account.B__c'].map((component) => ({
        component,
        problem: containing('refers to itself')
      }))
    });
  });

  it('when a formula reads a parent and the user, then it is not refused', () => {
    const sound = onAccount(formula('Text', 'Parent.Owner.Name &amp; $User.FirstName'));
    expect(() => refusalOf(sound)).toThrow('Nothing was thrown');
  });

  it('when a rule shows its message at a field that is not there, then it is refused', () => {
    expect(refusalOf(object('Account', rule('ISBLANK(Name)', 'Nothing__c')))).toMatchObject({
      message: containing('shows its message at Nothing__c, which does not exist')
    });
  });
});

describe('what an org refuses of objects', () => {
  const masters = ['A', 'B', 'C'].map((name) => field(`${name}__c`, master('Account', name))).join('');
  it.each([
    [
      'no name field',
      newObject('N__c', '<sharingModel>ReadWrite</sharingModel>'),
      'must specify a nameField'
    ],
    [
      'an auto number without format',
      newObject(
        'N__c',
        '<nameField><type>AutoNumber</type></nameField><sharingModel>ReadWrite</sharingModel>'
      ),
      "must specify 'displayFormat'"
    ],
    [
      'three masters',
      newObject('N__c', textName + controlled + masters),
      'can have at most 2 master-detail fields'
    ],
    [
      'a master and its own sharing',
      newObject(
        'N__c',
        `${textName}<sharingModel>ReadWrite</sharingModel>${field('A__c', master('Account', 'A'))}`
      ),
      'cannot set sharingModel to ReadWrite'
    ],
    ['no master but its sharing', newObject('N__c', textName + controlled), 'needs a master-detail field'],
    [
      'an event with a lookup',
      object('Sage_Notice__e', field('X__c', lookup('Account', 'X'))),
      'a platform event cannot have a field of type Lookup'
    ],
    [
      'custom metadata with a formula',
      object('Sage_Setting__mdt', field('X__c', formula('Text', '"a"'))),
      'a custom metadata type cannot have formula fields'
    ],
    [
      'an object that is not there',
      object('Nothing__c', field('X__c', text)),
      'the object Nothing__c does not exist'
    ],
    [
      'custom settings',
      newObject('N__c', '<customSettingsType>Hierarchy</customSettingsType>'),
      'has <customSettingsType>'
    ],
    [
      'a roll-up of a field that is not there',
      object(
        'Sage_Order__c',
        field(
          'X__c',
          '<type>Summary</type><summaryForeignKey>Sage_Order_Line__c.Order__c</summaryForeignKey><summaryOperation>sum</summaryOperation><summarizedField>Sage_Order_Line__c.Y__c</summarizedField>'
        )
      ),
      'sums up Sage_Order_Line__c.Y__c, which does not exist'
    ],
    [
      'a roll-up over a lookup',
      object(
        'Account',
        field(
          'X__c',
          '<type>Summary</type><summaryForeignKey>Contact.AccountId</summaryForeignKey><summaryOperation>count</summaryOperation>'
        )
      ),
      'is not a master-detail field that leads to Account'
    ],
    [
      'a sum of texts',
      object(
        'Sage_Order__c',
        field(
          'X__c',
          '<type>Summary</type><summaryForeignKey>Sage_Order_Line__c.Order__c</summaryForeignKey><summaryOperation>sum</summaryOperation><summarizedField>Sage_Order_Line__c.Key__c</summarizedField>'
        )
      ),
      'cannot be summed up'
    ],
    [
      'a list view of a column that is not there',
      object('Account', listView('Nothing__c')),
      'could not resolve the list view column Nothing__c'
    ],
    [
      'a record type with a value that is not there',
      object(
        'Sage_Order__c',
        '<recordTypes><fullName>T</fullName><active>true</active><label>T</label><picklistValues><picklist>Region__c</picklist><values><fullName>west</fullName></values></picklistValues></recordTypes>'
      ),
      'the picklist Region__c has no value west'
    ]
  ])('when there is %s, then it is refused', (_what, given, problem) => {
    expect(refusalOf(given)).toMatchObject({ message: containing(problem) });
  });
});

describe('what an org refuses of permission sets, channels and the rest', () => {
  it.each([
    [
      'a permission on a required field',
      permissionSet(fieldPermission('Account.Name')),
      'the field Account.Name is required'
    ],
    [
      'a permission on a master',
      permissionSet(fieldPermission('Sage_Order_Line__c.Order__c')),
      'is a master-detail field, so it cannot have permissions'
    ],
    [
      'an edit without read',
      permissionSet(onObject('Account', ['allowEdit'])),
      'Permission Edit Account depends on permission(s): Read Account'
    ],
    [
      'a detail without its master',
      permissionSet(onObject('Sage_Order_Line__c', ['allowRead'])),
      'depends on permission(s): Read Sage_Order__c'
    ],
    [
      'an event that can be edited',
      permissionSet(onObject('Sage_Notice__e', ['allowRead', 'allowEdit'])),
      'events of Sage_Notice__e can be read and created only'
    ],
    [
      'a custom permission that is not there',
      permissionSet('<customPermissions><enabled>true</enabled><name>No</name></customPermissions>'),
      'the custom permission No does not exist'
    ],
    [
      'a user permission that is not known',
      permissionSet('<userPermissions><enabled>true</enabled><name>FlyPlanes</name></userPermissions>'),
      'the user permission FlyPlanes is not supported'
    ],
    [
      'Apex classes',
      permissionSet('<classAccesses><apexClass>A</apexClass><enabled>true</enabled></classAccesses>'),
      'has <classAccesses>'
    ],
    [
      'changes of an object that is not there',
      member('Nothing__ChangeEvent'),
      'the event Nothing__ChangeEvent does not exist'
    ],
    [
      'a channel that is not there',
      member('AccountChangeEvent', 'No__chn'),
      'the channel No__chn does not exist'
    ],
    [
      'custom metadata of no type',
      file('customMetadata/No.R.md', 'CustomMetadata', '<label>R</label>'),
      'the custom metadata type No__mdt does not exist'
    ],
    [
      'a report without folder',
      file(
        'reports/No/R.report',
        'Report',
        '<name>R</name><format>Tabular</format><reportType>AccountList</reportType>'
      ),
      'the report folder No does not exist'
    ],
    [
      'a report of a type that is not there',
      file(
        'reports/Sage/R.report',
        'Report',
        '<name>R</name><format>Tabular</format><reportType>No__c</reportType>'
      ),
      'the report type No__c does not exist'
    ],
    ['Apex', file('classes/A.cls', 'ApexClass', ''), 'metadata of the type "cls" is not supported'],
    [
      'a standard value set that is not modelled',
      file('standardValueSets/CaseStatus.standardValueSet', 'StandardValueSet', ''),
      'the standard value set CaseStatus is not supported'
    ]
  ])('when there is %s, then it is refused', (_what, given, problem) => {
    expect(refusalOf(given)).toMatchObject({ message: containing(problem) });
  });
});
