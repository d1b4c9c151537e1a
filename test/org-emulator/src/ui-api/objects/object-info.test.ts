import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningOrg } from '../../index.ts';
import { listWith, matching } from '../../testing/matchers.ts';
import { clerk, startOrdersOrg, stranger, UiApi } from '../testing/orders-org.ts';

let org: RunningOrg;
let api: UiApi;
let outsider: UiApi;
let exportType: string;

beforeAll(async () => {
  org = await startOrdersOrg();
  [api, outsider] = await Promise.all([UiApi.of(org, clerk), UiApi.of(org, stranger)]);
  const types = infoSchema.parse(await api.get('object-info/Sage_Order__c')).recordTypeInfos;
  exportType = Object.values(types).find(({ name }) => name === 'Export order')?.recordTypeId ?? '';
});
afterAll(() => org.close());

const infoSchema = z.looseObject({
  eTag: z.string(),
  recordTypeInfos: z.record(z.string(), z.looseObject({ name: z.string(), recordTypeId: z.string() })),
  fields: z.record(z.string(), z.unknown())
});

describe('object-info', () => {
  it('when object info is read, then it has fields, children, record types and rights of the user', async () => {
    const info = await api.get('object-info/Sage_Order__c');
    expect(info).toMatchObject({
      apiName: 'Sage_Order__c',
      custom: true,
      createable: true,
      deletable: false,
      updateable: true,
      nameFields: ['Name'],
      defaultRecordTypeId: '012000000000000AAA',
      dependentFields: { Region__c: { Warehouse__c: {} } },
      childRelationships: listWith({ childObjectApiName: 'Sage_Order_Line__c', fieldName: 'Order__c' }),
      recordTypeInfos: {
        [exportType]: { name: 'Export order', master: false, available: true },
        '012000000000000AAA': { name: 'Master', master: true, defaultRecordTypeMapping: true }
      },
      fields: {
        Account__c: {
          dataType: 'Reference',
          relationshipName: 'Account__r',
          referenceToInfos: [{ apiName: 'Account', nameFields: ['Name'] }]
        },
        Summary__c: { calculated: true, createable: false, updateable: false },
        Warehouse__c: { controllerName: 'Region__c', controllingFields: ['Region__c'] },
        Id: { dataType: 'String', length: 18, required: true },
        CreatedDate: { dataType: 'DateTime' }
      }
    });
  });

  it('when a compound field is described, then its parts name it', async () => {
    expect(await api.get('object-info/Contact')).toMatchObject({
      nameFields: ['FirstName', 'LastName', 'Name'],
      fields: {
        Name: { compound: true, extraTypeInfo: 'PersonName', compoundFieldName: 'Name', createable: false },
        LastName: { compound: false, compoundComponentName: 'LastName', compoundFieldName: 'Name' },
        MailingAddress: { compound: true, dataType: 'Address', sortable: false },
        MailingCity: { compoundComponentName: 'City', compoundFieldName: 'MailingAddress' },
        MailingStreet: { extraTypeInfo: 'PlainTextArea' },
        Description: { filterable: false, sortable: false }
      }
    });
  });

  it('when the user has no field permission, then the field is not there', async () => {
    const admin = await UiApi.of(org, 'admin@ledger-bridge.example');
    expect(infoSchema.parse(await admin.get('object-info/Sage_Order__c')).fields).not.toHaveProperty(
      'Total__c'
    );
  });

  it('when the object may not be read, then it is not found, alone and in a batch', async () => {
    expect(await outsider.refusal(outsider.get('object-info/Sage_Order__c'))).toMatchObject({
      statusCode: 404
    });
    expect(await outsider.get('object-info/batch/Account,Sage_Order__c')).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { apiName: 'Account' } },
        { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] }
      ]
    });
  });

  it('when nothing changed, then object info is not sent again', async () => {
    const { eTag } = infoSchema.parse(await api.get('object-info/Account'));
    expect(await api.get('object-info/Account', { 'If-None-Match': eTag })).toBeFalsy();
  });

  it('when all objects are asked for, then those come that the user may read', async () => {
    const { objects } = z
      .object({ objects: z.record(z.string(), z.unknown()) })
      .parse(await outsider.get('object-info'));
    expect(objects).toMatchObject({
      Contact: { keyPrefix: '003', nameFields: ['FirstName', 'LastName', 'Name'] }
    });
    expect(objects).not.toHaveProperty('Sage_Order__c');
  });
});

