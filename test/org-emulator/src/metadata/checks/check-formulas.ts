import { compileFormula } from '../../formula/compile-formula.ts';
import { FormulaError, type FormulaSetting } from '../../formula/formula.ts';
import type { FieldDefinition } from '../../schema/field.ts';
import { findMergeField, recordFormulaSetting, returnedBy } from '../../schema/formula-setting.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Check, Checked } from './check.ts';

/** Formulas compile: those of fields, of default values, of validation rules. None of them goes round in a circle. */
export const checkFormulas: Check = (checked) => {
  for (const metadata of checked.metadata.fields.values()) {
    const object = checked.schema.object(metadata.objectName);
    const field = object?.field(metadata.fullName);
    if (!object || !field) continue;
    const name = `${metadata.objectName}.${metadata.fullName}`;
    for (const problem of fieldProblems(checked.schema, object, field))
      checked.report(metadata, name, problem);
  }
  checkRules(checked);
};

function fieldProblems(schema: Schema, object: ObjectDefinition, field: FieldDefinition): string[] {
  const options = returnedBy(field);
  if (field.formula) {
    const { formula, treatBlanksAs } = field.formula;
    const setting = recordFormulaSetting(schema, object, { ...options, treatBlanksAs });
    return [...compileProblems(formula, setting), ...circleProblems(schema, object, field)];
  }
  if (field.defaultFormula === null) return [];
  return compileProblems(field.defaultFormula, recordFormulaSetting(schema, undefined, options));
}

function checkRules({ metadata, schema, report }: Checked): void {
  for (const rule of metadata.validationRules.values()) {
    const name = `${rule.objectName}.${rule.fullName}`;
    const object = schema.object(rule.objectName);
    if (!object) {
      report(rule, name, `the object ${rule.objectName} does not exist in the local org`);
      continue;
    }
    const setting = recordFormulaSetting(schema, object, { returns: 'boolean', allowsPrior: true });
    for (const problem of compileProblems(rule.errorConditionFormula, setting)) report(rule, name, problem);
    if (rule.errorDisplayField !== undefined && !object.field(rule.errorDisplayField)) {
      report(rule, name, `shows its message at ${rule.errorDisplayField}, which does not exist`);
    }
    if (rule.errorMessage.length > 255)
      report(rule, name, 'the error message must not be longer than 255 characters');
  }
}

function compileProblems(formula: string, setting: FormulaSetting): string[] {
  try {
    compileFormula(formula, setting);
    return [];
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return [`the formula does not compile: ${error.message}`];
  }
}

function circleProblems(schema: Schema, object: ObjectDefinition, field: FieldDefinition): string[] {
  const visited = new Set<FieldDefinition>();
  const reaches = (from: ObjectDefinition, current: FieldDefinition): boolean =>
    referencesOf(schema, from, current).some((next) => {
      if (next.field === field) return true;
      if (visited.has(next.field)) return false;
      visited.add(next.field);
      return reaches(next.object, next.field);
    });
  return reaches(object, field) ? ['the formula refers to itself, directly or through other formulas'] : [];
}

function referencesOf(schema: Schema, object: ObjectDefinition, { formula }: FieldDefinition) {
  if (!formula) return [];
  try {
    const { references } = compileFormula(formula.formula, recordFormulaSetting(schema, object, {}));
    return references.flatMap((reference) => findMergeField(schema, object, reference) ?? []);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return []; // Reported where that formula itself is checked.
  }
}
