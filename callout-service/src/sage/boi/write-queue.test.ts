import { describe, expect, it } from 'vitest';
import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { BoiOperation, BoiWork } from './boi-work.ts';
import { businessObjectKinds } from './business-object-kinds.ts';
import { PASSWORD, USER, withQueue } from './test-support/test-queue.ts';

const { salesOrder } = businessObjectKinds;

/** Writes an order whose purchase order number says which one it is. */
const order = (customerPONo: string): BoiOperation<string> => ({
  name: 'create sales order',
  subject: `sales order ${customerPONo}`,
  async perform(work) {
    const header = await work.open(salesOrder);
    const next = header.nextNumber('nGetNextSalesOrderNo');
    await work.send();
    header.setKeyValue('SalesOrderNo', next.value);
    header.setKey();
    header.setText('CustomerPONo', customerPONo, 'purchaseOrder');
    const lines = header.lines();
    lines.add();
    lines.setNumber('QuantityOrdered', '2.5');
    lines.write();
    header.write();
    await work.send();
    return customerPONo;
  }
});

const operation = <T>(perform: (work: BoiWork) => Promise<T>): BoiOperation<T> => ({ name: 'try', perform });

/** Has a member do something else from now on. */
async function will(work: BoiWork, member: string, what: string): Promise<void> {
  const header = await work.open(salesOrder);
  header.call('nWill', [member, what]);
  await work.send();
}

async function failureOf(promise: Promise<unknown>): Promise<LedgerBridgeError> {
  return promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error as LedgerBridgeError
  );
}

describe('one operation', () => {
  it('when an order is written, then the session is opened as Sage wants it, and all is dropped', () =>
    withQueue([], {}, async ({ queue, journal, observer }) => {
      expect(await queue.run(order('4711'))).toBe('4711');
      await queue.close();
      const done = (await journal()).map(({ op, member }) => member ?? op);
      expect(done).toEqual([
        'start',
        ...['create', 'Init', 'NewObject', 'nSetUser', 'nSetCompany'],
        ...['nSetDate', 'nSetModule', 'nLookupTask'],
        ...['nSetDate', 'nSetModule', 'nSetProgram', 'NewObject', 'nGetNextSalesOrderNo'],
        ...['nSetKeyValue', 'nSetKey', 'nSetValue', 'oLines', 'nAddLine', 'nSetValue', 'nWrite', 'nWrite'],
        ...['release', 'DropObject', 'release'],
        ...['nCleanup', 'DropObject', 'release', 'release', 'end']
      ]);
      expect(observer.operations).toMatchObject([{ name: 'create sales order', batches: 3 }]);
      expect(observer.bridgeEnds).toEqual(['closed']);
    }));

  it('when values are set and read, then texts carry a dollar sign, dates are eight digits, numbers are doubles', () =>
    withQueue([], {}, async ({ queue, journal }) => {
      const read = await queue.run(
        operation(async (work) => {
          const header = await work.open(salesOrder);
          header.setText('CustomerPONo', '0042');
          header.setDate('OrderDate', '2026-01-31');
          header.setNumber('DiscountRate', '12.345');
          const values = [header.text('CustomerPONo'), header.text('OrderDate')] as const;
          const rate = header.number('DiscountRate');
          await work.send();
          return [...values.map(({ value }) => value), rate.value.toFixed(3)];
        })
      );
      expect(read).toEqual(['0042', '20260131', '12.345']);
      const set = (await journal()).filter(({ member }) => member === 'nSetValue').map(({ args }) => args);
      expect(set).toEqual([
        ['CustomerPONo$', '0042'],
        ['OrderDate$', '20260131'],
        ['DiscountRate', 12.345]
      ]);
    }));

  it('when a number has more digits than a double holds, then it is not sent', () =>
    withQueue([], {}, async ({ queue }) => {
      const run = queue.run(
        operation(async (work) => {
          const header = await work.open(salesOrder);
          header.setNumber('DiscountRate', '123456789012.123456');
        })
      );
      await expect(run).rejects.toThrow(RangeError);
    }));

  it('when steps were planned and never sent, then the operation fails', () =>
    withQueue([], {}, async ({ queue }) => {
      const run = queue.run(operation(async (work) => void (await work.open(salesOrder))));
      await expect(run).rejects.toThrow('not sent');
    }));
});

