import type { EditedField, EditedPlace, Rule } from './places.ts';

/** Where a value was changed; on both sides, with the side that changed it last. */
export type EditedSide = 'sage' | 'salesforce' | 'both, Salesforce last' | 'both, Sage last';

/** One change of one value. */
export interface Edit {
  readonly place: EditedPlace;
  readonly field: EditedField;
  /** In Sage, in its display form. */
  readonly key: string;
  readonly side: EditedSide;
  readonly inSage: string;
  readonly inSalesforce: string;
}

/** What both sides must have in the end, and which rule decided: undefined where one side alone had changed. */
export interface Expected {
  readonly inSage: string;
  readonly inSalesforce: string;
  readonly decidedBy: Exclude<Rule, 'only-sage'> | undefined;
}

/** By the field's rule, whoever reads it in the mapping would say the same. */
export function expectedOf({ field: { rule }, side, inSage, inSalesforce }: Edit): Expected {
  const bothHave = (value: string, decidedBy?: Expected['decidedBy']) => ({
    ...{ inSage: value, inSalesforce: value },
    decidedBy
  });
  if (side === 'sage' || rule === 'only-sage') return bothHave(inSage);
  if (side === 'salesforce') return bothHave(inSalesforce);
  if (rule === 'ask') return { inSage, inSalesforce, decidedBy: rule };
  if (rule === 'newest') return bothHave(side === 'both, Sage last' ? inSage : inSalesforce, rule);
  return bothHave(rule === 'sage-wins' ? inSage : inSalesforce, rule);
}

export function inWords({ place, field, key, side }: Edit): string {
  return `${place.pair} ${key}, ${field.id} (${field.rule}) edited in ${side}`;
}
