import type { FieldDefinition, FieldType, PicklistValue } from './field.ts';

type Overrides = Partial<FieldDefinition>;

/** A field of the given type with Salesforce's defaults for everything not said. */
export function field(
  name: string,
  label: string,
  type: FieldType,
  overrides: Overrides = {}
): FieldDefinition {
  return {
    name,
    label,
    type,
    custom: false,
    length: 0,
    precision: 0,
    scale: 0,
    required: false,
    nillable: true,
    createable: true,
    updateable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    nameField: false,
    defaultValue: null,
    helpText: null,
    referenceTo: [],
    relationshipName: null,
    childRelationshipName: null,
    childRelationshipLabel: null,
    masterDetail: false,
    deleteConstraint: 'SetNull',
    picklistValues: [],
    restrictedPicklist: false,
    controllingField: null,
    trackHistory: false,
    formula: null,
    summary: null,
    autoNumber: null,
    autoNumberStart: 1,
    defaultFormula: null,
    html: false,
    parts: [],
    ...overrides
  };
}

/** Text of at most `length` characters. */
export function textField(
  name: string,
  label: string,
  length: number,
  overrides: Overrides = {}
): FieldDefinition {
  return field(name, label, 'string', { length, ...overrides });
}

/** Overrides for text that must not be empty. */
export const mandatory = { required: true, nillable: false } as const;

/** Overrides for what only the platform writes. */
export const readOnly = { createable: false, updateable: false } as const;

/** A checkbox; never null. */
export function checkbox(name: string, label: string, overrides: Overrides = {}): FieldDefinition {
  return field(name, label, 'boolean', { nillable: false, defaultValue: false, ...overrides });
}

/** An unrestricted picklist, as standard ones are. */
export function picklist(
  name: string,
  label: string,
  values: readonly string[],
  overrides: Overrides = {}
): FieldDefinition {
  return field(name, label, 'picklist', { length: 255, picklistValues: values.map(choice), ...overrides });
}

/** A lookup to another object. */
export function reference(
  name: string,
  label: string,
  referenceTo: string,
  relationshipName: string,
  overrides: Overrides = {}
): FieldDefinition {
  return field(name, label, 'reference', {
    length: 18,
    referenceTo: [referenceTo],
    relationshipName,
    ...overrides
  });
}

function choice(value: string): PicklistValue {
  return { value, label: value, isDefault: false };
}
