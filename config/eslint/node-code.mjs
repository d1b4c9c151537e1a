import tseslint from 'typescript-eslint';

/** Code that runs on Node.js: the service, the stand-ins, the scripts. */
const files = ['callout-service/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts', 'vitest.config.ts'];

/** What the preview runs in the browser in the place of Salesforce's modules: see components.mjs. */
const ignores = ['test/preview/modules/**'];

/** Names that a module of this repository exports stay the same everywhere, so nothing is exported as default. */
export const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message:
    'Export by name. Only Lightning components and the configuration files of tools need a default export.'
};

/** @type {import('eslint').Linter.Config[]} */
export const nodeRules = [
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files, ignores })),
  ...tseslint.configs.stylisticTypeChecked.map((config) => ({ ...config, files, ignores })),
  {
    name: 'ledger-bridge/node',
    files,
    ignores,
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['vitest.config.ts'] } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Sage and Salesforce keys are ASCII; a spread splits them into characters.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-deprecated': 'warn',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers are common in messages; everything else in a template must be a string already.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An index signature is read as one: strict mode (noPropertyAccessFromIndexSignature) is a matter of tsconfig.
      '@typescript-eslint/dot-notation': 'off',
      'no-restricted-syntax': ['error', noDefaultExport],
      eqeqeq: 'error'
    }
  },
  {
    name: 'ledger-bridge/node-tests',
    files: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off'
    }
  },
  {
    name: 'ledger-bridge/tool-configurations',
    files: ['vitest.config.ts'],
    rules: { 'no-restricted-syntax': 'off' }
  }
];
