import checkFile from 'eslint-plugin-check-file';

/**
 * Files are named in kebab-case, Lightning bundles in camelCase as the platform wants it.
 * @type {import('eslint').Linter.Config[]}
 */
export const nameRules = [
  {
    name: 'ledger-bridge/file-names',
    files: ['**/*.ts', '**/*.mjs'],
    ignores: ['force-app/**', 'test/preview/modules/**'],
    plugins: { 'check-file': checkFile },
    rules: {
      'check-file/filename-naming-convention': [
        'error',
        { '**/*.{ts,mjs}': 'KEBAB_CASE' },
        { ignoreMiddleExtensions: true }
      ]
    }
  },
  {
    name: 'ledger-bridge/bundle-names',
    files: ['force-app/**/lwc/**/*.ts', 'test/preview/modules/**/*.ts'],
    plugins: { 'check-file': checkFile },
    rules: {
      'check-file/filename-naming-convention': [
        'error',
        { '**/*.ts': 'CAMEL_CASE' },
        { ignoreMiddleExtensions: true }
      ]
    }
  }
];
