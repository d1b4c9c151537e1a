import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { itemPriceSchema } from '../../../inquiry/price/price-inquiry.ts';
import { availabilityListSchema, MAX_ITEM_CODES } from '../../../inquiry/stock/availability-list.ts';
import { flatAvailabilitySchema } from '../../../inquiry/stock/flat-availability.ts';
import type { OperationDefinition } from '../definition.ts';
import { decimal, itemCodeInPath, optionalText } from './parameters.ts';
import { holding, staleness, textAnswer, typedFailure } from './text-answer.ts';

const reads = { method: 'get', role: 'reader', writes: false } as const;

export const getAvailability: OperationDefinition<{ itemCode: string; warehouseCode?: string | undefined }> =
  {
    ...reads,
    operationId: 'getAvailability',
    path: '/v1/items/{itemCode}/availability',
    summary: 'What of an item can be promised, in one warehouse or in all',
    description: `Answers flat JSON for flows. ${staleness} ${typedFailure}`,
    parameters: [
      itemCodeInPath,
      {
        name: 'warehouseCode',
        in: 'query',
        required: false,
        type: 'string',
        description: 'One warehouse, as 000; absent for all together'
      }
    ],
    answer: { form: 'json', name: 'ItemAvailability', schema: flatAvailabilitySchema },
    input: z.object({ itemCode: z.string(), warehouseCode: optionalText })
  };

export const listAvailability: OperationDefinition<{ itemCodes: readonly string[] }> = {
  ...reads,
  operationId: 'listAvailability',
  path: '/v1/availability',
  summary: 'What of several items can be promised, by warehouse',
  description: `${staleness} ${holding('availability-list.schema.json')}`,
  parameters: [
    {
      name: 'itemCodes',
      in: 'query',
      required: true,
      type: 'string',
      description: `Item codes with commas between them, ${MAX_ITEM_CODES} at most`
    }
  ],
  answer: textAnswer('availability-list.schema.json', availabilityListSchema),
  input: z.object({
    itemCodes: z
      .string()
      .transform((text) => [...new Set(text.split(',').map((code) => code.trim()))].filter(Boolean))
      .refine(
        (codes) => codes.length >= 1 && codes.length <= MAX_ITEM_CODES,
        `must be 1 to ${MAX_ITEM_CODES} codes`
      )
  })
};

export const getPrice: OperationDefinition<{
  itemCode: string;
  customerNo?: string | undefined;
  quantity: Decimal;
}> = {
  ...reads,
  operationId: 'getPrice',
  path: '/v1/items/{itemCode}/price',
  summary: 'What a customer pays for an item, and the rule that gave the price',
  description: `${staleness} ${holding('item-price.schema.json')}`,
  parameters: [
    itemCodeInPath,
    {
      name: 'customerNo',
      in: 'query',
      required: false,
      type: 'string',
      description: 'Division and customer number, as 01-ABF; absent for the list price'
    },
    {
      name: 'quantity',
      in: 'query',
      required: false,
      type: 'number',
      description: 'Quantity in sales units; 1 unless given'
    }
  ],
  answer: textAnswer('item-price.schema.json', itemPriceSchema),
  input: z.object({
    itemCode: z.string(),
    customerNo: optionalText,
    quantity: decimal(6, '1', 'must be a number above zero with six digits after the point at most').refine(
      (quantity) => quantity.greaterThan(new Decimal(0)),
      'must be above zero'
    )
  })
};
