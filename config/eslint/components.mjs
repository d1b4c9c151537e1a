import lwcTypeScript from '@salesforce/eslint-config-lwc/recommended-ts.js';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const files = ['force-app/**/lwc/**/*.ts'];
const tests = ['force-app/**/lwc/**/__tests__/**/*.ts'];

/** The preview's stand-ins for Salesforce's own modules; they are built by the component compiler. */
const shims = ['test/preview/modules/**/*.ts'];

/** @type {import('eslint').Linter.Config[]} */
export const componentRules = [
  ...lwcTypeScript.map((config) => ({ ...config, files })),
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files })),
  {
    name: 'ledger-bridge/components',
    files,
    languageOptions: {
      parser: tseslint.parser,
      // The tests' project holds the components as well.
      parserOptions: { projectService: false, project: './tsconfig.lwc-test.json' }
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error'
    }
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: shims })),
  {
    name: 'ledger-bridge/preview-modules',
    files: shims,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
    }
  },
  {
    name: 'ledger-bridge/ambient-types',
    files: ['types/**/*.d.ts', 'config/eslint/*.d.ts'],
    languageOptions: { parser: tseslint.parser }
  },
  { ...jest.configs['flat/recommended'], files: tests },
  {
    name: 'ledger-bridge/component-tests',
    files: tests,
    rules: {
      // A wire adapter is imported by a test to feed the component under test.
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/unbound-method': 'off'
    }
  }
];
