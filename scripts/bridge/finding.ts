import type { SyntaxNode } from './syntax-tree.ts';

/** What a script does that it must not. */
export interface Finding {
  readonly rule: string;
  /** From 1. */
  readonly line: number;
  readonly problem: string;
}

/** A script as rules see it. */
export interface Script {
  readonly text: string;
  readonly tree: SyntaxNode;
}

/** One thing that holds for the whole script. */
export interface Rule {
  readonly name: string;
  find(script: Script): readonly Omit<Finding, 'rule'>[];
}
