const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const cache = '<rootDir>/.cache/jest';

module.exports = {
  ...jestConfig,
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.cache', '<rootDir>/.run'],
  // Tests see the words of the package's own labels, not the names of the labels.
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/config/lwc/jest-labels.cjs'],
  // The LWC transformer's cache does not tell instrumented code from other code.
  cacheDirectory: process.argv.includes('--coverage') ? `${cache}-coverage` : cache,
  // The default also counts the compiled .js next to each .ts.
  collectCoverageFrom: ['<rootDir>/force-app/**/lwc/**/*.ts', '!**/__tests__/**', '!**/*.d.ts'],
  coverageDirectory: '<rootDir>/coverage/lwc',
  coverageThreshold: { global: { statements: 95, lines: 95, functions: 95, branches: 90 } },
  // axe takes seconds on a busy machine.
  testTimeout: 30_000,
  maxWorkers: 2
};
