/**
 * Small rooms: warnings, not errors, since a long table is sometimes right. Tests may be longer: a `describe` holds many.
 * @type {import('eslint').Linter.Config[]}
 */
export const sizeRules = [
  {
    name: 'ledger-bridge/size',
    files: ['**/*.ts', '**/*.mjs'],
    rules: {
      'max-lines': ['warn', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 30, skipBlankLines: true, skipComments: true }],
      complexity: ['warn', 8]
    }
  },
  {
    name: 'ledger-bridge/size-of-tests',
    files: ['**/*.test.ts', '**/__tests__/**'],
    rules: { 'max-lines': ['warn', 400], 'max-lines-per-function': 'off' }
  }
];
