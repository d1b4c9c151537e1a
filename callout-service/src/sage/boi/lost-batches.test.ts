import { describe, expect, it } from 'vitest';
import { businessObjectKinds } from './business-object-kinds.ts';
import { failureOf, isAlive, operation, order, will } from './test-support/operations.ts';
import { withQueue } from './test-support/test-queue.ts';

const { salesOrder } = businessObjectKinds;

describe('a bridge that gives no answer', () => {
  const cases = [
    ['dies', 'die', 'crashed', {}],
    ['hangs past the deadline', 'hang', 'overdue', { operationTimeoutMs: 1_000 }],
    ['gives no sign of life', 'freeze', 'silent', { silenceTimeoutMs: 500 }],
    ['writes what is no message', 'garbage', 'broken', {}],
    ['answers another batch', 'wrong-id', 'broken', {}]
  ] as const;

  it.each(cases)(
    'when it %s in a batch that writes, then LB512 comes and the next one works',
    (_, what, end, changes) =>
      withQueue([], changes, async ({ queue, observer }) => {
        await queue.run(operation((work) => will(work, 'nSetKeyValue', what)));
        const error = await failureOf(queue.run(order('1')));
        expect(error).toMatchObject({ code: 'LB512', entry: { kind: 'ambiguous' } });
        expect(observer.bridgeEnds).toEqual([end]);
        expect(await queue.run(order('2'))).toBe('2');
        expect(observer.bridges).toHaveLength(2);
        expect(isAlive(observer.bridges[0])).toBe(false);
      })
  );

  it.each(cases)('when it %s in a batch that writes nothing, then LB513 comes', (_, what, end, changes) =>
    withQueue([], changes, async ({ queue, observer }) => {
      await queue.run(operation((work) => will(work, 'nGetNextSalesOrderNo', what)));
      expect(await failureOf(queue.run(order('1')))).toMatchObject({ code: 'LB513' });
      expect(observer.bridgeEnds).toEqual([end]);
      expect(queue.state()).toMatchObject({ lastFailure: 'LB513' });
    })
  );

  it('when it dies after a batch that wrote, then what fails later in the operation is LB512', () =>
    withQueue(['--on=nGetValue:die'], {}, async ({ queue }) => {
      const written = order('1');
      const error = await failureOf(
        queue.run(
          operation(async (work) => {
            await written.perform(work);
            const header = await work.open(salesOrder);
            header.text('CustomerPONo');
            await work.send();
          })
        )
      );
      expect(error).toMatchObject({ code: 'LB512' });
    }));

  it('when it died before the batch was sent, then LB513 comes although the batch writes', () =>
    withQueue([], {}, async ({ queue, observer }) => {
      const error = await failureOf(
        queue.run(
          operation(async (work) => {
            const header = await work.open(salesOrder);
            await work.send();
            process.kill(observer.pid, 'SIGKILL');
            await observer.until(({ bridgeEnds }) => bridgeEnds.length === 1);
            header.write();
            await work.send();
          })
        )
      );
      expect(error).toMatchObject({ code: 'LB513' });
      expect(await queue.run(order('2'))).toBe('2');
    }));

  it('when an operation waits for something else past its deadline, then it gets LB513 and the queue goes on', () =>
    withQueue([], { operationTimeoutMs: 500 }, async ({ queue, observer }) => {
      const stuck = queue.run(operation(() => new Promise(() => undefined)));
      const next = queue.run(order('2'));
      expect(await failureOf(stuck)).toMatchObject({ code: 'LB513' });
      expect(await next).toBe('2');
      expect(observer.bridges).toHaveLength(1);
    }));
});
