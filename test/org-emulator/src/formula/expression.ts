import type { FormulaScope } from './formula.ts';
import type { FormulaNumber } from './formula-number.ts';

/**
 * How values are held while a formula is worked out. Blank text is '', dates and date-times are milliseconds since
 * 1970 in UTC, times milliseconds since midnight. A truth is null where something blank was compared.
 */
export interface ValueOfKind {
  readonly boolean: boolean | null;
  readonly date: number | null;
  readonly datetime: number | null;
  readonly multipicklist: string;
  readonly null: null;
  readonly number: FormulaNumber | null;
  readonly picklist: string;
  readonly text: string;
  readonly time: number | null;
}

/** Types of expressions: those of formulas, and the literal NULL. */
export type Kind = keyof ValueOfKind;

/** A part of a formula whose type is known, ready to be worked out. */
export interface Expression<K extends Kind = Kind> {
  readonly kind: K;
  readonly evaluate: (scope: FormulaScope) => ValueOfKind[K];
  /** Set where it is a merge field and nothing more. */
  readonly field?: MergeField<K>;
  /** Set where it is a text in quotes. */
  readonly literal?: string;
}

/** A merge field, and how its value before the change is read. */
export interface MergeField<K extends Kind = Kind> {
  readonly name: string;
  readonly prior: (scope: FormulaScope) => ValueOfKind[K];
}

const blanks: ValueOfKind = {
  boolean: null,
  date: null,
  datetime: null,
  multipicklist: '',
  null: null,
  number: null,
  picklist: '',
  text: '',
  time: null
};

/** The name of a type in Salesforce's error texts. */
export const kindLabels: Readonly<Record<Kind, string>> = {
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  multipicklist: 'Multi-Select Picklist',
  null: 'Null',
  number: 'Number',
  picklist: 'Picklist',
  text: 'Text',
  time: 'Time'
};

/** Whether the expression is of the type; NULL is only of its own. */
export function hasKind<K extends Kind>(expression: Expression, kind: K): expression is Expression<K> {
  return expression.kind === kind;
}

/** The expression as one of the type: itself, or what is blank in that type for NULL; undefined for another type. */
export function asKind<K extends Kind>(expression: Expression, kind: K): Expression<K> | undefined {
  if (hasKind(expression, kind)) return expression;
  if (expression.kind !== 'null') return undefined;
  const blank = blankOf(kind);
  return { kind, evaluate: () => blank };
}

/** What is blank in a type: '' for texts and picklists, null for all else. */
export function blankOf<K extends Kind>(kind: K): ValueOfKind[K] {
  return blanks[kind];
}

/** The type two values share, NULL going with any; undefined where there is none. */
export function commonKind(left: Kind, right: Kind): Kind | undefined {
  if (left === 'null') return right;
  return right === 'null' || left === right ? left : undefined;
}
