import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { billSchema } from '../../canonical/bill.ts';
import { contactSchema } from '../../canonical/contact.ts';
import { customerSchema } from '../../canonical/customer.ts';
import { contactDraftSchema } from '../../canonical/drafts/contact-draft.ts';
import { addressDraftSchema, customerDraftSchema } from '../../canonical/drafts/customer-draft.ts';
import { itemDraftSchema } from '../../canonical/drafts/item-draft.ts';
import { shipToDraftSchema } from '../../canonical/drafts/ship-to-draft.ts';
import { inventoryLevelSchema } from '../../canonical/inventory-level.ts';
import { invoiceLineSchema, invoiceSchema } from '../../canonical/invoice.ts';
import { itemSchema } from '../../canonical/item.ts';
import { levelPriceSchema } from '../../canonical/level-price.ts';
import { paymentSchema } from '../../canonical/payment.ts';
import { purchaseOrderLineSchema, purchaseOrderSchema } from '../../canonical/purchase-order.ts';
import { reportRecordSchema } from '../../canonical/reports/report-record.ts';
import { salesOrderLineSchema, salesOrderSchema } from '../../canonical/sales-order.ts';
import { shipToAddressSchema } from '../../canonical/ship-to-address.ts';
import { vendorSchema } from '../../canonical/vendor.ts';
import { allTables } from '../../sage/catalogue/all-tables.ts';
import type { FieldKind } from '../field-value.ts';
import { entityDescription, entityDescriptions } from './entities.ts';

const schemas: Readonly<Record<string, z.ZodObject>> = {
  customer: customerSchema,
  'ship-to': shipToAddressSchema,
  contact: contactSchema,
  item: itemSchema,
  price: levelPriceSchema,
  inventory: inventoryLevelSchema,
  vendor: vendorSchema,
  'sales-order': salesOrderSchema,
  'sales-order-line': salesOrderLineSchema,
  invoice: invoiceSchema,
  'invoice-line': invoiceLineSchema,
  payment: paymentSchema,
  bill: billSchema,
  'purchase-order': purchaseOrderSchema,
  'purchase-order-line': purchaseOrderLineSchema,
  report: reportRecordSchema
};

/** Names that no schema has: worked out from others, or of a line's document, or of a request. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  customer: ['amountDue', 'creditLeft'],
  'sales-order-line': ['salesOrderNo'],
  'invoice-line': ['invoiceNo'],
  'purchase-order-line': ['purchaseOrderNo'],
  invoice: ['trackingIds'],
  payment: ['bankCode', 'depositType', 'depositDate', 'discountAmount', 'comment']
};
const KEYS = ['customerKey', 'vendorKey'];

interface Leaf {
  readonly name: string;
  readonly type: z.core.$ZodType;
}

/** Every part of a schema that is no object: its name with dots, places of a tuple counted from 1. */
function leavesOf(type: z.core.$ZodType, name = ''): readonly Leaf[] {
  const { def } = type._zod;
  const below = (part: string | number) => (name === '' ? String(part) : `${name}.${part}`);
  if (isA<z.core.$ZodNullableDef>(def, 'nullable')) return leavesOf(def.innerType, name);
  if (isA<z.core.$ZodObjectDef>(def, 'object'))
    return Object.entries(def.shape).flatMap(([part, inner]) => leavesOf(inner, below(part)));
  if (isA<z.core.$ZodTupleDef>(def, 'tuple'))
    return def.items.flatMap((inner, index) => leavesOf(inner, below(index + 1)));
  return [{ name, type }];
}

function isA<D extends z.core.$ZodTypeDef>(def: z.core.$ZodTypeDef, type: D['type']): def is D {
  return def.type === type;
}

/** A record that holds something else in every place; what may be missing is missing where `blank`. */
function recordOf(type: z.core.$ZodType, blank: boolean, seed = { next: 1 }): unknown {
  const { def } = type._zod;
  if (isA<z.core.$ZodNullableDef>(def, 'nullable'))
    return blank ? null : recordOf(def.innerType, blank, seed);
  if (isA<z.core.$ZodObjectDef>(def, 'object'))
    return Object.fromEntries(
      Object.entries(def.shape).map(([name, inner]) => [name, recordOf(inner, blank, seed)])
    );
  if (isA<z.core.$ZodTupleDef>(def, 'tuple')) return def.items.map((inner) => recordOf(inner, blank, seed));
  if (isA<z.core.$ZodArrayDef>(def, 'array')) return [];
  if (def.type === 'boolean') return true;
  if (def.type === 'record') return { UDF_REGION: 'north', UDF_NOTHING: null };
  if (def.type === 'number') return seed.next++;
  return blank && takes(type, '  ') ? '  ' : textFor(type, seed.next++);
}

