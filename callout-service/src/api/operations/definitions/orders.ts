import { z } from 'zod';
import { flatOrderSchema } from '../../../inquiry/orders/flat-order.ts';
import { orderLinePageSchema } from '../../../inquiry/orders/order-line-page.ts';
import { orderPreviewSchema } from '../../../inquiry/orders/order-preview.ts';
import type { OperationDefinition, OperationParameter } from '../definition.ts';
import { optionalText } from './parameters.ts';
import { holding, staleness, textAnswer, typedFailure } from './text-answer.ts';

const reads = { method: 'get', role: 'reader', writes: false } as const;

const salesOrderNoInPath: OperationParameter = {
  name: 'salesOrderNo',
  in: 'path',
  required: true,
  type: 'string',
  description: "Sage's sales order number; leading zeros may be left out"
};

export const getOrder: OperationDefinition<{ salesOrderNo: string }> = {
  ...reads,
  operationId: 'getOrder',
  path: '/v1/orders/{salesOrderNo}',
  summary: 'Status, dates and totals of one sales order or quote',
  description: `Answers flat JSON for flows; finished orders come from history. ${staleness} ${typedFailure}`,
  parameters: [salesOrderNoInPath],
  answer: { form: 'json', name: 'SalesOrder', schema: flatOrderSchema },
  input: z.object({ salesOrderNo: z.string() })
};

export const getOrderDetail: OperationDefinition<{ salesOrderNo: string; cursor?: string | undefined }> = {
  ...reads,
  operationId: 'getOrderDetail',
  path: '/v1/orders/{salesOrderNo}/detail',
  summary: 'One sales order or quote with its addresses and lines',
  description: `${staleness} ${holding('order-detail.schema.json')}`,
  parameters: [
    salesOrderNoInPath,
    {
      name: 'cursor',
      in: 'query',
      required: false,
      type: 'string',
      description: 'nextCursor of the answer before, for the lines that follow; absent for the first'
    }
  ],
  answer: textAnswer('order-detail.schema.json', orderLinePageSchema),
  input: z.object({ salesOrderNo: z.string(), cursor: optionalText })
};

/** One text, so that one flat type is generated for it and not one for each part of an order. */
const previewRequest = z.object({
  order: z.string().describe('JSON of docs/openapi/sales-order-draft.schema.json')
});

export const previewOrder: OperationDefinition<{ order: string }> = {
  ...reads,
  method: 'post',
  operationId: 'previewOrder',
  path: '/v1/orders/preview',
  summary: 'An order as Sage would book it: prices, stock, credit, faults; writes nothing',
  description: holding('order-preview.schema.json'),
  parameters: [],
  body: { name: 'PreviewOrderRequest', schema: previewRequest },
  answer: textAnswer('order-preview.schema.json', orderPreviewSchema),
  input: previewRequest
};
