import type { FieldKind } from '../field-value.ts';
import type { Turned, Values } from './turning.ts';
import type { TransformContext } from './transform-context.ts';
import type { Transform, TransformKind } from './transform.ts';

export type TransformOf<K extends TransformKind> = Extract<Transform, { kind: K }>;

/** Which way values go through a transform: forward is to Salesforce. */
export type Way = 'forward' | 'backward';

/** What a transform does with values, shown to people and run as its test. */
export type Example<T extends Transform = Transform> = {
  readonly transform: T;
  /** Where it differs from the usual one of the examples. */
  readonly context?: Partial<TransformContext>;
} & (
  | {
      readonly sage: Values;
      readonly salesforce: Values;
      /** Without it both. */
      readonly only?: 'to-salesforce' | 'to-sage';
    }
  | { readonly from: 'sage' | 'salesforce'; readonly values: Values; readonly refused: string }
);

/** One transform of the closed list. */
export type TransformDefinition<K extends TransformKind = TransformKind> = DefinitionFor<TransformOf<K>>;

// By the transform's type, not its kind: so a definition of one transform is a definition of some transform.
interface DefinitionFor<T extends Transform> {
  /** What it does, as admins read it. */
  readonly meaning: string;
  /** Values on their way to Salesforce. */
  forward(transform: T, values: Values, context: TransformContext): Turned;
  /** Values on their way to Sage. One-way ones do the same thing whichever way their field map goes. */
  backward(transform: T, values: Values, context: TransformContext): Turned;
  /** Whether a field map in both directions cannot use it, as it is set up here. */
  oneWay(transform: T): boolean;
  /**
   * Kinds of the values that leave it, by the kinds of those that enter; or why they do not fit. `sageFields` is how many
   * fields of Sage the field map has.
   */
  kinds(
    transform: T,
    entering: readonly FieldKind[],
    way: Way,
    sageFields: number
  ): readonly FieldKind[] | string;
  readonly examples: readonly Example<T>[];
}

export const always = (): boolean => true;
export const never = (): boolean => false;
