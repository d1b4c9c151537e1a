import { asKind, blankOf, type Expression, type Kind, type ValueOfKind } from '../expression.ts';
import type { FormulaSetting } from '../formula.ts';
import { notPicklist, wrongCount, wrongType } from '../formula-problem.ts';

/** A function as it is called in a formula: its name as written there, and its parameters. */
export interface Call {
  readonly name: string;
  readonly args: readonly Expression[];
  readonly setting: FormulaSetting;
}

/** Makes the expression of a call. Throws FormulaError where its parameters do not fit. */
export type FunctionBuilder = (call: Call) => Expression;

/** Functions by their names in capitals. */
export type FunctionTable = Readonly<Record<string, FunctionBuilder>>;

type Given<K extends Kind> = NonNullable<ValueOfKind[K]>;

function isGiven<T>(value: T): value is NonNullable<T> {
  return value !== null && value !== undefined;
}

/** Throws FormulaError unless the call has so many parameters. */
export function checkCount(call: Call, count: number): void {
  if (call.args.length !== count) throw wrongCount(call.name, count, call.args.length);
}

/** The parameter as one of the type; NULL will do for any. Throws FormulaError for another type. */
export function argument<K extends Kind>(call: Call, index: number, kind: K): Expression<K> {
  const given = parameter(call, index);
  const typed = asKind(given, kind);
  if (typed !== undefined) return typed;
  throw wrongType(call.name, [kind], kind === 'picklist' ? given : notPicklist(given));
}

/** The parameter, whatever its type. */
export function parameter(call: Call, index: number): Expression {
  const given = call.args[index];
  if (given === undefined) throw wrongCount(call.name, index + 1, call.args.length);
  return given;
}

/** A function without parameters. */
export function none<R extends Kind>(returns: R, evaluate: Expression<R>['evaluate']): FunctionBuilder {
  return (call) => {
    checkCount(call, 0);
    return { kind: returns, evaluate };
  };
}

/** A function of one parameter. Where that is blank (and no text), the result is blank. */
export function one<A extends Kind, R extends Kind>(
  kind: A,
  returns: R,
  compute: (value: Given<A>) => ValueOfKind[R]
): FunctionBuilder {
  const blank = blankOf(returns);
  return (call) => {
    checkCount(call, 1);
    const { evaluate } = argument(call, 0, kind);
    return {
      kind: returns,
      evaluate: (scope) => {
        const value = evaluate(scope);
        return isGiven(value) ? compute(value) : blank;
      }
    };
  };
}

/** A function of two parameters. Where one is blank (and no text), the result is blank. */
export function two<A extends Kind, B extends Kind, R extends Kind>(
  [firstKind, secondKind]: readonly [A, B],
  returns: R,
  compute: (first: Given<A>, second: Given<B>) => ValueOfKind[R]
): FunctionBuilder {
  const blank = blankOf(returns);
  return (call) => {
    checkCount(call, 2);
    const first = argument(call, 0, firstKind);
    const second = argument(call, 1, secondKind);
    return {
      kind: returns,
      evaluate: (scope) => {
        const a = first.evaluate(scope);
        const b = second.evaluate(scope);
        return isGiven(a) && isGiven(b) ? compute(a, b) : blank;
      }
    };
  };
}

/** A function of three parameters. Where one is blank (and no text), the result is blank. */
export function three<A extends Kind, B extends Kind, C extends Kind, R extends Kind>(
  [firstKind, secondKind, thirdKind]: readonly [A, B, C],
  returns: R,
  compute: (first: Given<A>, second: Given<B>, third: Given<C>) => ValueOfKind[R]
): FunctionBuilder {
  const blank = blankOf(returns);
  return (call) => {
    checkCount(call, 3);
    const first = argument(call, 0, firstKind);
    const second = argument(call, 1, secondKind);
    const third = argument(call, 2, thirdKind);
    return {
      kind: returns,
      evaluate: (scope) => {
        const a = first.evaluate(scope);
        const b = second.evaluate(scope);
        const c = third.evaluate(scope);
        return isGiven(a) && isGiven(b) && isGiven(c) ? compute(a, b, c) : blank;
      }
    };
  };
}

/** One builder for each number of parameters that a function may have; the last speaks where none fits. */
export function byCount(builders: Readonly<Record<number, FunctionBuilder>>, usual: number): FunctionBuilder {
  return (call) => {
    const builder = builders[call.args.length];
    if (builder === undefined) throw wrongCount(call.name, usual, call.args.length);
    return builder(call);
  };
}

/** One builder for each type that the first parameter may have. */
export function byKind(
  builders: Readonly<Partial<Record<Kind, FunctionBuilder>>>,
  wrong: (call: Call) => Error
): FunctionBuilder {
  return (call) => {
    const builder = builders[parameter(call, 0).kind];
    if (builder === undefined) throw wrong(call);
    return builder(call);
  };
}