/** An amount where the schema takes amounts only: others are worked out from them. */
function textFor(type: z.core.$ZodType, place: number): string {
  return !takes(type, `v${place}`) && takes(type, `${place}.00`) ? `${place}.00` : `v${place}`;
}

function takes(type: z.core.$ZodType, text: string): boolean {
  return z.core.safeParse(type, text).success;
}

function valueAt(record: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return value[Number(part) - 1];
    return new Map(Object.entries(value ?? {})).get(part);
  }, record);
}

const KINDS: Readonly<Record<string, readonly FieldKind[]>> = {
  boolean: ['flag'],
  number: ['integer'],
  enum: ['code'],
  string: ['text', 'code', 'decimal', 'day', 'moment']
};

describe.each(entityDescriptions.map((description) => ({ description, name: description.entity })))(
  'the description of $name',
  ({ description, name }) => {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`no schema for ${name}`);
    const leaves = leavesOf(schema);
    const names = description.fields.map((field) => field.name);

    it('when the schema is walked, then each of its parts is a field, or left out with a reason', () => {
      const described = new Set([...names, ...Object.keys(description.leftOut)]);
      expect(leaves.map((leaf) => leaf.name).filter((leaf) => !described.has(leaf))).toEqual([]);
      const known = new Set([...leaves.map((leaf) => leaf.name), ...KEYS, ...(BESIDES[name] ?? [])]);
      expect(names.filter((field) => !known.has(field))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      for (const reason of Object.values(description.leftOut)) expect(reason).not.toBe('');
    });

    it('when a record is read, then its values are the fields and the UDF_ columns, each the one of its place', () => {
      const record = recordOf(schema, false);
      const values = description.valuesOf(record);
      const udfs = schema.shape['userDefinedFields'] === undefined ? [] : ['UDF_REGION', 'UDF_NOTHING'];
      expect(Object.keys(values).toSorted()).toEqual([...names, ...udfs].toSorted());
      for (const { name: leaf } of leaves.filter((each) => names.includes(each.name))) {
        const held = valueAt(record, leaf);
        expect(values[leaf], leaf).toBe(typeof held === 'boolean' ? held : String(held));
      }
    });

    it('when a record is blank, then its values are null and never an empty text', () => {
      const values = description.valuesOf(recordOf(schema, true));
      for (const { name: leaf, type } of leaves.filter((each) => names.includes(each.name)))
        if (['string', 'enum'].includes(type._zod.def.type) && takes(type, '  '))
          expect(values[leaf], leaf).toBeNull();
      expect(Object.values(values)).not.toContain('');
    });

    it('when a field is described, then its kind is that of the schema, and its column one of Sage', () => {
      for (const { name: leaf, type } of leaves) {
        const field = description.fields.find((each) => each.name === leaf);
        if (field === undefined) continue;
        expect(KINDS[type._zod.def.type], leaf).toContain(field.kind);
        if (isA<z.core.$ZodEnumDef>(type._zod.def, 'enum'))
          expect(field.values, leaf).toEqual(Object.values(type._zod.def.entries));
      }
      for (const { column, name: field } of description.fields.filter((each) => each.column !== undefined)) {
        const [table, columnName = ''] = (column ?? '').split('.');
        const columns = allTables.find((each) => each.name === table)?.columns ?? {};
        expect(Object.hasOwn(columns, columnName), `${field}: ${column}`).toBe(true);
      }
    });
  }
);

describe('what can be written', () => {
  it.each([
    { entity: 'customer', draft: customerDraftSchema, own: ['requestKey', 'customerNo'] },
    { entity: 'contact', draft: contactDraftSchema, own: ['customerNo', 'contactCode'] },
    { entity: 'ship-to', draft: shipToDraftSchema, own: ['customerNo'] },
    { entity: 'item', draft: itemDraftSchema, own: [] }
  ])('when $entity is written, then its writable fields are those of its draft', ({ entity, draft, own }) => {
    const writable = entityDescription(entity)
      ?.fields.filter(({ writable: when }) => when !== 'never')
      .map(({ name }) => name);
    const taken = Object.keys(draft.shape)
      .filter((name) => name !== 'userDefinedFields' && !own.some((each) => each === name))
      .flatMap((name) =>
        name === 'address' ? Object.keys(addressDraftSchema.shape).map((part) => `address.${part}`) : [name]
      );
    expect(writable?.toSorted()).toEqual(taken.toSorted());
  });
});
