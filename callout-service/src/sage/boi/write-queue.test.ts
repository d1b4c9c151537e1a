import { describe, expect, it } from 'vitest';
import { failureOf, isAlive, operation, order } from './test-support/operations.ts';
import { withQueue } from './test-support/test-queue.ts';

/** An operation that goes on until it is let go. */
function held() {
  const begun = Promise.withResolvers<undefined>();
  const letGo = Promise.withResolvers<string>();
  const held = operation(() => {
    begun.resolve(undefined);
    return letGo.promise;
  });
  return { held, begun: begun.promise, letGo: () => letGo.resolve('held') };
}

describe('the queue', () => {
  it('when 100 operations wait, then they are written one by one, in their order, in one session', () =>
    withQueue([], {}, async ({ queue, observer, journal }) => {
      const numbers = Array.from({ length: 100 }, (_, index) => `PO-${index}`);
      expect(await Promise.all(numbers.map((number) => queue.run(order(number))))).toEqual(numbers);
      const written = (await journal())
        .filter(({ member, args }) => member === 'nSetValue' && args?.[0] === 'CustomerPONo$')
        .map(({ args }) => args?.[1]);
      expect(written).toEqual(numbers);
      expect(observer.sessions).toBe(1);
      expect(Math.max(...observer.queue.map(({ waiting }) => waiting))).toBe(99);
    }));

  it('when more wait than may, then the next gets LB518 at once', () =>
    withQueue([], { maxWaiting: 2 }, async ({ queue }) => {
      const first = held();
      const running = queue.run(first.held);
      await first.begun;
      const waiting = [queue.run(order('1')), queue.run(order('2'))];
      expect(await failureOf(queue.run(order('3')))).toMatchObject({ code: 'LB518' });
      first.letGo();
      expect(await Promise.all([running, ...waiting])).toEqual(['held', '1', '2']);
    }));

  it('when it is closed, then the one under way finishes, and those that wait get LB513', () =>
    withQueue([], {}, async ({ queue, observer }) => {
      const first = held();
      const running = queue.run(first.held);
      await first.begun;
      const waiting = failureOf(queue.run(order('1')));
      const closed = queue.close();
      expect(await waiting).toMatchObject({ code: 'LB513' });
      first.letGo();
      expect(await running).toBe('held');
      await closed;
      expect(await failureOf(queue.run(order('2')))).toMatchObject({ code: 'LB513' });
      expect(isAlive(observer.pid)).toBe(false);
    }));

  it('when a bridge does not end in order, then it is killed after the grace', () =>
    withQueue(['--on=end:hang'], { closeGraceMs: 300 }, async ({ queue, observer }) => {
      await queue.run(order('1'));
      await queue.close();
      expect(isAlive(observer.pid)).toBe(false);
    }));
});

describe('a pause', () => {
  it('when writing is paused during an operation, then it finishes, the session is closed, and the rest waits', () =>
    withQueue([], {}, async ({ queue, observer }) => {
      const first = held();
      const running = queue.run(first.held);
      await first.begun;
      expect(queue.state()).toMatchObject({ bridge: 'busy', bridgeName: 'test 1.0 (64-bit)' });
      const waiting = queue.run(order('1'));
      const paused = queue.pause();
      first.letGo();
      expect(await running).toBe('held');
      await paused;
      expect(isAlive(observer.pid)).toBe(false);
      expect(observer.sessionEnds).toEqual(['pause']);
      expect(queue.state()).toMatchObject({ bridge: 'stopped', waiting: 1, lastFailure: null });
      expect(queue.state().pausedSince).toMatch(/^\d{4}-.*Z$/);
      queue.resume();
      expect(await waiting).toBe('1');
      expect(queue.state().pausedSince).toBeNull();
    }));

  it('when an operation would rather be refused than wait, then it gets LB516', () =>
    withQueue([], {}, async ({ queue, observer }) => {
      await queue.pause();
      const error = await failureOf(queue.run({ ...order('1'), whenPaused: 'refuse' }));
      expect(error).toMatchObject({ code: 'LB516' });
      expect(observer.bridges).toEqual([]);
    }));
});

describe('the session', () => {
  it('when it served as many operations as it may, then the next begins a new one in a new process', () =>
    withQueue([], { recycleAfterOperations: 2 }, async ({ queue, observer }) => {
      for (const number of ['1', '2', '3']) await queue.run(order(number));
      expect(observer.sessionEnds).toEqual(['operations']);
      expect(observer.bridges).toHaveLength(2);
      expect(observer.bridgeEnds).toEqual(['closed']);
    }));

  it('when it is too old, then the next operation begins a new one', () =>
    withQueue([], { recycleAfterHours: 0 }, async ({ queue, observer }) => {
      await queue.run(order('1'));
      await queue.run(order('2'));
      expect(observer.sessionEnds).toEqual(['age']);
    }));

  it('when it stands idle, then it is closed, and the next operation opens another', () =>
    withQueue([], { closeWhenIdleMinutes: 0.002 }, async ({ queue, observer }) => {
      await queue.run(order('1'));
      await observer.until(({ bridgeEnds }) => bridgeEnds.length === 1);
      expect(observer.sessionEnds).toEqual(['idle']);
      expect(queue.state().bridge).toBe('stopped');
      expect(await queue.run(order('2'))).toBe('2');
    }));

  it('when its bridge dies between two operations, then the next opens another', () =>
    withQueue([], {}, async ({ queue, observer }) => {
      await queue.run(order('1'));
      process.kill(observer.pid, 'SIGKILL');
      await observer.until(({ bridgeEnds }) => bridgeEnds.length === 1);
      expect(await queue.run(order('2'))).toBe('2');
      expect(observer.bridgeEnds).toEqual(['crashed']);
    }));
});
