import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningOrg } from '../../index.ts';
import { containing, listWith, matching } from '../../testing/matchers.ts';
import { clerk, startOrdersOrg, stranger, UiApi } from '../testing/orders-org.ts';

let org: RunningOrg;
let api: UiApi;
let outsider: UiApi;
let abf: string;

const accounts = [
  { Name: 'ABF', Type: 'Prospect', BillingState: 'WI' },
  { Name: 'Boxes 100%', Type: 'Other' },
  { Name: 'Local Boxes', Type: 'Prospect', Phone: '555-9' }
];

beforeAll(async () => {
  org = await startOrdersOrg();
  [api, outsider] = await Promise.all([UiApi.of(org, clerk), UiApi.of(org, stranger)]);
  const ids: string[] = [];
  for (const fields of accounts) ids.push(await api.create('Account', fields));
  abf = ids[0] ?? '';
  for (const Region__c of ['north', 'south', 'north']) {
    await api.create('Sage_Order__c', { Account__c: abf, Region__c, RecordTypeId: null });
  }
  for (const LastName of ['Cole', 'Ames', 'Boone']) {
    await api.create('Contact', {
      LastName,
      FirstName: 'Al',
      AccountId: abf,
      Email: `${LastName}@abf.example`
    });
  }
});
afterAll(() => org.close());

const listSchema = z.looseObject({
  records: z.array(z.looseObject({ fields: z.looseObject({ Name: z.looseObject({ value: z.string() }) }) })),
  nextPageUrl: z.string().nullable()
});
const namesIn = (list: unknown) => listSchema.parse(list).records.map(({ fields }) => fields.Name.value);
const names = async (path: string) => namesIn(await api.get(path));
const all = 'list-records/Account/AllAccounts';

