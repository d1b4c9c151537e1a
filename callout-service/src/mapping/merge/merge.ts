import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { FieldValue, FieldValues } from '../field-value.ts';
import type { ConflictRule } from '../mapping-content.ts';

/** Values of one field map that both sides had when they last agreed, each in its own form and in the field map's order. */
export interface AgreedValues {
  readonly sage: readonly FieldValue[];
  readonly salesforce: readonly FieldValue[];
}

/** By field map id. */
export type Agreed = Readonly<Record<string, AgreedValues>>;

/** A record as it stands on both sides. */
export interface MergeInput {
  /** Undefined where Sage has none. */
  readonly sage: FieldValues | undefined;
  /** Undefined where Salesforce has none. */
  readonly salesforce: FieldValues | undefined;
  /** Undefined where they were never linked. */
  readonly agreed: Agreed | undefined;
  /** When each side was last changed, ISO 8601 in UTC, for the rule `newest`; null where it does not say. */
  readonly changedAt: { readonly sage: string | null; readonly salesforce: string | null };
  /** What a person decided for a conflict, by field map id. */
  readonly decided?: Readonly<Record<string, 'sage' | 'salesforce'>>;
}

/** How one field map was decided; the row of a preview, too. */
export interface FieldDecision {
  readonly id: string;
  readonly sage: readonly FieldValue[];
  readonly salesforce: readonly FieldValue[];
  readonly agreed: AgreedValues | undefined;
  /** What both sides have once the result is written; the values as they are where nothing is decided. */
  readonly result: AgreedValues;
  /** `equal`: nothing to do. `conflict`: both changed and the rule is `ask`. `left`: the direction or a condition keeps it out. */
  readonly outcome: 'equal' | 'to-salesforce' | 'to-sage' | 'conflict' | 'left' | 'fault';
  /** Where both had changed: the rule that decided, or `person`. */
  readonly by: ConflictRule | 'master' | 'person' | undefined;
}

/** What is to be written where so that both sides agree. */
export interface MergeResult {
  /** Values to write to Salesforce, by API name; only those that differ. */
  readonly toSalesforce: FieldValues;
  /** Values to write to Sage, by canonical name; only those that differ. */
  readonly toSage: FieldValues;
  /** What both have once that is written; field maps in conflict or at fault keep what was agreed before. */
  readonly agreed: Agreed;
  readonly decisions: readonly FieldDecision[];
  /** Of values that a transform or a field of the other side does not take. */
  readonly faults: readonly FieldFault[];
}
