import { describe, expect, it } from 'vitest';
import { businessObjectKinds } from './business-object-kinds.ts';
import { failureOf, operation, order, will } from './test-support/operations.ts';
import { withQueue } from './test-support/test-queue.ts';

const { salesOrder } = businessObjectKinds;

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
      const run = queue.run(
        operation(async (work) => {
          await work.open(salesOrder);
        })
      );
      await expect(run).rejects.toThrow('not sent');
    }));
});

describe('what Sage answers', () => {
  it('when a call is done with a warning, then the operation succeeds and has the warning once', () =>
    withQueue(['--on=nWrite:return:-1:This customer PO number already exists.'], {}, async ({ queue }) => {
      const written = order('4711');
      const warnings = await queue.run(
        operation(async (work) => {
          await written.perform(work);
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
      const write = operation(async (work) => {
        const header = await work.open(salesOrder);
        header.write();
        await work.send();
      });
      expect(await failureOf(queue.run(write))).toMatchObject({ code: 'LB512' });
      await queue.run(operation((work) => will(work, 'nWrite', 'return:1:')));
      expect(await queue.run(order('2'))).toBe('2');
      expect(observer.sessions).toBe(2);
    }));
});
