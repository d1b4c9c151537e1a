import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { containing, matching } from '../testing/matchers.ts';
import { z } from 'zod';
import type { RunningOrg } from '../index.ts';
import { type StandIn, startStandIn } from '../testing/sage-stand-in.ts';
import { admin, connect, control, noAccess, publicKeyPem, rep, startTestOrg } from '../testing/test-org.ts';

const path = '/services/data/v66.0/actions/custom/flow/Sage_Customer_Summary';

let org: RunningOrg;
let service: StandIn;

beforeAll(async () => {
  service = await startStandIn();
  org = await startTestOrg({
    namedCredentialUrls: { Sage_Callout_Reader: service.url }
  });
});
afterAll(async () => {
  await org.close();
  await service.close();
});
beforeEach(async () => {
  service.requests.length = 0;
  service.answer = { status: 200, body: '{"amountDue":"5732.36"}' };
  await control(org, 'POST', '/reset');
});

async function changeSettings(settings: Record<string, unknown>): Promise<void> {
  await control(org, 'PATCH', '/settings', settings);
}

async function createAccount(customerNo: string | null): Promise<string> {
  const connection = await connect(org, admin);
  const values = { Name: 'ABF', Sage_Customer_No__c: customerNo };
  const { id } = await connection.sobject('Account').create(values);
  return id ?? '';
}

const resultSchema = z.array(
  z.object({
    isSuccess: z.boolean(),
    outputValues: z.record(z.string(), z.unknown())
  })
);

async function run(username: string, recordId: string): Promise<Record<string, unknown>> {
  const connection = await connect(org, username);
  const results = resultSchema.parse(await connection.requestPost(path, { inputs: [{ recordId }] }));
  expect(results[0]?.isSuccess).toBe(true);
  return results[0]?.outputValues ?? {};
}

async function assign(username: string, permissionSetName: string): Promise<void> {
  const connection = await connect(org, admin);
  const find = async (soql: string) => (await connection.query(soql)).records[0]?.Id;
  await connection.sobject('PermissionSetAssignment').create({
    AssigneeId: await find(`SELECT Id FROM User WHERE Username = '${username}'`),
    PermissionSetId: await find(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSetName}'`)
  });
}

describe('the flow Sage_Customer_Summary', () => {
  it('when the service answers 200, then its text is handed on and the interview has finished', async () => {
    const outputs = await run(rep, await createAccount('01-ABF'));
    expect(outputs).toMatchObject({
      outcome: 'ANSWERED',
      customerNo: '01-ABF',
      summaryJson: '{"amountDue":"5732.36"}',
      clientProblemJson: null,
      responseCode: 200,
      Flow__InterviewStatus: 'Finished'
    });
  });

  it('when it calls out, then path and token are as the package says', async () => {
    await run(rep, await createAccount("A/B 'é"));
    const [request] = service.requests;
    expect(request?.url).toBe("/v1/customers/A%2FB%20'%C3%A9/summary");
    expect(request?.headers.accept).toBe('text/plain');
    const token = request?.headers.authorization?.replace('Bearer ', '') ?? '';
    const claims = z.looseObject({ iat: z.number(), nbf: z.number(), exp: z.number() }).parse(
      jwt.verify(token, publicKeyPem, {
        algorithms: ['RS256'],
        audience: 'sage-callout-service'
      })
    );
    expect(claims).toMatchObject({
      iss: 'ledger-bridge',
      sub: 'salesforce',
      role: 'reader'
    });
    expect([claims.nbf - claims.iat, claims.exp - claims.iat]).toEqual([0, 120]);
  });

  it.each([
    [404, { clientProblemJson: 'text', responseCode: 404 }],
    [503, { serverProblemJson: 'text', responseCode: 503 }]
  ])(
    'when the service answers %i, which is declared, then it fills that output',
    async (status, expected) => {
      service.answer = { status, body: 'text' };
      expect(await run(rep, await createAccount('01-GHOST'))).toMatchObject({
        outcome: 'ANSWERED',
        summaryJson: null,
        ...expected
      });
    }
  );

  it('when declared errors go to the fault path, then the flow ends there with the reason', async () => {
    await changeSettings({ declaredErrorsGoTo: 'fault-path' });
    service.answer = { status: 404, body: 'no such customer' };
    expect(await run(rep, await createAccount('01-GHOST'))).toMatchObject({
      outcome: 'FAULT',
      faultMessage: containing('404: no such customer'),
      clientProblemJson: null
    });
  });

  it('when the answer has a code that is not declared, then it is a fault', async () => {
    service.answer = { status: 302, body: '' };
    expect(await run(rep, await createAccount('01-ABF'))).toMatchObject({
      outcome: 'FAULT',
      faultMessage: containing('302')
    });
  });

  it('when the service does not answer in time, then it is a fault that says so', async () => {
    await changeSettings({ calloutTimeoutMs: 150 });
    service.answer = 'hang';
    expect(await run(rep, await createAccount('01-ABF'))).toMatchObject({
      outcome: 'FAULT',
      faultMessage: 'Read timed out'
    });
  });

  it('when there is no such account or it is not linked, then nothing is called', async () => {
    expect(await run(rep, '001000000000001AAA')).toMatchObject({
      outcome: 'NO_ACCOUNT'
    });
    expect(await run(rep, await createAccount(null))).toMatchObject({
      outcome: 'NOT_LINKED'
    });
    expect(service.requests).toEqual([]);
  });
});

