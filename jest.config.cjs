const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
  ...jestConfig,
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.cache', '<rootDir>/.run'],
  // Tests see the words of the package's own labels, not the names of the labels.
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/config/lwc/jest-labels.cjs'],
  // The default also counts the compiled .js next to each .ts.
  collectCoverageFrom: ['<rootDir>/force-app/**/lwc/**/*.ts', '!**/__tests__/**', '!**/*.d.ts'],
  coverageDirectory: '<rootDir>/coverage/lwc',
  coverageThreshold: { global: { statements: 95, lines: 95, functions: 95, branches: 90 } },
  maxWorkers: 2
};
