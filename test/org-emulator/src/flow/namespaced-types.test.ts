import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FlowOrg, startFlowOrg } from './testing/flow-org.ts';

let flows: FlowOrg;

beforeAll(async () => {
  flows = await startFlowOrg(undefined, 'sage');
});
afterAll(() => flows.close());

describe('types of External Services in a package with a namespace', () => {
  it('when body and answer stand in variables of their types, then they are sent and read', async () => {
    flows.service.answer = { status: 200, body: '{"total": 12.5, "money": {"code": "USD"}}' };
    expect(await flows.run('sage__Typed_Answer', { customer: '01-ABF' })).toMatchObject({ total: 12.5 });
    expect(flows.service.bodies).toEqual(['{"customer":"01-ABF"}']);
  });

  it('when a custom permission is asked about, then it is found by its prefixed name', async () => {
    const inputs = { first: 'a', second: 'b' };
    expect(await flows.run('sage__Texts_And_Globals', inputs)).toMatchObject({ mayResend: false });
  });
});
