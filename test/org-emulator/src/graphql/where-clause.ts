import { z } from 'zod';
import type { FieldDefinition } from '../schema/field.ts';
import { isNumeric } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';
import { GraphqlFault } from './graphql-fault.ts';

const record = z.record(z.string(), z.unknown());
const semiJoin = z.record(z.string(), z.unknown()).and(z.object({ ApiName: z.string() }));

const comparisons: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  like: 'LIKE',
  in: 'IN',
  nin: 'NOT IN',
  includes: 'INCLUDES',
  excludes: 'EXCLUDES'
};

/**
 * The SOQL condition of a `where` argument (GraphQL API Developer Guide, "Field Operators", "Filter Results"). Several
 * fields, and several operators of one field, must all hold. Empty for no condition.
 */
export function whereClause(schema: Schema, object: ObjectDefinition, where: unknown, prefix = ''): string {
  const conditions = Object.entries(record.parse(where ?? {})).map(([name, value]) =>
    conditionOf(schema, object, prefix, name, value)
  );
  return joined(conditions, 'AND');
}

function conditionOf(
  schema: Schema,
  object: ObjectDefinition,
  prefix: string,
  name: string,
  value: unknown
): string {
  if (name === 'and' || name === 'or') {
    const parts = z
      .array(z.unknown())
      .parse(value)
      .map((each) => whereClause(schema, object, each, prefix));
    return joined(parts, name === 'and' ? 'AND' : 'OR');
  }
  if (name === 'not') return `(NOT ${whereClause(schema, object, value, prefix)})`;
  const field = object.field(name);
  if (field) return fieldCondition(schema, field, `${prefix}${field.name}`, record.parse(value));
  const lookup = object.relationship(name);
  const parent = schema.object(lookup?.referenceTo[0] ?? '');
  if (!lookup || !parent) throw unknownInput(name, object.name);
  return whereClause(schema, parent, value, `${prefix}${name}.`);
}

function fieldCondition(
  schema: Schema,
  field: FieldDefinition,
  path: string,
  operators: Readonly<Record<string, unknown>>
): string {
  const conditions = Object.entries(operators).map(([operator, value]) => {
    if (operator === 'inq' || operator === 'ninq') {
      return `${path} ${operator === 'inq' ? 'IN' : 'NOT IN'} (${innerQuery(schema, value)})`;
    }
    const sign = comparisons[operator];
    if (sign === undefined) throw unknownInput(operator, field.name);
    const several = ['IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'].includes(sign);
    const text = several
      ? `(${z
          .array(z.unknown())
          .parse(value)
          .map((each) => literal(field, each))
          .join(', ')})`
      : literal(field, value);
    return `${path} ${sign} ${text}`;
  });
  return joined(conditions, 'AND');
}

/** `{ Contact: { where… }, ApiName: "AccountId" }` as the query inside of a semi-join. */
function innerQuery(schema: Schema, value: unknown): string {
  const { ApiName, ...rest } = semiJoin.parse(value);
  const [[name, where] = ['', {}]] = Object.entries(rest);
  const object = schema.object(name);
  if (!object) throw unknownInput(name, 'inq');
  const condition = whereClause(schema, object, where);
  return `SELECT ${ApiName} FROM ${object.name}${condition === '' ? '' : ` WHERE ${condition}`}`;
}

const dateInput = z.union([
  z.object({ value: z.string().nullable() }).transform(({ value }) => value),
  z.object({ literal: z.string() }).transform((each) => each.literal),
  z
    .object({ range: z.record(z.string(), z.number()) })
    .transform(
      ({ range }) => Object.entries(range).map(([name, count]) => `${name.toUpperCase()}:${count}`)[0] ?? ''
    )
]);

function literal(field: FieldDefinition, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (field.type === 'date' || field.type === 'datetime') {
    const given = typeof value === 'string' ? value : dateInput.parse(value);
    return given ?? 'null';
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isNumeric(field.type) && typeof value === 'string') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `'${text.replace(/[\\'](?![%_])/g, '\\$&')}'`;
}

function joined(conditions: readonly string[], word: 'AND' | 'OR'): string {
  const given = conditions.filter((condition) => condition !== '');
  return given.length < 2 ? (given[0] ?? '') : `(${given.join(` ${word} `)})`;
}

function unknownInput(name: string, type: string): GraphqlFault {
  const message = `Validation error of type WrongType: argument 'where' contains a field not in '${type}_Filter': '${name}'`;
  return new GraphqlFault('ValidationError', message);
}