describe('the layers of access to the flow', () => {
  it('when the user may not run the flow, then REST refuses and lists no such flow', async () => {
    const connection = await connect(org, noAccess);
    const refusal = connection.requestPost(path, {
      inputs: [{ recordId: '001000000000001AAA' }]
    });
    await expect(refusal).rejects.toMatchObject({
      errorCode: 'INSUFFICIENT_ACCESS'
    });
    expect(await connection.request('/services/data/v66.0/actions/custom/flow')).toEqual({ actions: [] });
  });

  it('when the user may run the flow but not read the field, then the lookup takes the fault path', async () => {
    await assign(noAccess, 'Flow_Only');
    expect(await run(noAccess, await createAccount('01-ABF'))).toMatchObject({
      outcome: 'FAULT',
      faultMessage: matching(/tried to look up records: INVALID_FIELD: [^]*Sage_Customer_No__c/)
    });
    expect(service.requests).toEqual([]);
  });

  it('when the user lacks the principal, then the callout is refused in Salesforce’s words', async () => {
    await assign(noAccess, 'Flow_And_Field');
    expect(await run(noAccess, await createAccount('01-ABF'))).toMatchObject({
      outcome: 'FAULT',
      faultMessage:
        'We couldn\'t access the credential(s). You might not have the required permissions, or the external credential "Sage_Callout_Reader" might not exist.'
    });
    expect(service.requests).toEqual([]);
  });
});

describe('flow actions over REST', () => {
  it('when they are listed and described, then inputs and outputs are told', async () => {
    const connection = await connect(org, rep);
    expect(await connection.request('/services/data/v66.0/actions/custom/flow')).toMatchObject({
      actions: [{ name: 'Sage_Customer_Summary', type: 'FLOW', url: path }]
    });
    const description = await connection.request<{
      inputs: unknown[];
      outputs: { name: string }[];
    }>(path);
    expect(description.inputs).toMatchObject([{ name: 'recordId', type: 'STRING' }]);
    expect(description.outputs.map(({ name }) => name)).toContain('summaryJson');
  });

  it('when an input does not exist, then the action fails and says which', async () => {
    const connection = await connect(org, rep);
    const response = await fetch(`${org.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${connection.accessToken ?? ''}`,
        'content-type': 'application/json'
      },
      body: JSON.stringify({ inputs: [{ account: 'x' }] })
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([
      {
        isSuccess: false,
        errors: [{ statusCode: 'INVALID_INPUT', message: containing('account') }]
      }
    ]);
  });
});
