import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReceivedEvent } from './port/salesforce-events.ts';
import { connectTo, until } from './test-support/connected.ts';
import { control, requestsOf, startLocalOrg } from './test-support/local-org.ts';

describe('the connection with Salesforce', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-salesforce-'));
  const pubSubCaFile = join(directory, 'ca.pem');
  let org: RunningOrg;

  beforeAll(async () => {
    org = await startLocalOrg();
    writeFileSync(pubSubCaFile, org.pubSub.certificate);
  });
  afterAll(async () => {
    await org.close();
    rmSync(directory, { recursive: true });
  });

  it('when nothing is asked of it, then nothing is sent', async () => {
    const salesforce = connectTo(org, { pubSubCaFile });
    expect(salesforce.state()).toEqual({
      reachable: true,
      lastFailure: undefined,
      user: 'admin@ledger-bridge.example',
      instanceUrl: undefined,
      requests: undefined,
      heldUntil: undefined
    });
    await salesforce.close();
    expect(await requestsOf(org, '')).toEqual([]);
  });

  it('when it is probed, subscribed and published to at once, then one login serves all, and events come as sent', async () => {
    const salesforce = connectTo(org, { pubSubCaFile });
    const received: ReceivedEvent[] = [];
    const subscription = salesforce.events.subscribe({
      channel: '/event/Stock_Alert__e',
      after: undefined,
      onEvents: (events) => Promise.resolve(void received.push(...events)),
      onGap: () => Promise.resolve()
    });
    const [state] = await Promise.all([
      salesforce.probe(),
      salesforce.records.publish('Stock_Alert__e', [
        { Item__c: "Ärmel 'XL' 🧵", Quantity__c: '12.50', Urgent__c: true }
      ])
    ]);
    await until(() => received.length > 0);
    expect(received[0]?.fields).toMatchObject({
      Item__c: "Ärmel 'XL' 🧵",
      Quantity__c: '12.5',
      Noticed_At__c: null,
      Urgent__c: true
    });
    expect(state).toMatchObject({ reachable: true, instanceUrl: org.url, requests: { limit: 15_000 } });
    expect(await requestsOf(org, 'POST /services/oauth2/token')).toHaveLength(1);
    await salesforce.close();
    expect(subscription.state().state).toBe('closed');
  });

  it('when the user may not see the limits, then the refusal of a probe tells that Salesforce answers', async () => {
    const salesforce = connectTo(org, { pubSubCaFile });
    const refuse = (status: number, errorCode: string) =>
      control(org, 'POST', '/faults', {
        point: 'rest',
        match: '/limits',
        times: 1,
        effect: { kind: 'status', status, errorCode, message: 'No.' }
      });
    await refuse(503, 'SERVER_UNAVAILABLE');
    expect(await salesforce.probe()).toMatchObject({ reachable: false, lastFailure: { code: 'LB701' } });
    await refuse(403, 'FUNCTIONALITY_NOT_ENABLED');
    expect(await salesforce.probe()).toMatchObject({ reachable: true, lastFailure: { code: 'LB701' } });
    await salesforce.close();
  });
});
