import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { bind } from './bind.ts';
import type { OperationDefinition } from './definition.ts';

const echo: OperationDefinition<{ itemCode: string; quantity: number }> = {
  operationId: 'echo',
  method: 'get',
  path: '/v1/echo/{itemCode}',
  role: 'reader',
  writes: false,
  summary: 'Says what it was told',
  description: 'Says what it was told',
  parameters: [],
  answer: { form: 'text', schemaFile: 'echo.schema.json', schema: z.unknown() },
  input: z.object({ itemCode: z.string(), quantity: z.coerce.number().positive('must be above zero') })
};

describe('bind', () => {
  const operation = bind(echo, (input) => Promise.resolve(input));

  it('when the values are right, then the operation gets them typed', async () => {
    await expect(operation.answer({ itemCode: '6655', quantity: '2.5' })).resolves.toEqual({
      itemCode: '6655',
      quantity: 2.5
    });
  });

  it('when several values are wrong, then all of them are named at once, with what is wrong', async () => {
    const refusal = await operation.answer({ quantity: '-1' }).then(
      () => undefined,
      (error: unknown) => error
    );
    expect(refusal).toBeInstanceOf(LedgerBridgeError);
    expect(refusal).toMatchObject({
      code: 'LB104',
      faults: [
        { field: 'itemCode', value: '', problem: 'It is missing.' },
        { field: 'quantity', value: '-1', problem: 'must be above zero' }
      ]
    });
  });

  it('when a wrong value is long, then only its beginning is shown', async () => {
    const refusal = await operation.answer({ itemCode: '6655', quantity: 'x'.repeat(500) }).catch(String);
    expect(refusal).not.toContain('x'.repeat(41));
  });
});
