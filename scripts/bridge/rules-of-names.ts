import type { Rule } from './finding.ts';
import { ALLOWED_AUTOMATIC_VARIABLES, RESERVED_VARIABLES } from './allowed.ts';
import { functionsOf, parametersOf } from './functions.ts';
import { childOfType, nodesOf, nodesOfType } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** Names that mean something to PowerShell are not used, and none with a scope, as `$env:` or `$global:`. */
const reserved: Rule = {
  name: 'reserved-variables',
  find: ({ tree }) =>
    nodesOfType(tree, 'variable')
      .filter(({ text }) => RESERVED_VARIABLES.has(text.toLowerCase()) || /^[$@]\{|:|^@/u.test(text))
      .map(({ line, text }) => ({ line, problem: `variable ${text} is not allowed` }))
};

/** Strict mode ends the script at a variable that was never set; PowerShell tells no earlier. */
const assigned: Rule = {
  name: 'assigned-variables',
  find({ tree }) {
    const scopes = [
      ...functionsOf(tree).map(({ node }) => node),
      ...nodesOfType(tree, 'script_block_expression')
    ];
    const inner = new Set(scopes.flatMap((scope) => nodesOf(scope)));
    const shared = variablesSetIn(nodesOf(tree).filter((node) => !inner.has(node)));
    const isUnknown = (known: ReadonlySet<string>) => (node: SyntaxNode) =>
      node.type === 'variable' &&
      !known.has(node.text.toLowerCase()) &&
      !shared.has(node.text.toLowerCase()) &&
      !ALLOWED_AUTOMATIC_VARIABLES.has(node.text.toLowerCase());
    const outside = nodesOf(tree)
      .filter((node) => !inner.has(node))
      .filter(isUnknown(new Set()));
    const inside = scopes.flatMap((scope) => {
      const own = nodesOf(scope);
      const known = new Set([
        ...variablesSetIn(own),
        ...parametersOf(scope).map((name) => name.toLowerCase())
      ]);
      return own.filter(isUnknown(known));
    });
    return [...outside, ...inside].map(({ line, text }) => ({
      line,
      problem: `variable ${text} is never set`
    }));
  }
};

function variablesSetIn(nodes: readonly SyntaxNode[]): ReadonlySet<string> {
  const targets = nodes.flatMap((node) => {
    if (node.type === 'left_assignment_expression') return [node.text.trim()];
    if (node.type === 'foreach_statement') return [childOfType(node, 'variable')?.text ?? ''];
    return [];
  });
  return new Set(targets.map((name) => name.toLowerCase()));
}

/** Own functions are called with the parameters that they have, by name. */
const parameters: Rule = {
  name: 'named-parameters',
  find({ tree }) {
    const functions = new Map(functionsOf(tree).map((known) => [known.name, known]));
    return nodesOfType(tree, 'command').flatMap((command) => {
      const called = functions.get(childOfType(command, 'command_name')?.text ?? '');
      return called === undefined ? [] : wrongArguments(command, called.parameters);
    });
  }
};

function wrongArguments(
  command: SyntaxNode,
  known: ReadonlySet<string>
): { line: number; problem: string }[] {
  const elements = (childOfType(command, 'command_elements')?.children ?? []).filter(
    ({ type }) => type !== 'command_argument_sep'
  );
  const unknown = elements.filter(({ type, text }) => type === 'command_parameter' && !known.has(text));
  const loose = elements.filter(
    ({ type }, index) => type !== 'command_parameter' && elements[index - 1]?.type !== 'command_parameter'
  );
  const missing = [...known].filter((name) => !elements.some(({ text }) => text === name));
  return [...unknown, ...loose]
    .map(({ line, text }) => ({ line, problem: `argument ${text} fits no parameter` }))
    .concat(missing.map((name) => ({ line: command.line, problem: `parameter ${name} is not given` })));
}

/** What strict mode would find only when the line runs. */
export const rulesOfNames: readonly Rule[] = [reserved, assigned, parameters];