describe('list views', () => {
  it('when a list of the package is described, then with its columns, filters and order', async () => {
    expect(await api.get('list-info/Sage_Order__c/All')).toMatchObject({
      label: 'All',
      listReference: {
        id: matching(/^00B/),
        listViewApiName: 'All',
        objectApiName: 'Sage_Order__c',
        type: 'listView'
      },
      displayColumns: [
        { fieldApiName: 'Name', label: 'Order Number', lookupId: null, sortable: true },
        { fieldApiName: 'Account__r.Name', label: 'Account', lookupId: 'Account__r.Id' },
        { fieldApiName: 'Total__c' },
        { fieldApiName: 'Owner.Alias', label: 'Owner Alias' },
        { fieldApiName: 'CreatedDate' }
      ],
      filteredByInfo: [
        { fieldApiName: 'Region__c', operator: 'Equals', operandLabels: [expect.any(String) as unknown] }
      ],
      orderedByInfo: [{ fieldApiName: 'Name', isAscending: true }],
      scope: { apiName: 'everything' },
      visibility: 'Public'
    });
  });

  it('when its records are read, then the filter holds, and the columns come with parents', async () => {
    expect(await api.get('list-records/Sage_Order__c/All')).toMatchObject({
      count: 2,
      nextPageToken: null,
      records: [
        {
          fields: {
            Account__c: { value: abf },
            Account__r: {
              displayValue: 'ABF',
              value: { fields: { Name: { value: 'ABF' }, Id: { value: abf } } }
            },
            Owner: { value: { fields: { Alias: { value: 'clerk' } } } },
            CreatedDate: {},
            SystemModstamp: {}
          }
        },
        {}
      ]
    });
  });

  it('when a list is read page by page, then every record comes once, in order', async () => {
    const first = await api.get(`${all}?pageSize=2&sortBy=-Name`);
    expect(namesIn(first)).toEqual(['Local Boxes', 'Boxes 100%']);
    expect(first).toMatchObject({
      currentPageToken: '0',
      nextPageToken: '2',
      pageSize: 2,
      sortBy: ['-Name']
    });
    const next = await api.get(listSchema.parse(first).nextPageUrl ?? '');
    expect(namesIn(next)).toEqual(['ABF']);
    expect(next).toMatchObject({ nextPageToken: null, nextPageUrl: null, previousPageToken: '0' });
  });

  it('when one searches, then the words are sought in the columns, and signs of patterns stand for themselves', async () => {
    expect(await names(`${all}?searchTerm=box`)).toEqual(['Boxes 100%', 'Local Boxes']);
    expect(await names(`${all}?searchTerm=${encodeURIComponent('0%')}`)).toEqual(['Boxes 100%']);
    expect(await names(`${all}?searchTerm=555`)).toEqual(['Local Boxes']);
  });

  it('when a body asks, then where filters as in GraphQL, and fields without their object are taken', async () => {
    const body = {
      fields: ['Name', 'Type'],
      where: '{ and: [{ Type: { eq: "Prospect" } }, { Name: { like: "Loc%" } }] }'
    };
    const list = await api.post(all, body);
    expect(namesIn(list)).toEqual(['Local Boxes']);
    expect(list).toMatchObject({ records: [{ fields: { Type: { displayValue: 'Prospect' } } }] });
  });

  it('when list-ui is asked for, by name and by id, then info and records come together', async () => {
    const byName = z
      .looseObject({ info: z.looseObject({ listReference: z.looseObject({ id: z.string() }) }) })
      .parse(await api.get('list-ui/Account/AllAccounts?pageSize=1'));
    expect(byName).toMatchObject({
      info: { label: 'All Accounts' },
      records: { count: 1, nextPageToken: '1' }
    });
    const { id } = byName.info.listReference;
    expect(await api.get(`list-ui/${id}`)).toMatchObject({ info: { label: 'All Accounts' } });
    expect(await names(`list-records/${id}`)).toHaveLength(3);
    expect(await api.get(`list-info/batch/${id},00B000000000000AAA`)).toMatchObject({
      results: [{ statusCode: 200 }, { statusCode: 404 }]
    });
  });

  it('when the lists of an object are asked for, then those of the package and its own come', async () => {
    expect(await api.get('list-info/Sage_Order__c')).toMatchObject({
      count: 2,
      lists: [
        { apiName: 'AllSageOrders', label: 'All Sage Orders' },
        { apiName: 'All', label: 'All' }
      ]
    });
    expect(await api.get('list-ui/Account?q=all')).toMatchObject({ lists: [{ apiName: 'AllAccounts' }] });
  });

  it('when records were seen lately, then they come newest first', async () => {
    await api.get(`records/${abf}?fields=Account.Name&updateMru=true`);
    const recent = await api.get('mru-list-records/Account');
    expect(namesIn(recent)).toEqual(['ABF', 'Local Boxes', 'Boxes 100%']);
    expect(recent).toMatchObject({ listReference: { listViewApiName: '__Recent', type: 'mru' } });
    expect(await names('list-records/Account/__Recent')).toEqual(namesIn(recent));
  });

  it.each([
    ['a list that is not there', 'list-info/Account/Nothing', 404],
    ['an object that is not there', 'list-records/Nothing/AllNothings', 404],
    ['a field to sort by that is not there', `${all}?sortBy=Nothing`, 400],
    ['a field that is not there', `${all}?fields=Account.Nothing`, 400],
    ['too large a page', `${all}?pageSize=2001`, 400],
    ['a page that is none', `${all}?pageToken=x`, 400],
    ['a filter that cannot be read', `${all}?where=${encodeURIComponent('{ Name: ')}`, 400]
  ])('when the request names %s, then it is refused', async (_what, path, statusCode) => {
    expect(await api.refusal(api.get(path))).toMatchObject({ statusCode });
  });

  it('when the object of a list may not be read, then the list is not found', async () => {
    for (const path of [
      'list-info/Sage_Order__c/All',
      'list-records/Sage_Order__c/All',
      'list-ui/Sage_Order__c'
    ]) {
      expect(await outsider.refusal(outsider.get(path))).toMatchObject({ statusCode: 404 });
    }
  });

  it('when a user may not see a column, then it is left out; a list filtered by such a field is not found', async () => {
    const admin = await UiApi.of(org, 'admin@ledger-bridge.example');
    expect(await admin.get('list-info/Sage_Order__c/AllSageOrders')).toMatchObject({ displayColumns: [{}] });
    expect(await admin.refusal(admin.get('list-records/Sage_Order__c/All'))).toMatchObject({
      statusCode: 404
    });
  });
});

