import type { Clock } from '../../clock.ts';
import { FormulaError } from '../../formula/formula.ts';
import type { FieldDefinition, FieldValue, RecordValues } from '../../schema/field.ts';
import { returnedBy } from '../../schema/formula-setting.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Database } from '../database.ts';
import type { FieldReader, RecordReader } from '../record-reader.ts';
import { rounded } from '../values/number-value.ts';
import { compileRecordFormula, type RecordFormula } from './record-formula.ts';
import type { ReferenceSource } from './reference-value.ts';

/**
 * Reads stored fields as they are and computes formula fields at the moment of reading, each compiled once for
 * a schema. A formula that comes to no result (`#Error!`) reads as null. `$User` has values
 * only in what is read for a user.
 */
export class ComputedReader implements RecordReader, ReferenceSource {
  readonly schema: Schema;
  readonly database: Database;
  readonly #clock: Clock;
  #formulas = new Map<FieldDefinition, RecordFormula>();
  #computedFields = new Map<ObjectDefinition, readonly FieldDefinition[]>();
  #schemaVersion = 0;

  constructor(schema: Schema, database: Database, clock: Clock) {
    this.schema = schema;
    this.database = database;
    this.#clock = clock;
  }

  readonly value = (
    object: ObjectDefinition,
    record: RecordValues,
    field: FieldDefinition,
    user?: RecordValues
  ): FieldValue =>
    field.formula ? this.#compute(object, record, field, user) : (record[field.name] ?? null);

  readonly valueOf = this.value;

  readonly all = (object: ObjectDefinition, record: RecordValues, user?: RecordValues): RecordValues => {
    const computed = this.#computedOf(object);
    if (computed.length === 0) return record;
    const values = computed.map((field) => [field.name, this.#compute(object, record, field, user)] as const);
    return { ...record, ...Object.fromEntries(values) };
  };

  forUser({ user }: { readonly user: RecordValues }): FieldReader {
    return {
      value: (object, record, field) => this.value(object, record, field, user),
      all: (object, record) => this.all(object, record, user)
    };
  }

  #compute(
    object: ObjectDefinition,
    record: RecordValues,
    field: FieldDefinition,
    user: RecordValues | undefined
  ): FieldValue {
    try {
      return resultOf(field, this.#formulaOf(object, field)({ record, user, now: this.#clock.now() }));
    } catch (error) {
      if (error instanceof FormulaError) return null;
      throw error;
    }
  }

  #formulaOf(object: ObjectDefinition, field: FieldDefinition): RecordFormula {
    this.#forgetOldSchema();
    const known = this.#formulas.get(field);
    if (known) return known;
    const compiled = compileFormulaField(this, object, field);
    this.#formulas.set(field, compiled);
    return compiled;
  }

  #computedOf(object: ObjectDefinition): readonly FieldDefinition[] {
    this.#forgetOldSchema();
    const known = this.#computedFields.get(object);
    if (known) return known;
    const computed = object.fields.filter(({ formula }) => formula);
    this.#computedFields.set(object, computed);
    return computed;
  }

  #forgetOldSchema(): void {
    if (this.#schemaVersion === this.schema.version) return;
    this.#schemaVersion = this.schema.version;
    this.#formulas = new Map();
    this.#computedFields = new Map();
  }
}

function compileFormulaField(
  reader: ComputedReader,
  object: ObjectDefinition,
  field: FieldDefinition
): RecordFormula {
  const { formula = '', treatBlanksAs = 'BlankAsBlank' } = field.formula ?? {};
  return compileRecordFormula(reader, object, formula, { ...returnedBy(field), treatBlanksAs });
}

/** A formula's result as the field shows it: numbers rounded to its scale, percents as percents. */
function resultOf(field: FieldDefinition, result: FieldValue): FieldValue {
  if (typeof result === 'number')
    return rounded(field.type === 'percent' ? result * 100 : result, field.scale);
  if (field.type === 'boolean') return result ?? false;
  return result === '' ? null : result;
}
