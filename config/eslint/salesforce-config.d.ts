declare module '@salesforce/eslint-config-lwc/recommended-ts.js' {
  const configs: import('eslint').Linter.Config[];
  export default configs;
}
