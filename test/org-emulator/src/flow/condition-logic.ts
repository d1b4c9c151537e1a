/** Decides from the truth of numbered conditions. */
export type ConditionLogic = (isTrue: (index: number) => boolean) => boolean;

/**
 * Compiles `and`, `or`, or a custom text such as `1 AND (2 OR NOT 3)` over `count` conditions, AND binding
 * more strongly than OR. Throws an Error that says what is wrong with the text.
 */
export function compileConditionLogic(logic: string, count: number): ConditionLogic {
  const indexes = [...Array(count).keys()];
  if (logic.toLowerCase() === 'and') return (isTrue) => indexes.every(isTrue);
  if (logic.toLowerCase() === 'or') return (isTrue) => indexes.some(isTrue);
  const tokens = logic.toUpperCase().match(/\d+|AND|OR|NOT|[()]|\S+/g) ?? [];
  const compiled = readOr(tokens, count, logic);
  if (tokens.length > 0) throw wrongLogic(logic, tokens[0]);
  return compiled;
}

function readOr(tokens: string[], count: number, logic: string): ConditionLogic {
  let left = readAnd(tokens, count, logic);
  while (tokens[0] === 'OR') {
    tokens.shift();
    const [first, second] = [left, readAnd(tokens, count, logic)];
    left = (isTrue) => first(isTrue) || second(isTrue);
  }
  return left;
}

function readAnd(tokens: string[], count: number, logic: string): ConditionLogic {
  let left = readOperand(tokens, count, logic);
  while (tokens[0] === 'AND') {
    tokens.shift();
    const [first, second] = [left, readOperand(tokens, count, logic)];
    left = (isTrue) => first(isTrue) && second(isTrue);
  }
  return left;
}

function readOperand(tokens: string[], count: number, logic: string): ConditionLogic {
  const token = tokens.shift();
  if (token === 'NOT') {
    const operand = readOperand(tokens, count, logic);
    return (isTrue) => !operand(isTrue);
  }
  if (token === '(') {
    const inner = readOr(tokens, count, logic);
    if (tokens.shift() !== ')') throw wrongLogic(logic, 'a missing )');
    return inner;
  }
  const index = Number(token) - 1;
  if (!Number.isInteger(index) || index < 0 || index >= count) throw wrongLogic(logic, token);
  return (isTrue) => isTrue(index);
}

function wrongLogic(logic: string, token: string | undefined): Error {
  return new Error(`the condition logic '${logic}' cannot be read at ${token ?? 'its end'}`);
}
