import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';
import type { TreeCursor } from 'web-tree-sitter';

/** A node of a PowerShell script, by the grammar of tree-sitter-powershell. */
export interface SyntaxNode {
  readonly type: string;
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Missing in the script, and put in by the parser to go on. */
  readonly isMissing: boolean;
  readonly children: readonly SyntaxNode[];
}

/** Parses PowerShell. What cannot be parsed becomes nodes of type `ERROR`. */
export async function parsePowerShell(script: string): Promise<SyntaxNode> {
  const parser = await createParser();
  const tree = parser.parse(script);
  if (tree === null) throw new Error('The PowerShell parser gave no tree');
  return readNode(tree.walk(), script);
}

let parserPromise: Promise<Parser> | undefined;

function createParser(): Promise<Parser> {
  parserPromise ??= loadParser();
  return parserPromise;
}

async function loadParser(): Promise<Parser> {
  await Parser.init();
  const grammar = import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(fileURLToPath(grammar)));
  return parser;
}

// With the cursor: the nodes' own `children` takes milliseconds for each node, which is most of a minute for one script.
function readNode(cursor: TreeCursor, script: string): SyntaxNode {
  const children: SyntaxNode[] = [];
  const { nodeType: type, startIndex, endIndex, startPosition, nodeIsMissing: isMissing } = cursor;
  if (cursor.gotoFirstChild()) {
    do children.push(readNode(cursor, script));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return { type, text: script.slice(startIndex, endIndex), line: startPosition.row + 1, isMissing, children };
}

/** The node and all below it, in the order of the script. */
export function nodesOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const collect = (each: SyntaxNode) => {
    found.push(each);
    each.children.forEach(collect);
  };
  collect(node);
  return found;
}

/** The nodes of one type, the node itself included. */
export function nodesOfType(node: SyntaxNode, type: string): readonly SyntaxNode[] {
  return nodesOf(node).filter((found) => found.type === type);
}

/** The first node of a type below, or undefined. */
export function childOfType(node: SyntaxNode, type: string): SyntaxNode | undefined {
  return node.children.find((child) => child.type === type);
}
