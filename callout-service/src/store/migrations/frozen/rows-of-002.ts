import { AWKWARD, AWKWARD_JSON, type FixtureRows } from './fixture-rows.ts';
import { rowsOf001 } from './rows-of-001.ts';

const run = {
  object: 'Account-customer',
  direction: 'to-salesforce',
  trigger: 'schedule',
  mapping_version: null,
  instance: 'host 12',
  started_at: 1_700_000_000_000,
  last_sign_at: 1_700_000_000_500,
  finished_at: null,
  reason: null,
  read_count: 0,
  created_count: 0,
  updated_count: 0,
  unchanged_count: 0,
  skipped_count: 0,
  failed_count: 0
};

/** A store at 002-records. */
export const rowsOf002: FixtureRows = {
  ...rowsOf001,
  link: [
    {
      entity: 'customer',
      salesforce_id: '001000000000001AAA',
      sage_key: '01-ABF',
      agreed_json: AWKWARD_JSON,
      mapping_version: 2,
      linked_at: 1,
      agreed_at: 2
    },
    {
      entity: 'customer',
      salesforce_id: '001000000000001AAB',
      sage_key: '01-abf',
      agreed_json: null,
      mapping_version: null,
      linked_at: 1,
      agreed_at: 2
    },
    {
      entity: 'item',
      salesforce_id: '001000000000001AAA',
      sage_key: ' 01-ABF',
      agreed_json: '[]',
      mapping_version: null,
      linked_at: 1,
      agreed_at: 2
    }
  ],
  cursor: [{ name: 'pubsub:/data/AccountChangeEvent', value: AWKWARD, moved_at: 3 }],
  mapping_version: [
    {
      object: 'Account-customer',
      version: 1,
      content_json: '{}',
      published_by: 'ann',
      published_at: 4,
      comment: '',
      based_on: null
    },
    {
      object: 'Account-customer',
      version: 2,
      content_json: AWKWARD_JSON,
      published_by: AWKWARD,
      published_at: 5,
      comment: AWKWARD,
      based_on: 1
    }
  ],
  sync_run: [
    { ...run, id: 1, state: 'running', read_count: 12_345_678_901 },
    { ...run, id: 7, state: 'interrupted', finished_at: 1_700_000_000_900, reason: AWKWARD, failed_count: 1 }
  ]
};