describe('picklist-values', () => {
  const picklist = (recordType: string, field: string) =>
    api.get(`object-info/Sage_Order__c/picklist-values/${recordType}/${field}`);

  it('when a picklist depends on another, then its values tell under which they are offered', async () => {
    expect(await picklist('012000000000000AAA', 'Warehouse__c')).toMatchObject({
      controllerValues: { north: 0, south: 1 },
      defaultValue: { value: '001' },
      url: matching(/picklist-values\/012000000000000AAA\/Warehouse__c$/),
      values: [
        { label: 'Main', value: '001', validFor: [0, 1], attributes: null },
        { label: 'Harbour', value: '002', validFor: [1] }
      ]
    });
  });

  it('when a record type offers some values only, then others do not come, and its default is told', async () => {
    expect(await picklist(exportType, 'Region__c')).toMatchObject({
      controllerValues: {},
      defaultValue: { value: 'south' },
      values: [{ value: 'south', validFor: [] }]
    });
    const all = z
      .looseObject({ values: z.array(z.unknown()) })
      .parse(await picklist('012000000000000AAA', 'Region__c'));
    expect(all.values).toHaveLength(2);
  });

  it('when all picklists of a record type are asked for, then they come by field', async () => {
    const answer = await api.get(`object-info/Sage_Order__c/picklist-values/${exportType}`);
    expect(answer).toMatchObject({
      picklistFieldValues: {
        Region__c: { values: [{ value: 'south' }] },
        Warehouse__c: { controllerValues: { south: 1 } }
      }
    });
  });

  it('when a stage is told, then with what it means', async () => {
    const answer = await api.get('object-info/Opportunity/picklist-values/012000000000000AAA/StageName');
    expect(answer).toMatchObject({
      values: listWith({
        value: 'Closed Won',
        attributes: {
          closed: true,
          won: true,
          defaultProbability: 100,
          forecastCategoryName: 'Closed',
          picklistAtrributesValueType: 'OpportunityStage'
        }
      })
    });
  });

  it.each([
    ['a record type of nothing', '012LB0000zzzzzz', 'Region__c', 404],
    ['a field of nothing', '012000000000000AAA', 'Nothing__c', 404],
    ['a field that is no picklist', '012000000000000AAA', 'Due__c', 400]
  ])('when %s is asked for, then it is refused', async (_what, recordType, field, statusCode) => {
    expect(await api.refusal(picklist(recordType, field))).toMatchObject({ statusCode });
  });
});

describe('record-defaults and layout', () => {
  it('when a record is begun, then defaults, layout and object infos come', async () => {
    expect(await api.get(`record-defaults/create/Sage_Order__c?recordTypeId=${exportType}`)).toMatchObject({
      layout: {
        mode: 'Create',
        layoutType: 'Full',
        objectApiName: 'Sage_Order__c',
        sections: [{ columns: 2 }]
      },
      objectInfos: { Sage_Order__c: { apiName: 'Sage_Order__c' }, Account: {}, User: {} },
      record: {
        apiName: 'Sage_Order__c',
        id: null,
        recordTypeId: exportType,
        fields: {
          Region__c: { value: 'south' },
          Account__r: { value: null },
          OwnerId: { value: matching(/^005/) }
        }
      }
    });
  });

  it('when a record is cloned, then its values come, without id, number and what is computed', async () => {
    const id = await api.create('Sage_Order__c', { Region__c: 'south', Due__c: '2199-01-31' });
    const answer = await api.get(`record-defaults/clone/${id}`);
    expect(answer).toMatchObject({ record: { id: null, fields: { Due__c: { value: '2199-01-31' } } } });
    const template = await api.get(
      `record-defaults/template/clone/${id}?optionalFields=Sage_Order__c.Due__c`
    );
    expect(template).toMatchObject({
      record: { cloneSourceId: id, fields: { Due__c: { value: '2199-01-31' }, CloneSourceId: { value: id } } }
    });
  });

  it('when a record type or an object is not there, then the request is refused', async () => {
    const refused = [
      'record-defaults/create/Sage_Order__c?recordTypeId=012LB0000zzzzzz',
      'record-defaults/create/Nothing',
      'layout/Nothing'
    ];
    for (const path of refused) expect(await api.refusal(api.get(path))).toMatchObject({ statusCode: 404 });
    expect(await outsider.refusal(outsider.get('record-defaults/create/Product2'))).toMatchObject({
      errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'
    });
  });

  it('when a page asks for all of a record at once, then record-ui has layouts, infos and records', async () => {
    const id = await api.create('Account', { Name: 'Whole' });
    expect(await api.get(`record-ui/${id}`)).toMatchObject({
      layouts: { Account: { '012000000000000AAA': { Full: { View: { mode: 'View' } } } } },
      objectInfos: { Account: { apiName: 'Account' } },
      records: { [id]: { fields: { Name: { value: 'Whole' } } } }
    });
    expect(await api.get('layout/Account?mode=Create&layoutType=Compact')).toMatchObject({
      mode: 'Create',
      sections: [
        {
          layoutRows: [
            {
              layoutItems: [
                { layoutComponents: [{ apiName: 'Name' }], required: true, uiBehavior: 'Required' }
              ]
            }
          ]
        }
      ]
    });
  });
});

describe('a package with a namespace', () => {
  it('when its objects are read, then record types, picklists and lists have its names', async () => {
    const installed = await startOrdersOrg({ namespace: 'sage' });
    const client = await UiApi.of(installed, clerk);
    const { recordTypeInfos } = infoSchema.parse(await client.get('object-info/sage__Sage_Order__c'));
    const type = Object.values(recordTypeInfos).find(({ name }) => name === 'Export order');
    expect(type).toMatchObject({ available: true });
    const picklists = `object-info/sage__Sage_Order__c/picklist-values/${type?.recordTypeId ?? ''}`;
    expect(await client.get(`${picklists}/sage__Region__c`)).toMatchObject({
      defaultValue: { value: 'south' }
    });
    expect(await client.get('list-info/sage__Sage_Order__c/sage__All')).toMatchObject({
      displayColumns: listWith({ fieldApiName: 'sage__Account__r.Name' })
    });
    await installed.close();
  });
});