describe('related lists', () => {
  it('when the related lists of an object are asked for, then each has the title of its lookup', async () => {
    expect(await api.get('related-list-info/Account')).toMatchObject({
      parentObjectApiName: 'Account',
      relatedLists: listWith({
        relatedListId: 'Sage_Orders__r',
        label: 'Orders in Sage',
        fieldApiName: 'Account__c',
        objectApiName: 'Sage_Order__c'
      })
    });
  });

  it('when a related list is described, then with its columns', async () => {
    const info = await api.get(
      'related-list-info/Account/Contacts?fields=Contact.Email&optionalFields=Contact.Nothing'
    );
    expect(info).toMatchObject({
      label: 'Contacts',
      fieldApiName: 'AccountId',
      objectApiNames: ['Contact'],
      listReference: { relatedListId: 'Contacts', parentObjectApiName: 'Account', type: 'relatedList' },
      displayColumns: [
        { fieldApiName: 'Name', dataType: 'string' },
        { fieldApiName: 'Email', dataType: 'email' }
      ]
    });
    expect(await api.get('related-list-info/batch/Account/Contacts,Nothing')).toMatchObject({
      results: [{ statusCode: 200, result: { label: 'Contacts' } }, { statusCode: 404 }]
    });
  });

  it('when its records are read, then only those of the parent come, sorted, in pages', async () => {
    const list = await api.get(
      `related-list-records/${abf}/Contacts?fields=Contact.Email&pageSize=2&sortBy=-Contact.LastName`
    );
    expect(namesIn(list)).toEqual(['Al Cole', 'Al Boone']);
    expect(list).toMatchObject({
      count: 2,
      nextPageToken: '2',
      listReference: { inContextOfRecordId: abf },
      records: [{ fields: { Email: { value: 'Cole@abf.example' } } }, {}]
    });
  });

  it('when a body asks, then where filters; a field to sort by that is not there is ignored', async () => {
    const query = { fields: ['Name'], sortBy: ['Nothing'], where: '{ LastName: { in: ["Ames", "Boone"] } }' };
    expect(namesIn(await api.post(`related-list-records/${abf}/Contacts`, query))).toEqual([
      'Al Ames',
      'Al Boone'
    ]);
    const batch = {
      relatedListParameters: [{ relatedListId: 'Contacts', ...query }, { relatedListId: 'Nothing' }]
    };
    expect(await api.post(`related-list-records/batch/${abf}`, batch)).toMatchObject({
      results: [{ statusCode: 200, result: { count: 2 } }, { statusCode: 404 }]
    });
  });

  it('when they are counted, then up to the most asked for', async () => {
    expect(await api.get(`related-list-count/${abf}/Contacts?maxCount=2`)).toMatchObject({
      count: 2,
      hasMore: true
    });
    expect(await api.get(`related-list-count/batch/${abf}/Contacts,Sage_Orders__r`)).toMatchObject({
      results: [{ result: { count: 3, hasMore: false } }, { result: { count: 3 } }]
    });
  });

  it('when the children may not be read, then the list is not found', async () => {
    const paths = [
      `related-list-records/${abf}/Sage_Orders__r`,
      'related-list-info/Account/Sage_Orders__r',
      `related-list-count/${abf}/Sage_Orders__r`
    ];
    for (const path of paths)
      expect(await outsider.refusal(outsider.get(path))).toMatchObject({ statusCode: 404 });
  });
});

describe('lookups', () => {
  const search = (query: string) => api.get(`lookups/Sage_Order__c/Account__c${query}`);
  const found = async (query: string) => {
    const schema = z.looseObject({ lookupResults: z.looseObject({ Account: listSchema }) });
    return namesIn(schema.parse(await search(query)).lookupResults.Account);
  };

  it('when one types a word, then records come in whose name a word begins so', async () => {
    expect(await found('?searchType=Search&q=box')).toEqual(['Boxes 100%', 'Local Boxes']);
    expect(await found('?searchType=TypeAhead&q=box')).toEqual(['Boxes 100%']);
    expect(await found('?searchType=Search&q=oxes')).toEqual([]);
  });

  it('when nothing is typed, then the records seen last come', async () => {
    expect(await found('')).toContain('Local Boxes');
  });

  it('when the target is in the path, then its records come alone, in pages', async () => {
    const page = await search('/Account?searchType=Search&q=box&pageSize=1');
    expect(page).toMatchObject({
      count: 1,
      currentPageToken: '1',
      nextPageToken: '2',
      records: [{ apiName: 'Account' }]
    });
  });

  it('when a body gives an order, then it is kept', async () => {
    const body = {
      sourceRecord: { fields: { Id: null } },
      orderBy: [{ fieldApiName: 'Name', isAscending: false }]
    };
    expect(await api.post('lookups/Sage_Order__c/Account__c?searchType=Search&q=box', body)).toMatchObject({
      lookupResults: { Account: { records: [{ fields: { Name: { value: 'Local Boxes' } } }, {}] } },
      metadata: { Account: { fieldApiName: 'Account__c', objectApiName: 'Sage_Order__c' } }
    });
  });

  it.each([
    ['a field that is no lookup', '/services/data/v66.0/ui-api/lookups/Account/Name', 404, ''],
    ['a target that it has not', '/services/data/v66.0/ui-api/lookups/Contact/AccountId/User', 404, ''],
    [
      'too short a term',
      '/services/data/v66.0/ui-api/lookups/Contact/AccountId?searchType=TypeAhead&q=ab',
      400,
      '3 characters'
    ],
    [
      'a search that is none',
      '/services/data/v66.0/ui-api/lookups/Contact/AccountId?searchType=Fuzzy',
      400,
      'Fuzzy'
    ]
  ])('when the request names %s, then it is refused', async (_what, path, statusCode, part) => {
    expect(await api.refusal(api.get(path))).toMatchObject({ statusCode, message: containing(part) });
  });
});
