import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildBundles } from './build-bundles.ts';
import { findStaleBundles } from './freshness.ts';
import { createLwcProject, writeProjectFile } from './lwc-project.ts';
import { pathsFile } from './paths.ts';

const ADDITION = 'force-app/main/shared/lwc/addition/addition';
const SUM = 'force-app/main/feature/lwc/sumView/sumView';
const SOURCES = {
  [`${ADDITION}.ts`]: 'export const add = (a: number, b: number): number => a + b;\n',
  [`${SUM}.ts`]: [
    "import { LightningElement, api } from 'lwc';",
    "import { add } from 'c/addition';",
    "import { two } from './two';",
    'export default class SumView extends LightningElement {',
    '  @api one = 1;',
    '  get sum(): number {',
    '    return add(this.one, two);',
    '  }',
    '}',
    ''
  ].join('\n'),
  'force-app/main/feature/lwc/sumView/two.ts': 'export const two: number = 2;\n',
  'force-app/main/feature/lwc/sumView/__tests__/sumView.test.ts': 'const wrong: number = "";\n'
};

let root: string;
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

beforeEach(() => {
  root = createLwcProject(SOURCES);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('buildBundles', () => {
  it('when bundles of several features are built, then each .ts gets a .js that LWC can read', async () => {
    expect(await buildBundles(root)).toEqual({ written: 3, problems: [] });
    expect(read(`${SUM}.js`)).toMatch(/@api\s+one = 1;/);
    expect(read(`${SUM}.js`)).toContain("from 'c/addition'");
    expect(read(`${ADDITION}.js`)).not.toContain('number');
    expect(JSON.parse(read(pathsFile))).toMatchObject({
      compilerOptions: { paths: { 'c/addition': [`../../${ADDITION}.ts`] } }
    });
  });

  it('when a type is wrong, then it says where and writes nothing', async () => {
    writeProjectFile(root, `${ADDITION}.ts`, 'export const add = (a: number): string => a;\n');
    const { written, problems } = await buildBundles(root);
    expect(written).toBe(0);
    expect(problems.join('\n')).toContain(`${ADDITION}.ts(1,43): error TS2322`);
    expect(existsSync(join(root, `${SUM}.js`))).toBe(false);
  });

  it('when a source was deleted, then its .js goes as well', async () => {
    writeProjectFile(root, 'force-app/main/feature/lwc/sumView/three.js', 'export const three = 3;\n');
    await buildBundles(root);
    expect(existsSync(join(root, 'force-app/main/feature/lwc/sumView/three.js'))).toBe(false);
  });
});

describe('findStaleBundles', () => {
  it('when all is freshly built, then everything may be deployed', async () => {
    await buildBundles(root);
    expect(await findStaleBundles(root)).toEqual([]);
  });

  it('when nothing was built, then each missing .js is named', async () => {
    expect(await findStaleBundles(root)).toEqual([`${pathsFile}: does not list the bundles that exist`]);
    await buildBundles(root);
    for (const file of [SUM, ADDITION]) rmSync(join(root, `${file}.js`));
    expect(await findStaleBundles(root)).toEqual([`${ADDITION}.js: is missing`, `${SUM}.js: is missing`]);
  });

  it('when a source changed since, then its .js is too old, whatever the times of the files say', async () => {
    await buildBundles(root);
    writeProjectFile(root, 'force-app/main/feature/lwc/sumView/two.ts', 'export const two: number = 22;\n');
    expect(await findStaleBundles(root)).toEqual([
      'force-app/main/feature/lwc/sumView/two.js: is older than its .ts'
    ]);
  });

  it('when a .js was written by hand, then it is refused', async () => {
    await buildBundles(root);
    writeProjectFile(root, 'force-app/main/feature/lwc/handMade/handMade.js', 'export const a = 1;\n');
    expect(await findStaleBundles(root)).toEqual([
      'force-app/main/feature/lwc/handMade/handMade.js: has no .ts any more; delete it'
    ]);
  });

  it('when a bundle was added without a build, then the module paths are too old', async () => {
    await buildBundles(root);
    writeProjectFile(root, 'force-app/main/shared/lwc/extra/extra.ts', 'export const extra = 1;\n');
    expect(await findStaleBundles(root)).toEqual([`${pathsFile}: does not list the bundles that exist`]);
  });

  it('when a type is wrong, then that is said first', async () => {
    await buildBundles(root);
    writeProjectFile(root, `${ADDITION}.ts`, 'export const add = (a: number): string => a;\n');
    expect((await findStaleBundles(root))[0]).toContain('error TS2322');
  });
});
