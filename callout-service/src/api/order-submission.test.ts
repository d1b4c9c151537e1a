import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf, startTestService, type TestService } from '../../test-support/test-service.ts';

let lb: TestService;
beforeAll(async () => {
  lb = await startTestService();
});
afterAll(() => lb.stop());

const body = { objectName: 'Opportunity', recordId: '006A0000006Vm9rIAC', action: 'submit' };

async function submit(headers: Record<string, string>, sent: object = body, role = 'writer') {
  const token = lb.signer.sign({ role, jti: randomUUID() });
  const response = await lb.ask('/v1/orders', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(sent)
  });
  return problemOf(response);
}

describe('submitOrder over HTTP', () => {
  it('when the Idempotency-Key is missing, then it is named', async () => {
    const problem = await submit({});
    expect(problem).toMatchObject({ code: 'LB104', status: 400 });
    expect(problem.detail).toContain('Idempotency-Key');
  });

  it('when the key stands in the body instead of the header, then it does not count', async () => {
    expect(await submit({}, { ...body, 'Idempotency-Key': 'press-1' })).toMatchObject({ code: 'LB104' });
  });

  it('when several members are wrong, then all of them are named', async () => {
    const wrong = { objectName: 'Lead', recordId: 7, action: 'submit' };
    const problem = await submit({ 'Idempotency-Key': 'press-1' }, wrong);
    expect(problem.code).toBe('LB104');
    expect(problem.detail).toContain('objectName');
    expect(problem.detail).toContain('recordId');
  });

  it('when a reader or an admin asks, then they are refused', async () => {
    for (const role of ['reader', 'admin'])
      expect(await submit({ 'Idempotency-Key': 'press-1' }, body, role)).toMatchObject({ code: 'LB206' });
  });

  it('when the service knows no Salesforce org, then it says so', async () => {
    expect(await submit({ 'Idempotency-Key': 'press-1' })).toMatchObject({ code: 'LB715', status: 501 });
  });
});
