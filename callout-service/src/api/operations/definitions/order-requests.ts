import { z } from 'zod';
import { acceptedOrderSchema, type OrderSubmission } from '../../../sync/order-submission/submit-order.ts';
import { orderActions, orderObjects } from '../../../sync/order-request/order-request.ts';
import type { OperationDefinition } from '../definition.ts';
import { optionalText } from './parameters.ts';
import { holding, textAnswer } from './text-answer.ts';

const submitRequest = z.object({
  objectName: z.enum(orderObjects).describe('Opportunity or Order'),
  recordId: z.string().describe('Id of the opportunity or order, 15 or 18 characters'),
  action: z.enum(orderActions).describe('submit, amend or cancel'),
  requestedBy: z.string().optional().describe('Id of the user who asks, as {!$User.Id}')
});

/** Longer keys than a UUID with a prefix have no use, and each is kept for months. */
const MAX_KEY_LENGTH = 80;

export const submitOrder: OperationDefinition<OrderSubmission> = {
  operationId: 'submitOrder',
  method: 'post',
  path: '/v1/orders',
  role: 'writer',
  writes: true,
  summary: 'Brings Sage in step with an opportunity or order: writes, changes or cancels its sales order',
  description: `Accepted at once; number, status and faults come to the record. The same Idempotency-Key is accepted once, for as long as STORE_IDEMPOTENCY_KEY_DAYS says. ${holding('accepted-order.schema.json')}`,
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      type: 'string',
      description: 'A text that is new for each request and the same when it is sent again'
    }
  ],
  body: { name: 'SubmitOrderRequest', schema: submitRequest },
  answer: textAnswer('accepted-order.schema.json', acceptedOrderSchema),
  input: z
    .object({
      ...submitRequest.shape,
      requestedBy: optionalText,
      'Idempotency-Key': z
        .string()
        .trim()
        .min(1)
        .max(MAX_KEY_LENGTH)
        .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without blanks')
    })
    .transform(({ 'Idempotency-Key': idempotencyKey, ...rest }) => ({ ...rest, idempotencyKey }))
};
