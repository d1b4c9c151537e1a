import { AWKWARD, AWKWARD_JSON, type FixtureRows } from './fixture-rows.ts';
import { rowsOf003 } from './rows-of-003.ts';

/** A store at 004-engine. */
export const rowsOf004: FixtureRows = {
  ...rowsOf003,
  fingerprint: [
    { source: 'Account-customer:figures', key: '01-ABF', digest: 'aaaaaaaaaaaaaaaaaaaaaa' },
    { source: 'Account-customer:figures', key: '01-abf', digest: 'aaaaaaaaaaaaaaaaaaaaaa' },
    { source: AWKWARD, key: AWKWARD, digest: 'b' }
  ],
  change: [
    {
      id: 5,
      entity: 'customer',
      sage_key: '01-ABF',
      kind: 'created',
      at: 1_700_000_000_000,
      stored_at: 1_700_000_000_001,
      values_json: AWKWARD_JSON
    },
    {
      id: 12_345_678_901,
      entity: AWKWARD,
      sage_key: AWKWARD,
      kind: 'deleted',
      at: 1,
      stored_at: 2,
      values_json: 'null'
    }
  ],
  sync_run: (rowsOf003['sync_run'] ?? []).map((run) => ({
    ...run,
    mode: 'reconcile',
    watermark_before: AWKWARD,
    watermark_after: run['state'] === 'running' ? null : AWKWARD,
    causes_json: run['state'] === 'running' ? '{}' : '{"LB786":1}',
    stop_requested: 1
  }))
};
