import type { SqlDialect } from './dialect.ts';
import { DATE_PATTERN, STRING_PATTERN } from './tokenizer.ts';

// The very patterns that the tokenizer reads literals by; a brace comes before its quote, so a date is never half taken.
const LITERAL = new RegExp(`${DATE_PATTERN}|${STRING_PATTERN}`, 'gu');
const SAMPLE_DATE = "{d '2000-01-01'}";
const SAMPLE_STRING = "''";

/** Statements are built from a few places in this code, so there are a few dozen shapes; more mean a mistake. */
const MAX_SHAPES = 1_000;

/**
 * Makes a check that refuses exactly what the dialect refuses, but walks the grammar only once for each shape of
 * statement: every string and date literal is read by the tokenizer's own pattern, every time, and what is left, the
 * shape, is checked as a statement of its own. Whatever no literal pattern takes, a quote that is not closed or a control
 * character above all, stays in the shape and is refused there.
 */
export function createStatementCheck(dialect: Pick<SqlDialect, 'assertSafe'>): (sql: string) => void {
  const safeShapes = new Set<string>();
  return (sql) => {
    const shape = sql.replace(LITERAL, (literal) => (literal.startsWith('{') ? SAMPLE_DATE : SAMPLE_STRING));
    if (safeShapes.has(shape)) return;
    // The statement itself, so that a refusal names the place in it.
    dialect.assertSafe(sql);
    dialect.assertSafe(shape);
    if (safeShapes.size < MAX_SHAPES) safeShapes.add(shape);
  };
}
