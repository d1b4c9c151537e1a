import { itemSchema } from '../../canonical/item.ts';
import type { LevelPrice } from '../../canonical/level-price.ts';
import { priceRules } from '../../canonical/price-answer.ts';
import { describeEntity } from './describe-entity.ts';
import { fieldsOf } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const { text, code, decimal, flag } = fieldsOf('IM_PriceCode');

/** Prices by item and level: worked out, so that none of it can be written. */
export const priceEntity = describeEntity<LevelPrice>({
  entity: 'price',
  label: 'Price',
  fields: [
    text('itemCode', 'Item', null),
    code('itemType', 'Kind of item', null, { values: itemSchema.shape.itemType.options }),
    code('priceLevel', 'Price level', null),
    decimal('unitPrice', 'Price of one sales unit', null),
    code('unitOfMeasure', 'Sales unit', null),
    code('rule', 'Rule that gave it', null, { values: priceRules }),
    flag('active', 'Can be sold', null)
  ],
  keyOf: recordKeys.price
});
