import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { customerSummarySchema } from '../../../canonical/customer-summary.ts';
import { flatCreditCheckSchema } from '../../../inquiry/credit/flat-credit-check.ts';
import type { PageRequest } from '../../../inquiry/lists/list-page.ts';
import { openInvoicePageSchema } from '../../../inquiry/lists/open-invoices.ts';
import { orderPageSchema, orderPlaces, type OrderPlace } from '../../../inquiry/lists/customer-orders.ts';
import { paymentPageSchema } from '../../../inquiry/lists/payments.ts';
import type { OperationDefinition } from '../definition.ts';
import { customerNoInPath, decimal, optionalText, pageInput, pageParameters } from './parameters.ts';
import { holding, staleness, textAnswer, typedFailure } from './text-answer.ts';

const reads = { method: 'get', role: 'reader', writes: false } as const;

export const getCustomerSummary: OperationDefinition<{ customerNo: string }> = {
  ...reads,
  operationId: 'getCustomerSummary',
  path: '/v1/customers/{customerNo}/summary',
  summary: 'Balance, aging, credit, open orders and last payment of one Sage customer',
  description: `${staleness} ${holding('customer-summary.schema.json')}`,
  parameters: [customerNoInPath],
  answer: textAnswer('customer-summary.schema.json', customerSummarySchema),
  input: z.object({ customerNo: z.string() })
};

export const checkCredit: OperationDefinition<{ customerNo: string; orderAmount: Decimal }> = {
  ...reads,
  operationId: 'checkCredit',
  path: '/v1/customers/{customerNo}/credit',
  summary: 'Whether a customer may order for an amount, with the reasons',
  description: `Answers flat JSON for flows; decisionJson holds every term. ${staleness} ${typedFailure}`,
  parameters: [
    customerNoInPath,
    {
      name: 'orderAmount',
      in: 'query',
      required: false,
      type: 'number',
      description: "Amount of the order in the company's currency; 0 asks for the standing alone"
    }
  ],
  answer: { form: 'json', name: 'CreditCheck', schema: flatCreditCheckSchema },
  input: z.object({
    customerNo: z.string(),
    orderAmount: decimal(2, '0', 'must be an amount of zero or more with two digits after the point at most')
  })
};

export const listOpenInvoices: OperationDefinition<PageRequest & { customerNo: string; withLines: boolean }> =
  {
    ...reads,
    operationId: 'listOpenInvoices',
    path: '/v1/customers/{customerNo}/invoices',
    summary: "A customer's open invoices, the oldest first, in pages",
    description: `${staleness} ${holding('open-invoice-page.schema.json')}`,
    parameters: [
      customerNoInPath,
      ...pageParameters,
      {
        name: 'lines',
        in: 'query',
        required: false,
        type: 'string',
        description: 'true adds the lines and packages of each invoice'
      }
    ],
    answer: textAnswer('open-invoice-page.schema.json', openInvoicePageSchema),
    input: z
      .object({
        customerNo: z.string(),
        ...pageInput,
        lines: optionalText.pipe(z.enum(['true', 'false']).default('false'))
      })
      .transform(({ lines, ...rest }) => ({ ...rest, withLines: lines === 'true' }))
  };

export const listPayments: OperationDefinition<PageRequest & { customerNo: string }> = {
  ...reads,
  operationId: 'listPayments',
  path: '/v1/customers/{customerNo}/payments',
  summary: "A customer's payments and adjustments, the newest first, in pages",
  description: `${staleness} ${holding('payment-page.schema.json')}`,
  parameters: [customerNoInPath, ...pageParameters],
  answer: textAnswer('payment-page.schema.json', paymentPageSchema),
  input: z.object({ customerNo: z.string(), ...pageInput })
};

export const listCustomerOrders: OperationDefinition<
  PageRequest & { customerNo: string; place: OrderPlace }
> = {
  ...reads,
  operationId: 'listCustomerOrders',
  path: '/v1/customers/{customerNo}/orders',
  summary: "A customer's orders or quotes, the newest first, in pages",
  description: `${staleness} ${holding('customer-order-page.schema.json')}`,
  parameters: [
    customerNoInPath,
    ...pageParameters,
    {
      name: 'place',
      in: 'query',
      required: false,
      type: 'string',
      description: 'open (orders that are not finished; the default), quotes, or history'
    }
  ],
  answer: textAnswer('customer-order-page.schema.json', orderPageSchema),
  input: z.object({
    customerNo: z.string(),
    ...pageInput,
    place: optionalText.pipe(z.enum(orderPlaces).default('open'))
  })
};
