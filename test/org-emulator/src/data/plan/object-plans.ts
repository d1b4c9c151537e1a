import type { FieldDefinition, FieldValue, RecordValues } from '../../schema/field.ts';
import { returnedBy } from '../../schema/formula-setting.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';
import { compileRecordFormula } from '../computed/record-formula.ts';
import type { ReferenceSource } from '../computed/reference-value.ts';
import { standardRulesOf } from '../standard-rules/index.ts';
import { rollUpsOf } from '../summaries/roll-up.ts';
import { childLookups } from './child-lookups.ts';
import type { CompiledRule, DefaultFormula, ObjectPlan } from './object-plan.ts';

/** The plans of all objects, each made when it is first needed and made anew after a deployment. */
export class ObjectPlans {
  readonly #schema: Schema;
  readonly #source: ReferenceSource;
  #plans = new Map<ObjectDefinition, ObjectPlan>();
  #schemaVersion = 0;

  constructor(schema: Schema, source: ReferenceSource) {
    this.#schema = schema;
    this.#source = source;
  }

  of(object: ObjectDefinition): ObjectPlan {
    if (this.#schemaVersion !== this.#schema.version) {
      this.#schemaVersion = this.#schema.version;
      this.#plans = new Map();
    }
    const known = this.#plans.get(object);
    if (known) return known;
    const plan = makePlan(this.#schema, this.#source, object);
    this.#plans.set(object, plan);
    return plan;
  }
}

function makePlan(schema: Schema, source: ReferenceSource, object: ObjectDefinition): ObjectPlan {
  const { fields } = object;
  return {
    object,
    emptyRecord: emptyRecord(fields),
    required: fields.filter(({ required }) => required),
    unique: fields.filter(({ unique }) => unique),
    autoNumbers: fields.filter(({ autoNumber }) => autoNumber !== null),
    setters: fields.filter(({ picklistValues }) => picklistValues.some(({ sets }) => sets)),
    personName: fields.find(({ nameField, parts }) => nameField && parts.length > 0),
    nameFromId: nameFromId(object),
    hasOwner: object.field('OwnerId') !== undefined,
    recordTypes: object.field('RecordTypeId') ? object.options.recordTypes : [],
    standard: standardRulesOf(object),
    defaults: defaultFormulas(source, object),
    rules: compileRules(source, object),
    children: childLookups(schema, object),
    rollUps: rollUpsOf(schema, source, object)
  };
}

function emptyRecord(fields: readonly FieldDefinition[]): RecordValues {
  const stored = fields.filter(({ formula, type }) => !formula && type !== 'address');
  return Object.fromEntries(stored.map((field) => [field.name, fixedDefault(field)]));
}

function fixedDefault(field: FieldDefinition): FieldValue {
  if (field.summary && field.defaultValue === null && ['count', 'sum'].includes(field.summary.operation)) {
    return 0;
  }
  return field.defaultValue ?? field.picklistValues.find(({ isDefault }) => isDefault)?.value ?? null;
}

function nameFromId({ custom, nameField }: ObjectDefinition): string | undefined {
  return custom && nameField?.autoNumber === null ? nameField.name : undefined;
}

function defaultFormulas(source: ReferenceSource, object: ObjectDefinition): DefaultFormula[] {
  return object.fields.flatMap((field) => {
    if (field.defaultFormula === null) return [];
    return [
      { field, compute: compileRecordFormula(source, object, field.defaultFormula, returnedBy(field)) }
    ];
  });
}

function compileRules(source: ReferenceSource, object: ObjectDefinition): CompiledRule[] {
  const setting = { returns: 'boolean', allowsPrior: true } as const;
  return object.options.validationRules
    .filter(({ active }) => active)
    .map((rule) => ({ rule, isBroken: compileRecordFormula(source, object, rule.formula, setting) }));
}
