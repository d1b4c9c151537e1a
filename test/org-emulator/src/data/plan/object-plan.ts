import type { RecordFormula } from '../computed/record-formula.ts';
import type { FieldDefinition, RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition, RecordTypeDefinition, ValidationRule } from '../../schema/object.ts';
import type { StandardRules } from '../standard-rules/standard-rules.ts';
import type { RollUp } from '../summaries/roll-up.ts';
import type { ChildLookup } from './child-lookups.ts';

/** A field whose value is computed for new records that bring none. */
export interface DefaultFormula {
  readonly field: FieldDefinition;
  readonly compute: RecordFormula;
}

/** An active validation rule, ready to be asked. */
export interface CompiledRule {
  readonly rule: ValidationRule;
  readonly isBroken: RecordFormula;
}

/** What saving a record of an object has to look at, worked out once for a schema. */
export interface ObjectPlan {
  readonly object: ObjectDefinition;
  /** Every stored field with its fixed default value. */
  readonly emptyRecord: RecordValues;
  readonly required: readonly FieldDefinition[];
  readonly unique: readonly FieldDefinition[];
  readonly autoNumbers: readonly FieldDefinition[];
  /** Picklists of which a value sets other fields. */
  readonly setters: readonly FieldDefinition[];
  /** The compound name of a person, whose text is kept from its parts. */
  readonly personName: FieldDefinition | undefined;
  /** A name that becomes the record's id where none is given. */
  readonly nameFromId: string | undefined;
  readonly hasOwner: boolean;
  readonly recordTypes: readonly RecordTypeDefinition[];
  readonly standard: StandardRules;
  readonly defaults: readonly DefaultFormula[];
  readonly rules: readonly CompiledRule[];
  /** Lookups of other objects that lead to this one, and what a deletion does to them. */
  readonly children: readonly ChildLookup[];
  /** Roll-up summaries on masters of this object's records. */
  readonly rollUps: readonly RollUp[];
}
