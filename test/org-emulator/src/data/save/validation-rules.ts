import { SalesforceError } from '../../errors/salesforce-error.ts';
import { throwAll } from '../../errors/several-errors.ts';
import { FormulaError } from '../../formula/formula.ts';
import type { RecordMoment } from '../computed/record-formula.ts';
import type { CompiledRule } from '../plan/object-plan.ts';
import type { Save } from './save.ts';

/**
 * Asks every validation rule, and throws one FIELD_CUSTOM_VALIDATION_EXCEPTION for each that is broken
 * (Salesforce Help, "Validation Rule Considerations": all rules are asked, whatever the first ones say).
 */
export function checkValidationRules({ plan, draft, before, access, now }: Save): void {
  if (plan.rules.length === 0) return;
  const moment = { record: draft, before, user: access.user, now: new Date(now) };
  throwAll(plan.rules.filter((each) => isBroken(each, moment)).map(({ rule }) => refusal(rule)));
}

/** A rule whose formula comes to no result (#Error!) holds nobody up. */
function isBroken({ isBroken: formula }: CompiledRule, moment: RecordMoment): boolean {
  try {
    return formula(moment) === true;
  } catch (error) {
    if (error instanceof FormulaError) return false;
    throw error;
  }
}

function refusal({ message, field }: CompiledRule['rule']): SalesforceError {
  return new SalesforceError(
    400,
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message,
    field === null ? [] : [field]
  );
}
