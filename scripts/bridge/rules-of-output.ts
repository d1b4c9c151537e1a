import type { Rule, Script } from './finding.ts';
import { METHODS_WITHOUT_VALUE, WRITERS } from './allowed.ts';
import { functionsOf } from './functions.ts';
import { childOfType, nodesOf, nodesOfType } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** Strict mode and stopping at errors, before anything else, in the script and in the thread of the heartbeat. */
const strict: Rule = {
  name: 'strict-mode',
  find({ tree }) {
    const bodies = [tree, ...nodesOfType(tree, 'script_block_expression')];
    return bodies
      .filter((body) => {
        const [first, second] = statementsOf(body);
        return first !== 'Set-StrictMode -Version Latest' || second !== "$ErrorActionPreference = 'Stop'";
      })
      .map(({ line }) => ({ line, problem: 'does not begin with strict mode and stopping at errors' }));
  }
};

function statementsOf(body: SyntaxNode): readonly string[] {
  const list = nodesOf(body).find(({ type }) => type === 'statement_list');
  return (list?.children ?? []).map(({ text }) => text.trim()).filter((text) => text !== '' && text !== ';');
}

/** Lines are written to streams by the writers alone. */
const writers: Rule = {
  name: 'one-writer',
  find({ tree }) {
    const allowed = new Set(writersOf(tree).flatMap((writer) => nodesOf(writer)));
    return nodesOfType(tree, 'invokation_expression')
      .filter((call) => /^Write/iu.test(memberOf(call)) && !allowed.has(call))
      .map(({ line, text }) => ({ line, problem: `writes beside the writer: ${text.slice(0, 40)}` }));
  }
};

function writersOf(tree: SyntaxNode): readonly SyntaxNode[] {
  const functions = functionsOf(tree).filter(({ name }) => WRITERS.has(name));
  const blocks = nodesOfType(tree, 'assignment_expression').filter((assignment) =>
    WRITERS.has(assignment.children[0]?.text.trim() ?? '')
  );
  return [...functions.map(({ node }) => node), ...blocks];
}

/** No statement leaves a value on the pipeline, from where it would become output or a second answer of its function. */
const leaks: Rule = {
  name: 'no-leaks',
  find(script) {
    const withValue = new Set(
      functionsOf(script.tree)
        .filter(({ hasValue }) => hasValue)
        .map(({ name }) => name)
    );
    return statements(script)
      .filter((statement) => isLeak(statement, withValue))
      .map(({ line, text }) => ({ line, problem: `leaves a value on the pipeline: ${text.slice(0, 40)}` }));
  }
};

function statements({ tree }: Script): readonly SyntaxNode[] {
  // Not the list inside @(...) or $(...), which is a value.
  const bodies = nodesOf(tree).filter(({ type }) =>
    ['program', 'statement_block', 'script_block_body'].includes(type)
  );
  return bodies
    .flatMap(({ children }) => children.filter(({ type }) => type === 'statement_list'))
    .flatMap(({ children }) => children.filter(({ type }) => type === 'pipeline'));
}

function isLeak(pipeline: SyntaxNode, withValue: ReadonlySet<string>): boolean {
  if (childOfType(pipeline, 'assignment_expression') !== undefined) return false;
  const chain = childOfType(pipeline, 'pipeline_chain');
  const commands = (chain?.children ?? []).filter(({ type }) => type === 'command');
  if (commands.length > 0) {
    const last = commands.at(-1);
    return withValue.has((last === undefined ? undefined : childOfType(last, 'command_name'))?.text ?? '');
  }
  if (pipeline.text.startsWith('[void] ')) return false;
  const call = outermostCall(pipeline);
  return call === undefined || !METHODS_WITHOUT_VALUE.has(memberOf(call));
}

/** The call that the whole statement is, or undefined where it is something else. */
function outermostCall(statement: SyntaxNode): SyntaxNode | undefined {
  let node = statement;
  while (node.type !== 'invokation_expression') {
    const [only] = node.children;
    if (only === undefined || node.children.length > 1) return undefined;
    node = only;
  }
  return node;
}

function memberOf(call: SyntaxNode): string {
  return childOfType(call, 'member_name')?.text ?? '';
}

/** What may leave the script, and by which way. */
export const rulesOfOutput: readonly Rule[] = [strict, writers, leaks];
