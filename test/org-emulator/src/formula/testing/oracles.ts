import { parse as parseWithFormulon } from 'formulon';
import { parseSync as parseWithSformula } from 'sformula';
import { FormulaError } from '../formula.ts';
import { evaluated, type TestField, type TestFields } from './evaluate.ts';

/** A result in a form that all engines share: numbers to 9 digits, blank text as null, or that there was none. */
export type Verdict = string | number | boolean | null;

/** What our engine says, in the oracles' terms. */
export function ours(formula: string, fields: TestFields): Verdict {
  try {
    return comparable(evaluated(formula, fields));
  } catch (error) {
    if (error instanceof FormulaError) return 'no result';
    throw error;
  }
}

/** What formulon (github.com/leifg/formulon) says; it rewrites no merge fields and knows no `{!…}`. */
export function formulon(formula: string, fields: TestFields): Verdict {
  const substitutions = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, formulonLiteral(field)])
  );
  const result = parseWithFormulon(formula, substitutions);
  return result.type === 'error' ? 'no result' : comparable(result.value);
}

type Literal = Exclude<ReturnType<typeof parseWithFormulon>, { type: 'error' }>;

function formulonLiteral({ type, value }: TestField): Literal {
  switch (type) {
    case 'number':
      return { type: 'literal', dataType: 'number', value, options: { length: 16, scale: 2 } };
    case 'boolean':
      return { type: 'literal', dataType: 'checkbox', value };
    case 'date':
      return { type: 'literal', dataType: 'date', value: value === null ? null : new Date(String(value)) };
    default:
      return { type: 'literal', dataType: 'text', value: value ?? '', options: { length: 255 } };
  }
}

/** What sformula (github.com/stomita/sformula) says. */
export function sformula(formula: string, fields: TestFields): Verdict {
  const inputTypes = Object.fromEntries(
    Object.entries(fields).map(([name, { type }]) => [name, { type: sformulaType(type) }])
  );
  const values = Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
  try {
    const result: unknown = parseWithSformula(formula, { inputTypes }).evaluate(values);
    return comparable(result);
  } catch {
    return 'no result';
  }
}

function sformulaType(type: TestField['type']): 'boolean' | 'date' | 'number' | 'string' {
  return type === 'boolean' || type === 'date' || type === 'number' ? type : 'string';
}

function comparable(value: unknown): Verdict {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(9)) : String(value);
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  return JSON.stringify(value);
}
