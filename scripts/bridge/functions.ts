import { childOfType, nodesOfType } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** A function of the script. */
export interface ScriptFunction {
  readonly name: string;
  /** As `-Name`. */
  readonly parameters: ReadonlySet<string>;
  /** Whether it gives something back by `return`. */
  readonly hasValue: boolean;
  readonly node: SyntaxNode;
}

/** The functions that a script defines. */
export function functionsOf(tree: SyntaxNode): readonly ScriptFunction[] {
  return nodesOfType(tree, 'function_statement').map((node) => ({
    name: childOfType(node, 'function_name')?.text ?? '',
    parameters: new Set(parametersOf(node).map((variable) => variable.replace('$', '-'))),
    hasValue: nodesOfType(node, 'flow_control_statement').some(
      ({ children }) => children[0]?.text === 'return' && children.length > 1
    ),
    node
  }));
}

/** The parameters of a function or script block, as `$Name`. */
export function parametersOf(node: SyntaxNode): readonly string[] {
  return nodesOfType(node, 'script_parameter').flatMap(({ children }) =>
    children.filter(({ type }) => type === 'variable').map(({ text }) => text)
  );
}
