import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningOrg } from '../index.ts';
import { clerk, startOrdersOrg, UiApi } from './testing/orders-org.ts';

/**
 * Names of properties that real orgs answered, in the test data of Salesforce's sample project trailheadapps/lwc-recipes
 * (CC0-1.0), below force-app/main/default/lwc: wireGetObjectInfo, wireListView, wireGetPicklistValues,
 * wireGetPicklistValuesByRecordType, ldsGenerateRecordInputForCreate, ldsCreateRecord, wireGetRecord, wireGetRecords.
 * Only names are kept here; the records are this test's own.
 */
const recorded = {
  objectInfo:
    'apiName childRelationships createable custom defaultRecordTypeId deletable dependentFields feedEnabled fields keyPrefix label labelPlural layoutable mruEnabled nameFields queryable recordTypeInfos searchable themeInfo updateable',
  field:
    'apiName calculated compound compoundComponentName compoundFieldName controllerName controllingFields createable custom dataType extraTypeInfo filterable filteredLookupInfo highScaleNumber htmlFormatted inlineHelpText label length nameField polymorphicForeignKey precision reference referenceTargetField referenceToInfos relationshipName required scale searchPrefilterable sortable unique updateable',
  childRelationship: 'childObjectApiName fieldName junctionIdListNames junctionReferenceTo relationshipName',
  recordTypeInfo: 'available defaultRecordTypeMapping master name recordTypeId',
  referenceToInfo: 'apiName nameFields',
  themeInfo: 'color iconUrl',
  listUi: 'eTag info records',
  listInfo:
    'cloneable createable deletable displayColumns eTag filterLogicString filteredByInfo label listReference orderedByInfo updateable userPreferences visibility visibilityEditable',
  listColumn: 'fieldApiName label sortable',
  listReference: 'id listViewApiName objectApiName type',
  orderedByInfo: 'fieldApiName isAscending label',
  userPreferences: 'columnWidths columnWrap',
  listRecords:
    'count currentPageToken currentPageUrl listInfoETag nextPageToken nextPageUrl previousPageToken previousPageUrl records',
  record:
    'apiName childRelationships eTag fields id lastModifiedById lastModifiedDate recordTypeId recordTypeInfo systemModstamp',
  fieldValue: 'displayValue value',
  picklist: 'controllerValues defaultValue eTag url values',
  picklistValue: 'attributes label validFor value',
  picklists: 'eTag picklistFieldValues',
  defaults: 'layout objectInfos record',
  layout: 'id layoutType mode sections',
  layoutSection: 'collapsible columns heading id layoutRows rows useHeading',
  layoutItem: 'editableForNew editableForUpdate label layoutComponents lookupIdApiName required sortable',
  layoutComponent: 'apiName componentType label',
  batch: 'hasErrors results'
};

/** The fields that a record of the recorded list of contacts has: its columns, what they lead through, and stamps. */
const recordedListFields =
  'Account AccountId CreatedDate Email Id LastModifiedById LastModifiedDate Name Owner OwnerId Phone SystemModstamp Title';

let org: RunningOrg;
let api: UiApi;
let contact: string;

beforeAll(async () => {
  org = await startOrdersOrg();
  api = await UiApi.of(org, clerk);
  const account = await api.create('Account', { Name: 'ABF' });
  contact = await api.create('Contact', { LastName: 'Ames', AccountId: account });
});
afterAll(() => org.close());

const anObject = z.record(z.string(), z.unknown());

/** What stands at the end of a path; a list's first item, an object's first value where a step is `*`. */
function at(answer: unknown, path: string): Record<string, unknown> {
  let found: unknown = answer;
  for (const step of path.split('.').filter((each) => each !== '')) {
    const values = Array.isArray(found) ? found : Object.values(anObject.parse(found));
    found = step === '*' ? values[0] : anObject.parse(found)[step];
  }
  return anObject.parse(found);
}

describe('answers beside those recorded of real orgs', () => {
  it.each([
    ['object-info/Contact', '', 'objectInfo'],
    ['object-info/Contact', 'fields.*', 'field'],
    ['object-info/Contact', 'fields.AccountId.referenceToInfos.*', 'referenceToInfo'],
    ['object-info/Account', 'childRelationships.*', 'childRelationship'],
    ['object-info/Contact', 'recordTypeInfos.*', 'recordTypeInfo'],
    ['object-info/Contact', 'themeInfo', 'themeInfo'],
    ['list-ui/Contact/AllContacts', '', 'listUi'],
    ['list-ui/Contact/AllContacts', 'info', 'listInfo'],
    ['list-ui/Contact/AllContacts', 'info.displayColumns.*', 'listColumn'],
    ['list-ui/Contact/AllContacts', 'info.listReference', 'listReference'],
    ['list-ui/Contact/AllContacts', 'info.orderedByInfo.*', 'orderedByInfo'],
    ['list-ui/Contact/AllContacts', 'info.userPreferences', 'userPreferences'],
    ['list-ui/Contact/AllContacts', 'records', 'listRecords'],
    ['list-ui/Contact/AllContacts', 'records.records.*', 'record'],
    ['list-ui/Contact/AllContacts', 'records.records.*.fields.Account.value', 'record'],
    ['object-info/Account/picklist-values/012000000000000AAA/Type', '', 'picklist'],
    ['object-info/Account/picklist-values/012000000000000AAA/Type', 'values.*', 'picklistValue'],
    ['object-info/Account/picklist-values/012000000000000AAA', '', 'picklists'],
    ['object-info/Account/picklist-values/012000000000000AAA', 'picklistFieldValues.*', 'picklist'],
    ['record-defaults/create/Account', '', 'defaults'],
    ['record-defaults/create/Account', 'layout', 'layout'],
    ['record-defaults/create/Account', 'layout.sections.*', 'layoutSection'],
    ['record-defaults/create/Account', 'layout.sections.*.layoutRows.*.layoutItems.*', 'layoutItem'],
    [
      'record-defaults/create/Account',
      'layout.sections.*.layoutRows.*.layoutItems.*.layoutComponents.*',
      'layoutComponent'
    ],
    ['record-defaults/create/Account', 'objectInfos.Account', 'objectInfo'],
    ['record-defaults/create/Account', 'record', 'record'],
    ['record-defaults/create/Account', 'record.fields.Name', 'fieldValue'],
    ['records/CONTACT?layoutTypes=Full', '', 'record'],
    ['records/CONTACT?layoutTypes=Full', 'fields.Owner.value', 'record'],
    ['records/batch/CONTACT?fields=Contact.Name', '', 'batch'],
    ['records/batch/CONTACT?fields=Contact.Name', 'results.*.result', 'record']
  ] as const)('when %s is read, then %s has every property of a recorded %s', async (path, place, shape) => {
    const answer = await api.get(path.replace('CONTACT', contact));
    expect(Object.keys(at(answer, place))).toEqual(expect.arrayContaining(recorded[shape].split(' ')));
  });

  it('when a list of contacts is read, then its records have the very fields of the recorded list', async () => {
    const answer = await api.get('list-records/Contact/AllContacts');
    expect(Object.keys(at(answer, 'records.*.fields')).sort()).toEqual(recordedListFields.split(' '));
  });
});
