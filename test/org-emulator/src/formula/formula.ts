import type { FieldValue } from '../schema/field.ts';

/** Types of values in formulas. Ids are texts; percents are fractions of one (50 % is 0.5). */
export type FormulaType =
  'boolean' | 'date' | 'datetime' | 'multipicklist' | 'number' | 'picklist' | 'text' | 'time';

/** Where a formula stands: what its references mean, and which functions it may use. */
export interface FormulaSetting {
  /** Type of a merge field (`Name`, `Account.Name`, `$User.Id`, `myVariable`), or undefined where there is none. */
  readonly typeOf: (reference: string) => FormulaType | undefined;
  /** Type the result must have; left out where any will do. */
  readonly returns?: FormulaType;
  readonly treatBlanksAs?: 'BlankAsBlank' | 'BlankAsZero';
  /** Whether ISCHANGED, ISNEW, ISCLONE and PRIORVALUE may stand in it (rules, record-triggered flows). */
  readonly allowsPrior?: boolean;
}

/** The values a formula is computed from, at one moment. */
export interface FormulaScope {
  /** Stored form of the value (see FieldValue) of a reference that `typeOf` knew. */
  readonly valueOf: (reference: string) => FieldValue;
  /** The value before the change; for new records the value itself. */
  readonly priorValueOf?: (reference: string) => FieldValue;
  readonly isNew?: boolean;
  readonly isClone?: boolean;
  readonly now: Date;
}

/** A formula that was read and found sound. */
export interface CompiledFormula {
  /** Merge fields in it, each once, as written. */
  readonly references: readonly string[];
  readonly type: FormulaType;
  /** The result in stored form: numbers as numbers, dates and times as texts. Throws FormulaError (such as #Error!). */
  readonly evaluate: (scope: FormulaScope) => FieldValue;
}

/** A formula that cannot be read, or that came to no result; the message is Salesforce's where it is known. */
export class FormulaError extends Error {
  /** What led to `#Error!`, for people who look for the cause; Salesforce does not say. */
  readonly detail: string | undefined;

  constructor(message: string, detail?: string) {
    super(message);
    this.name = 'FormulaError';
    this.detail = detail;
  }
}
