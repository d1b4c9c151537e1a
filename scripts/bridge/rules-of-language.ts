import type { Rule } from './finding.ts';
import { ALLOWED_COMMANDS, ALLOWED_TYPES } from './allowed.ts';
import { functionsOf } from './functions.ts';
import { nodesOf, nodesOfType } from './syntax-tree.ts';

/** It parses. The ternary operator, `??` and `?.` of PowerShell 7 do not parse either. */
const syntax: Rule = {
  name: 'syntax',
  find: ({ tree }) =>
    nodesOf(tree)
      .filter(({ type, isMissing }) => type === 'ERROR' || isMissing)
      .map(({ line, text }) => ({ line, problem: `cannot be parsed: ${text.slice(0, 40)}` }))
};

/** `a && b` is PowerShell 7. */
const chains: Rule = {
  name: 'no-pipeline-chain',
  find: ({ tree }) =>
    nodesOfType(tree, 'pipeline_chain_tail').map(({ line }) => ({
      line,
      problem: '&& and || need PowerShell 7'
    }))
};

/** PowerShell 5.1 reads a file without a byte order mark in the code page of the machine. */
const ascii: Rule = {
  name: 'ascii',
  find: ({ text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        /^[\t\x20-\x7e]*\r?$/u.test(line) ? [] : [{ line: index + 1, problem: 'a character outside ASCII' }]
      )
};

/** Only commands that are listed, or functions of the script; nothing called by a name in a variable or a file. */
const commands: Rule = {
  name: 'allowed-commands',
  find({ tree }) {
    const own = new Set(functionsOf(tree).map(({ name }) => name));
    const indirect = nodesOfType(tree, 'command_invokation_operator');
    const unknown = nodesOfType(tree, 'command_name').filter(
      ({ text }) => !own.has(text) && !ALLOWED_COMMANDS.has(text)
    );
    return [...indirect, ...unknown].map(({ line, text }) => ({
      line,
      problem: `command ${text} is not allowed`
    }));
  }
};

/** Only types that are listed: so no files, no network, no registry, no other processes. */
const types: Rule = {
  name: 'allowed-types',
  find: ({ tree }) =>
    nodesOfType(tree, 'type_literal')
      .map(({ line, text }) => ({ line, type: text.slice(1, -1).trim() }))
      .filter(({ type }) => !ALLOWED_TYPES.has(type))
      .map(({ line, type }) => ({ line, problem: `type ${type} is not allowed` }))
};

/** `-eq` and its like take "End" for "end"; texts are compared with `-ceq`. */
const comparisons: Rule = {
  name: 'case-sensitive',
  find: ({ tree }) =>
    nodesOfType(tree, 'comparison_expression')
      .filter(({ children }) => /^-i?(?:eq|ne|in|notin|contains|like|match)$/iu.test(children[1]?.text ?? ''))
      .filter((comparison) => nodesOfType(comparison, 'string_literal').length > 0)
      .map(({ line }) => ({ line, problem: 'a comparison with a text that is blind to case' }))
};

/** What Sage is stays in TypeScript. */
const neutral: Rule = {
  name: 'nothing-of-sage',
  find: ({ text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        /\b(?:SO|AR|CI|PO|AP|IM|GL|SY)_|ProvideX|PVX|\bSage|\bn(?:Set|Get|Write|Logon|Lookup)|sLastErrorMsg/u.test(
          line
        )
          ? [{ line: index + 1, problem: 'names something of Sage' }]
          : []
      )
};

/** What the script may be written with. */
export const rulesOfLanguage: readonly Rule[] = [
  syntax,
  chains,
  ascii,
  commands,
  types,
  comparisons,
  neutral
];
