import { describe, expect, it } from 'vitest';
import { businessObjectKinds } from './business-object-kinds.ts';
import { failureOf, operation, order } from './test-support/operations.ts';
import { PASSWORD, USER, withQueue } from './test-support/test-queue.ts';

const { salesOrder } = businessObjectKinds;

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
