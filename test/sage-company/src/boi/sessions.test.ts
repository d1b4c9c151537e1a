import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany } from '../index.ts';
import type { SageCompany } from '../index.ts';
import type { Step, StepResult } from '../../../../callout-service/src/sage/boi/protocol.ts';
import { call, startBridge } from './test-bridge.ts';
import type { TestBridge } from './test-bridge.ts';
import { openOrderSteps } from './test-order.ts';

let directory: string;
let company: SageCompany;
let bridge: TestBridge;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-boi-'));
  company = await startSageCompany({ directory });
  bridge = startBridge(company.boi);
});
afterEach(async () => {
  await bridge.results([
    { op: 'release', handle: 'session' },
    { op: 'release', handle: 'session of object' }
  ]);
  await company.control.boi({ do: 'reset' });
});
afterAll(async () => {
  await bridge.end();
  await company.close();
  await rm(directory, { recursive: true });
});

const SESSION: Step[] = [
  { op: 'create', progId: 'ProvideX.Script', as: 'pvx' },
  { op: 'call', on: 'pvx', member: 'Init', args: ['C:\\Sage\\MAS90\\Home'] },
  { op: 'call', on: 'pvx', member: 'NewObject', args: ['SY_Session'], as: 'session' }
];

async function last(steps: readonly Step[]): Promise<StepResult | undefined> {
  return (await bridge.results(steps)).at(-1);
}

describe('a session', () => {
  it('when all is set in order, then a business object can be made', async () => {
    expect(await bridge.run(openOrderSteps(company.boi))).toMatchObject({ type: 'done', stopped: false });
  });

  it('when user or password is wrong, then nSetUser gives 0 and says so', async () => {
    const wrong = call('session', 'nSetUser', company.boi.user, 'wrong');
    expect(await last([...SESSION, wrong])).toEqual({
      value: 0,
      message: 'The user logon or password is not valid.'
    });
  });

  it('when nobody is logged on, or the company is unknown or closed to others, then nSetCompany gives 0', async () => {
    const { user, password } = company.boi;
    const setCompany = (code: string) => last([call('session', 'nSetCompany', code)]);
    expect(await last([...SESSION, call('session', 'nSetCompany', 'ABC')])).toMatchObject({ value: 0 });
    await bridge.results([call('session', 'nSetUser', user, password)]);
    expect(await setCompany('XYZ')).toMatchObject({
      value: 0,
      message: 'The company code XYZ is not valid.'
    });
    await company.control.boi({ do: 'set', name: 'externalAccess', value: 'N' });
    const closed = await setCompany('ABC');
    expect(closed).toMatchObject({ value: 0 });
    expect(closed?.message).toContain('does not allow external access');
  });

  it.each([
    [
      'no task is set',
      (steps: Step[]) => steps.filter((step) => !('member' in step && step.member === 'nSetProgram'))
    ],
    ['another module is set', (steps: Step[]) => steps.map((step) => swapModule(step))],
    [
      'no company is set',
      (steps: Step[]) => steps.filter((step) => !('member' in step && step.member === 'nSetCompany'))
    ]
  ])('when %s, then NewObject fails with Error 90', async (_case, change) => {
    const steps = openOrderSteps(company.boi);
    const answer = await bridge.run(change(steps));
    expect(answer).toMatchObject({ type: 'fault', fault: { kind: 'com', code: '0x80020009' } });
    expect(answer?.type === 'fault' && answer.fault.message).toMatch(/^Error 90: /);
  });

  it('when all seats are taken, then the next session is refused until one leaves or its process dies', async () => {
    await company.control.boi({ do: 'set', name: 'seats', value: '1' });
    const { user, password } = company.boi;
    const logOn = [...SESSION, call('session', 'nSetUser', user, password)];
    const first = startBridge(company.boi);
    expect((await first.results(logOn)).at(-1)).toEqual({ value: 1 });
    const refused = await last(logOn);
    expect(refused).toMatchObject({ value: 0 });
    expect(refused?.message).toContain('maximum number of users');
    await first.kill();
    expect(await last([call('session', 'nSetUser', user, password)])).toEqual({ value: 1 });
    await bridge.results([call('session', 'nCleanup')]);
    expect((await company.control.boiStatus()).seatsTaken).toBe(0);
  });
});

describe('the protocol', () => {
  it('when a member is unknown, then the fault names it with its HRESULT and the results before it', async () => {
    const answer = await bridge.run([...SESSION, call('session', 'nNoSuchThing', 1)]);
    expect(answer).toMatchObject({
      type: 'fault',
      fault: { step: 3, kind: 'com', code: '0x80020006', message: 'Unknown name: nNoSuchThing.' }
    });
    expect(answer?.results).toHaveLength(3);
  });

  it('when a step is malformed, then no step of the batch is run', async () => {
    const answer = await bridge.run([...SESSION, { op: 'call', on: 'session' }]);
    expect(answer).toMatchObject({ type: 'fault', results: [], fault: { step: 3, kind: 'request' } });
    expect(await bridge.run([call('session', 'nCleanup')])).toMatchObject({
      fault: { kind: 'request', message: 'No object is named session.' }
    });
  });

  it('when a return value is not expected, then the message is read at once and the batch stops', async () => {
    const expectation = { goOn: [1], quiet: [1], message: 'sLastErrorMsg' };
    const wrong: Step = {
      op: 'call',
      on: 'session',
      member: 'nSetUser',
      args: ['x', 'y'],
      expect: expectation
    };
    const answer = await bridge.run([...SESSION, wrong, call('session', 'nCleanup')]);
    expect(answer).toMatchObject({ type: 'done', stopped: true });
    expect(answer?.results).toHaveLength(4);
    expect(answer?.results.at(-1)).toEqual({ value: 0, message: 'The user logon or password is not valid.' });
  });

  it('when a call comes in between, then the message of the one before is gone', async () => {
    const results = await bridge.results([
      ...SESSION,
      { op: 'call', on: 'session', member: 'nSetUser', args: ['x', 'y'] },
      { op: 'call', on: 'session', member: 'nLookupTask', args: ['SO_SalesOrder_ui'] },
      { op: 'get', on: 'session', member: 'sLastErrorMsg' }
    ]);
    expect(results.at(-1)).toEqual({ value: '' });
  });

  it('when an object was dropped, then it can no longer be called', async () => {
    const answer = await bridge.run([...SESSION, call('session', 'DropObject'), call('session', 'nCleanup')]);
    expect(answer).toMatchObject({ fault: { step: 4, code: '0x80010108' } });
  });

  it('when a line separator of Unicode stands in a text, then the line is still one', async () => {
    const answer = await last([...SESSION, call('session', 'nSetUser', 'a\u2028b', 'c')]);
    expect(answer).toMatchObject({ value: 0 });
  });
});

function swapModule(step: Step): Step {
  return step.op === 'call' && step.member === 'nSetModule' ? { ...step, args: ['A/R'] } : step;
}
