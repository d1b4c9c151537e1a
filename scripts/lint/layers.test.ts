import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { layerRules } from '../../config/eslint/layers.mjs';
import { projectRoot } from '../setup/paths.mjs';

const eslint = new ESLint({
  cwd: projectRoot,
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...layerRules]
});

/** The messages for a file of the callout service that holds nothing but one import. */
async function messagesFor(file: string, importLine: string): Promise<string[]> {
  const filePath = join(projectRoot, 'callout-service/src', file);
  const results = await eslint.lintText(`${importLine}\n`, { filePath });
  return results.flatMap((result) => result.messages).map((message) => message.ruleId ?? message.message);
}

const refused: readonly [string, string, string][] = [
  ['a rule imports an adapter', 'rules/credit.ts', `import { x } from '../sage/port/sage-reader.ts';`],
  ['the canonical model imports the API', 'canonical/item.ts', `import { x } from '../api/app.ts';`],
  [
    'an adapter imports another adapter',
    'salesforce/rest.ts',
    `import { x } from '../sage/port/sage-reader.ts';`
  ],
  ['the API imports the inside of an adapter', 'api/app.ts', `import { x } from '../sage/odbc/secrets.ts';`],
  ['an adapter imports the API', 'sage/odbc/reader.ts', `import { x } from '../../api/app.ts';`],
  [
    'a type is imported against the arrows',
    'rules/credit.ts',
    `import type { X } from '../sage/port/sage-reader.ts';`
  ]
];

const allowed: readonly [string, string, string][] = [
  ['the API imports a port', 'api/app.ts', `import type { SageReader } from '../sage/port/sage-reader.ts';`],
  ['the API imports the canonical model', 'api/app.ts', `import { x } from '../canonical/money.ts';`],
  ['an adapter imports its own port', 'sage/odbc/reader.ts', `import type { SageReader } from '../port.ts';`],
  ['a rule imports the canonical model', 'rules/credit.ts', `import { x } from '../canonical/money.ts';`],
  ['the composition root imports an adapter', 'main.ts', `import { x } from './sage/odbc/secrets.ts';`],
  ['a rule imports a library', 'rules/credit.ts', `import { Decimal } from 'decimal.js';`]
];

describe('layer rules', () => {
  it.each(refused)('when %s, then lint refuses it', async (_case, file, importLine) => {
    expect(await messagesFor(file, importLine)).toEqual(['boundaries/dependencies']);
  });

  it.each(allowed)('when %s, then lint accepts it', async (_case, file, importLine) => {
    expect(await messagesFor(file, importLine)).toEqual([]);
  });

  it('when a pure part does input or output, then lint refuses it', async () => {
    const importLine = `import { readFileSync } from 'node:fs';`;
    expect(await messagesFor('mapping/transforms.ts', importLine)).toEqual(['no-restricted-imports']);
  });
});
