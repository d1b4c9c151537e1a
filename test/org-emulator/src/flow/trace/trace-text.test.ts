import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { type StandIn, startStandIn } from '../../testing/sage-stand-in.ts';
import { admin, connect, rep, startTestOrg } from '../../testing/test-org.ts';

let service: StandIn;
let org: RunningOrg;

beforeAll(async () => {
  service = await startStandIn();
  org = await startTestOrg({ namedCredentialUrls: { Sage_Callout_Reader: service.url } });
});
afterAll(async () => {
  await org.close();
  await service.close();
});

async function page(): Promise<string> {
  const url = `${org.controlUrl}/flow-traces?flow=Sage_Customer_Summary`;
  const response = await fetch(url, { headers: { accept: 'text/html,*/*;q=0.8' } });
  expect(response.headers.get('content-type')).toContain('text/plain');
  return response.text();
}

describe('the page of flow runs', () => {
  it('when the summary’s flow has run, then the page tells an administrator what it did', async () => {
    service.answer = { status: 200, body: '{"balance":12}' };
    const asAdmin = await connect(org, admin);
    const { id } = await asAdmin.sobject('Account').create({ Name: 'Alder', Sage_Customer_No__c: '01-ABF' });
    const asRep = await connect(org, rep);
    await asRep.requestPost('/services/data/v66.0/actions/custom/flow/Sage_Customer_Summary', {
      inputs: [{ recordId: id }]
    });
    const text = await page();
    expect(text).toContain(`Started by REST as ${rep} at `);
    expect(text).toContain(`Given: recordId = "${String(id)}"`);
    expect(text).toMatch(/\[Get Records, \d+ ms\]/);
    expect(text).toMatch(/query: "SELECT .+ FROM Account WHERE/);
    expect(text).toMatch(/\[Decision, \d+ ms\]/);
    expect(text).toMatch(/called: "SageCalloutReader\.\w+"\n/);
    expect(text).toMatch(/answered: 200/);
    expect(text).toMatch(/Finished \(\d+ elements, \d+ ms\)/);
  });
});
