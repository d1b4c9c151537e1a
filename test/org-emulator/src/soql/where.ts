import type { ConditionWithValueQuery, HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import { type ClauseSetting, compileCondition, type Criterion } from './condition.ts';
import { malformedQuery } from './query-error.ts';

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | ConditionWithValueQuery;

/**
 * Compiles a WHERE or HAVING clause. The parser gives a flat list with counts of brackets; this rebuilds the tree,
 * and refuses `A AND B OR C` without brackets, which Salesforce does not read and the parser does.
 */
export function compileWhere<Row>(
  setting: ClauseSetting<Row>,
  where: HavingClause | WhereClause | undefined
): Criterion<Row> {
  if (!where) return { test: () => true };
  const tokens = tokensOf(where);
  const criterion = readExpression(setting, tokens);
  if (tokens.length > 0) throw malformedQuery(`unexpected token: '${describe(tokens[0])}'`);
  return criterion;
}

function tokensOf(where: HavingClause | WhereClause): Token[] {
  const tokens: Token[] = [];
  for (
    let clause: HavingClause | WhereClause | undefined = where;
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

function readExpression<Row>(setting: ClauseSetting<Row>, tokens: Token[]): Criterion<Row> {
  let criterion = readOperand(setting, tokens);
  let firstOperator: Token | undefined;
  for (let operator = tokens[0]; operator === 'AND' || operator === 'OR'; operator = tokens[0]) {
    if (firstOperator !== undefined && operator !== firstOperator) {
      throw malformedQuery(`unexpected token: '${operator}'`);
    }
    firstOperator = operator;
    tokens.shift();
    criterion = (operator === 'AND' ? both : either)(criterion, readOperand(setting, tokens));
  }
  return criterion;
}

function readOperand<Row>(setting: ClauseSetting<Row>, tokens: Token[]): Criterion<Row> {
  const token = tokens.shift();
  if (token === 'NOT') {
    const operand = readOperand(setting, tokens);
    return { test: (row) => !operand.test(row) };
  }
  if (token === '(') {
    const inner = readExpression(setting, tokens);
    if (tokens.shift() !== ')') throw malformedQuery("expecting a right parenthesis, found '<EOF>'");
    return inner;
  }
  if (token === undefined || typeof token === 'string') {
    throw malformedQuery(`unexpected token: '${describe(token)}'`);
  }
  return compileCondition(setting, token);
}

function both<Row>(a: Criterion<Row>, b: Criterion<Row>): Criterion<Row> {
  const lookup = a.lookup ?? b.lookup;
  return { test: (row) => a.test(row) && b.test(row), ...(lookup ? { lookup } : {}) };
}

function either<Row>(a: Criterion<Row>, b: Criterion<Row>): Criterion<Row> {
  return { test: (row) => a.test(row) || b.test(row) };
}

function describe(token: Token | undefined): string {
  if (token === undefined) return '<EOF>';
  return typeof token === 'string' ? token : 'field' in token ? token.field : 'condition';
}