describe('what Sage answers', () => {
  it('when a call is done with a warning, then the operation succeeds and has the warning once', () =>
    withQueue(['--on=nWrite:return:-1:This customer PO number already exists.'], {}, async ({ queue }) => {
      const { perform } = order('4711');
      const warnings = await queue.run(
        operation(async (work) => {
          await perform(work);
          return work.warnings;
        })
      );
      expect(warnings).toEqual(['This customer PO number already exists.']);
    }));

  it('when a value is refused, then LB511 names the column, and only people see the value and what Sage said', () =>
    withQueue(
      ['--on=nSetValue:return:0:The PO number 4711 is invalid.'],
      {},
      async ({ queue, journal, log }) => {
        const error = await failureOf(queue.run(order('4711')));
        expect(error).toMatchObject({
          code: 'LB511',
          message: 'Sage refused nSetValue of CustomerPONo in SO_SalesOrder_bus.',
          cause: undefined
        });
        expect(error.faults).toMatchObject([
          { code: 'LB511', field: 'purchaseOrder', value: '4711', problem: 'The PO number 4711 is invalid.' }
        ]);
        expect(error.detail).toContain('sales order 4711');
        expect(log()).not.toContain('4711');
        expect((await journal()).some(({ member }) => member === 'nWrite')).toBe(false);
      }
    ));

  it.each(['The record is in use by another user.', 'Record is locked by ANNA on SERVER1'])(
    'when Sage says "%s", then LB510 comes and the next operation works in the same session',
    (message) =>
      withQueue([], {}, async ({ queue, observer }) => {
        await queue.run(operation((work) => will(work, 'nSetKey', `return:0:${message}`)));
        expect(await failureOf(queue.run(order('1')))).toMatchObject({ code: 'LB510' });
        await queue.run(operation((work) => will(work, 'nSetKey', 'return:2:')));
        expect(await queue.run(order('2'))).toBe('2');
        expect(observer.sessions).toBe(1);
      })
  );

  it.each([
    ['new', 'return:1:', 'LB525'],
    ['existing', 'return:2:', 'LB403'],
    ['either', 'return:0:No.', 'LB511']
  ] as const)(
    'when a record that is %s was wanted and nSetKey gives %s, then %s comes',
    (wanted, what, code) =>
      withQueue([`--on=nSetKey:${what}`], {}, async ({ queue }) => {
        const run = queue.run(
          operation(async (work) => {
            const header = await work.open(salesOrder);
            header.setKey({ wanted, missingAs: 'LB403' });
            await work.send();
          })
        );
        await expect(run).rejects.toMatchObject({ code });
      })
  );

  it('when nWrite is refused, then the record is known not to be written', () =>
    withQueue(['--on=nWrite:return:0:The terms code is required.'], {}, async ({ queue }) => {
      expect(await failureOf(queue.run(order('1')))).toMatchObject({ code: 'LB511' });
    }));

  it('when the bridge lacks a member, then LB524 comes, and nothing counts as written', () =>
    withQueue(['--on=nWrite:fault:0x80020006:Unknown name.'], {}, async ({ queue }) => {
      expect(await failureOf(queue.run(order('1')))).toMatchObject({ code: 'LB524' });
    }));

  it('when NewObject fails with error 90, then LB514 comes', () =>
    withQueue([], {}, async ({ queue }) => {
      await queue.run(operation((work) => will(work, 'NewObject', 'fault:0x80020009:Error: 90')));
      expect(await failureOf(queue.run(order('1')))).toMatchObject({ code: 'LB514' });
    }));

  it('when COM fails inside nWrite, then it is unknown whether it was written, and the session is replaced', () =>
    withQueue([], {}, async ({ queue, observer }) => {
      await queue.run(
        operation((work) => will(work, 'nWrite', 'fault:0x800706BE:The remote procedure call failed.'))
      );
      expect(await failureOf(queue.run(order('1')))).toMatchObject({ code: 'LB512' });
      expect(await queue.run(order('2'))).toBe('2');
      expect(observer.sessions).toBe(2);
    }));
});

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
      const { perform } = order('1');
      const error = await failureOf(
        queue.run(
          operation(async (work) => {
            await perform(work);
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

describe('credentials', () => {
  it('when a session is opened and a login refused, then they are in no argument, environment, log or error', () =>
    withQueue([], {}, async ({ queue, log, journal }) => {
      process.env['SAGE_BOI_PASSWORD'] = PASSWORD;
      const seen = await queue.run(
        operation(async (work) => {
          const header = await work.open(salesOrder);
          const properties = [header.property('sArguments'), header.property('sEnvironment')];
          await work.send();
          return properties.map(({ value }) => String(value));
        })
      );
      delete process.env['SAGE_BOI_PASSWORD'];
      expect(seen.join(' ')).toContain('test-bridge.ts');
      for (const text of [...seen, log()]) expectNoCredentials(text);
      // The check can fail: the password did reach the bridge.
      expect((await journal()).find(({ member }) => member === 'nSetUser')?.args).toEqual([USER, PASSWORD]);
    }));

  it('when Sage repeats them in its message, then they are masked', () =>
    withQueue(
      [`--on=nSetUser:return:0:User ${USER} with ${PASSWORD} is not known`],
      {},
      async ({ queue, log }) => {
        const error = await failureOf(queue.run(order('1')));
        expect(error).toMatchObject({
          code: 'LB514',
          cause: { message: 'User *** with *** is not known' }
        });
        expect(log()).toContain('is not known');
        expectNoCredentials(`${log()} ${error.detail}`);
      }
    ));
});

function expectNoCredentials(text: string): void {
  for (const secret of [PASSWORD, JSON.stringify(PASSWORD).slice(1, -1), USER])
    expect(text).not.toContain(secret);
}

function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
