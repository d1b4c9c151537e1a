import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { control } from '../testing/test-org.ts';
import { clerk, startOrdersOrg, UiApi } from './testing/orders-org.ts';

let org: RunningOrg;
let api: UiApi;
let account: string;

beforeAll(async () => {
  org = await startOrdersOrg();
  api = await UiApi.of(org, clerk);
  account = await api.create('Account', { Name: 'ABF' });
});
afterAll(() => org.close());

const master = '012000000000000AAA';
const resources = [
  'records/ID?fields=Account.Name',
  'records/batch/ID?fields=Account.Name',
  'records/ID/child-relationships/Contacts',
  'object-info/Account',
  'object-info/batch/Account,Contact',
  `object-info/Account/picklist-values/${master}`,
  `object-info/Account/picklist-values/${master}/Type`,
  'record-defaults/create/Account',
  'record-defaults/clone/ID',
  'layout/Account',
  'record-ui/ID',
  'list-info/Account/AllAccounts',
  'list-records/Account/AllAccounts',
  'list-ui/Account/AllAccounts',
  'mru-list-records/Account',
  'related-list-info/Account/Contacts',
  'related-list-records/ID/Contacts',
  'related-list-count/ID/Contacts',
  'lookups/Contact/AccountId?searchType=Search&q=abf'
];

describe('ordered faults', () => {
  it.each(resources)(
    'when %s is to fail, then the client gets 403 and 404, and then the answer',
    async (resource) => {
      const path = resource.replace('ID', account);
      for (const [status, errorCode] of [
        [403, 'REQUEST_LIMIT_EXCEEDED'],
        [404, 'NOT_FOUND']
      ] as const) {
        const effect = { kind: 'status', status, errorCode, message: `ordered ${status}` };
        const match = `GET .*/ui-api/${path.split('?')[0] ?? ''}`;
        await control(org, 'POST', '/faults', { point: 'rest', match, times: 1, effect });
        expect(await api.refusal(api.get(path))).toEqual({ errorCode, message: `ordered ${status}` });
      }
      expect(await api.get(path)).toBeTruthy();
    }
  );
});
