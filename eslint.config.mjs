import { defineConfig, globalIgnores } from 'eslint/config';
import { componentRules } from './config/eslint/components.mjs';
import { layerRules } from './config/eslint/layers.mjs';
import { nameRules } from './config/eslint/names.mjs';
import { nodeRules } from './config/eslint/node-code.mjs';
import { scriptRules } from './config/eslint/scripts.mjs';
import { sizeRules } from './config/eslint/size.mjs';

export default defineConfig([
  globalIgnores([
    '**/node_modules/**',
    '**/dist/**',
    '**/coverage/**',
    '.run/**',
    '.cache/**',
    '**/fixtures/**',
    'force-app/**/lwc/**/*.js' // written by the compiler
  ]),
  ...nodeRules,
  ...scriptRules,
  ...componentRules,
  ...layerRules,
  ...sizeRules,
  ...nameRules
]);
