import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { OrderWorld } from '../orders/world/order-world.ts';
import { askService } from '../orders/world/service-api.ts';
import { until } from '../orders/world/until.ts';
import { seededRandom } from '../seeded-random.ts';
import { comparePair } from './compare/compare-pair.ts';
import { pairChecks } from './compare/pair-check.ts';
import { judgeConflicts } from './edits/judge-conflicts.ts';
import { judgeEdits } from './edits/judge-edits.ts';
import { publishRules } from './edits/publish-rules.ts';
import { editAtRandom } from './edits/random-edits.ts';
import { patientSettings } from './world/patient-settings.ts';
import { startSync, untilEnded } from './world/sync-api.ts';
import { startSyncWorld } from './world/sync-world.ts';

const SEED = Number(process.env['LEDGER_BRIDGE_SEED'] ?? randomInt(1_000_000));
const PAIRS = ['Account-customer', 'Contact-contact'] as const;

let world: OrderWorld;
beforeAll(async () => {
  console.log(`seed ${SEED}`);
  world = await startSyncWorld({ engine: 'sqlite', instances: 1, pairs: PAIRS, settings: patientSettings });
  await world.startServices();
  await publishRules(world);
}, 120_000);
afterAll(() => world.close(), 60_000);

async function run(mode: 'full' | 'changes') {
  return untilEnded(world, await startSync(world, { pair: 'all', mode }));
}

async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const answer = await askService(world, { method, path, role: 'admin', ...(body && { body }) });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

describe('a company, an org and the service, each in its process', { timeout: 120_000 }, () => {
  it('when everything is loaded, then both sides have the same; loaded again, nothing is written', async () => {
    const first = await run('full');
    expect(first.map(({ state, counts }) => [state, counts.failed])).toEqual([
      ['succeeded', 0],
      ['succeeded', 0]
    ]);
    const again = await run('full');
    expect(again.map(({ counts }) => [counts.created, counts.updated])).toEqual([
      [0, 0],
      [0, 0]
    ]);
    for (const check of pairChecks.filter(({ pair }) => PAIRS.some((name) => name === pair))) {
      const compared = await comparePair(world, check);
      expect(compared).toMatchObject({ missing: [], superfluous: [], duplicated: [], different: [] });
      expect(compared.inSage).toBeGreaterThan(50);
    }
  });

  it('when records are edited on either side or on both, then both sides show what the rule says, and conflicts are told', async () => {
    const edits = await editAtRandom(world, { pairs: PAIRS, random: seededRandom(SEED), unseen: false });
    await run('changes');
    let wrong: readonly string[] = [];
    const judge = async () => [...(await judgeEdits(world, edits)), ...(await judgeConflicts(world, edits))];
    await until(async () => (wrong = await judge()).length === 0, 60_000, 500);
    expect(wrong).toEqual([]);
  });

  it('when a mapping is previewed, published and rolled back, then records follow it', async () => {
    const mapping = z
      .object({ content: z.string() })
      .parse(await ask('GET', '/v1/mappings/Account-customer'));
    const content = z
      .looseObject({ fields: z.array(z.looseObject({ id: z.string() })) })
      .parse(JSON.parse(mapping.content));
    const fields = content.fields.map((field) =>
      field.id === 'name'
        ? { ...field, direction: 'to-salesforce', transforms: [{ kind: 'case', to: 'upper' }] }
        : field
    );
    const changed = JSON.stringify({ ...content, fields });

    const preview = await ask('POST', '/v1/mappings/Account-customer/preview', {
      content: changed,
      keys: '01-ABF\n01-NOBODY'
    });
    expect(preview).toMatchObject({ passes: 1, unknown: ['01-NOBODY'], notShown: 0 });
    expect(await nameOf('01-ABF')).toBe('American Business Futures');

    const published = { comment: 'Names in capitals', content: changed, operator: 'Ada' };
    expect(await ask('POST', '/v1/mappings/Account-customer/versions', published)).toMatchObject({
      version: 2,
      changed: true
    });
    expect(
      await until(async () => (await nameOf('01-ABF')) === 'AMERICAN BUSINESS FUTURES', 60_000, 500)
    ).toBe(true);
    const comparison = await ask('GET', '/v1/mappings/Account-customer/comparison?before=1&after=2');
    expect(comparison).toMatchObject({ changed: [{ id: 'name' }] });

    await ask('POST', '/v1/mappings/Account-customer/roll-back', { toVersion: 1 });
    expect(
      await until(async () => (await nameOf('01-ABF')) === 'American Business Futures', 60_000, 500)
    ).toBe(true);
  });

  it('when the feed is read, then it tells of the customers that were loaded', async () => {
    const feed = z
      .object({ changes: z.array(z.object({ entity: z.string(), sageKey: z.string() })) })
      .parse(await ask('GET', '/v1/changes?entities=customer&limit=1000'));
    expect(feed.changes.map(({ sageKey }) => sageKey)).toContain('01-ABF');
  });

  async function nameOf(customerNo: string): Promise<unknown> {
    const [account] = await world.client.query(
      `SELECT Name FROM Account WHERE Sage_Customer_No__c = '${customerNo}'`
    );
    return account?.['Name'];
  }
});
