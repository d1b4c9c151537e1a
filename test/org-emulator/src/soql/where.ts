import type { ConditionWithValueQuery, WhereClause } from '@jetstreamapp/soql-parser-js';
import { compileCondition, type Criterion } from './condition.ts';
import { malformedQuery } from './query-error.ts';
import type { QueryContext } from './query-context.ts';

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | ConditionWithValueQuery;

/**
 * Compiles a WHERE clause. The parser gives a flat list with counts of brackets; this rebuilds the tree, and
 * refuses `A AND B OR C` without brackets, which Salesforce does not read and the parser does.
 */
export function compileWhere(context: QueryContext, where: WhereClause | undefined): Criterion {
  if (!where) return { test: () => true };
  const tokens = tokensOf(where);
  const criterion = readExpression(context, tokens);
  if (tokens.length > 0) throw malformedQuery(`unexpected token: '${describe(tokens[0])}'`);
  return criterion;
}

function tokensOf(where: WhereClause): Token[] {
  const tokens: Token[] = [];
  for (
    let clause: WhereClause | undefined = where;
    clause;
    clause = 'right' in clause ? clause.right : undefined
  ) {
    const { left } = clause;
    for (let open = left?.openParen ?? 0; open > 0; open -= 1) tokens.push('(');
    if (left && 'operator' in left) tokens.push(left);
    const closing = left && 'closeParen' in left ? (left.closeParen ?? 0) : 0;
    for (let close = closing; close > 0; close -= 1) tokens.push(')');
    if ('operator' in clause) tokens.push(clause.operator);
  }
  return tokens;
}

function readExpression(context: QueryContext, tokens: Token[]): Criterion {
  let criterion = readOperand(context, tokens);
  let firstOperator: Token | undefined;
  for (let operator = tokens[0]; operator === 'AND' || operator === 'OR'; operator = tokens[0]) {
    if (firstOperator !== undefined && operator !== firstOperator) {
      throw malformedQuery(`unexpected token: '${operator}'`);
    }
    firstOperator = operator;
    tokens.shift();
    criterion = (operator === 'AND' ? both : either)(criterion, readOperand(context, tokens));
  }
  return criterion;
}

function readOperand(context: QueryContext, tokens: Token[]): Criterion {
  const token = tokens.shift();
  if (token === 'NOT') {
    const operand = readOperand(context, tokens);
    return { test: (record) => !operand.test(record) };
  }
  if (token === '(') {
    const inner = readExpression(context, tokens);
    if (tokens.shift() !== ')') throw malformedQuery("expecting a right parenthesis, found '<EOF>'");
    return inner;
  }
  if (token === undefined || typeof token === 'string') {
    throw malformedQuery(`unexpected token: '${describe(token)}'`);
  }
  return compileCondition(context, token);
}

function both(a: Criterion, b: Criterion): Criterion {
  const lookup = a.lookup ?? b.lookup;
  return { test: (record) => a.test(record) && b.test(record), ...(lookup ? { lookup } : {}) };
}

function either(a: Criterion, b: Criterion): Criterion {
  return { test: (record) => a.test(record) || b.test(record) };
}

function describe(token: Token | undefined): string {
  if (token === undefined) return '<EOF>';
  return typeof token === 'string' ? token : 'field' in token ? token.field : 'condition';
}
