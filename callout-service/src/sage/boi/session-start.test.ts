import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { failureOf, isAlive, order } from './test-support/operations.ts';
import { withQueue } from './test-support/test-queue.ts';

describe('a session that cannot be opened', () => {
  it.each([
    ['bridge dies at its start', '--die-at-start', 'LB513', 'crashed'],
    ['bridge writes something else first', '--garbage-at-start', 'LB513', 'broken'],
    ['bridge speaks another version', '--other-version', 'LB524', 'unfit'],
    [
      'Business Object Interface is not installed',
      '--on=Init:fault:0x80040154:Not registered',
      'LB514',
      'closed'
    ],
    ['user is refused', '--on=nSetUser:return:0:Invalid user or password.', 'LB514', 'closed'],
    ['company is refused', '--on=nSetCompany:return:0:External access is not allowed.', 'LB514', 'closed'],
    ['seats are all taken', '--on=nSetUser:return:0:Maximum number of users exceeded.', 'LB515', 'closed'],
    ['login hangs', '--on=nSetCompany:hang', 'LB513', 'overdue']
  ])('when the %s, then %s leads to %s and no process is left', (_, argument, code, end) =>
    withQueue([argument], { sessionTimeoutMs: 1_500 }, async ({ queue, observer }) => {
      expect(await failureOf(queue.run(order('1')))).toMatchObject({ code });
      expect(observer.bridgeEnds).toEqual([end]);
      expect(isAlive(observer.pid)).toBe(false);
      expect(queue.state()).toMatchObject({ bridge: 'failed', lastFailure: code });
    })
  );

  it('when the bridge is not ready in time, then it is killed and LB513 comes', () =>
    withQueue(['--never-ready'], { startTimeoutMs: 500 }, async ({ queue, observer }) => {
      expect(await failureOf(queue.run(order('1')))).toMatchObject({ code: 'LB513' });
      expect(observer.bridgeEnds).toEqual(['overdue']);
      expect(isAlive(observer.pid)).toBe(false);
    }));

  it('when the program of the bridge does not exist, then LB513 comes', () =>
    withQueue([], { command: '/nowhere/bridge' }, async ({ queue }) => {
      expect(await failureOf(queue.run(order('1')))).toMatchObject({ code: 'LB513' });
    }));

  it('when a login was refused, then it is not tried again until writing is resumed', () =>
    withQueue(['--on=nSetUser:return:0:Invalid password.'], {}, async ({ queue, observer }) => {
      const first = await failureOf(queue.run(order('1')));
      const second = await failureOf(queue.run(order('2')));
      expect([first.code, second.code]).toEqual(['LB514', 'LB514']);
      expect(observer.bridges).toHaveLength(1);
      queue.resume();
      await failureOf(queue.run(order('3')));
      expect(observer.bridges).toHaveLength(2);
    }));
});

describe('the death of the service', () => {
  it('when the service is killed, then its bridge ends by itself', async () => {
    const script = fileURLToPath(new URL('test-support/session-holder.ts', import.meta.url));
    const service = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(service.stdout, 'data')) as [Buffer];
    const bridge = Number(said.toString());
    expect(isAlive(bridge)).toBe(true);
    service.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(bridge)).toBe(false), { timeout: 10_000 });
  });
});
