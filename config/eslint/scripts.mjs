import js from '@eslint/js';
import globals from 'globals';
import { noDefaultExport } from './node-code.mjs';

/** Plain programs that must run on Node.js 20 before anything is installed; tsc checks their JSDoc types. */
const files = ['**/*.mjs', '**/*.cjs'];

/** @type {import('eslint').Linter.Config[]} */
export const scriptRules = [
  { ...js.configs.recommended, files },
  {
    name: 'ledger-bridge/scripts',
    files,
    languageOptions: { globals: globals.node },
    rules: { eqeqeq: 'error', 'no-restricted-syntax': ['error', noDefaultExport], 'prefer-const': 'error' }
  },
  {
    name: 'ledger-bridge/common-js',
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: globals.jest }
  },
  {
    name: 'ledger-bridge/module-configurations',
    files: ['eslint.config.mjs'],
    rules: { 'no-restricted-syntax': 'off' }
  }
];
