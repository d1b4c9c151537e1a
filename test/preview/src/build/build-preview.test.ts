import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyFixtureProject, TEST_CACHE, type FixtureCopy } from '../../test/fixture-project.ts';
import { buildPreview, type BuildResult } from './build-preview.ts';

/** From an empty cache, on a busy machine. */
const TWO_FULL_BUILDS_MS = 120_000;
const FIGURES = 'lwc/demoFigures/demoFigures.ts';

let project: FixtureCopy;

beforeEach(async () => {
  project = await copyFixtureProject();
});

afterEach(() => project.remove());

function build(): Promise<BuildResult> {
  return buildPreview({ projectRoot: project.projectRoot, outDir: project.outDir, cacheDir: TEST_CACHE });
}

describe('buildPreview', () => {
  it(
    'when nothing changed, then it leaves the finished build alone; when a label changed, then it builds',
    async () => {
      expect((await build()).built).toBe(true);
      expect((await build()).built).toBe(false);

      await project.edit('labels/CustomLabels.labels-meta.xml', 'Figures &amp; facts', 'Facts &amp; figures');

      expect((await build()).built).toBe(true);
      expect(await builtScripts()).toContain('Facts & figures');
    },
    TWO_FULL_BUILDS_MS
  );

  it.each([
    {
      missing: 'label',
      edit: [FIGURES, 'c.Demo_Title', 'c.No_Such_Label'],
      message: /demoFigures\.ts imports @salesforce\/label\/c\.No_Such_Label: .* custom label No_Such_Label/
    },
    {
      missing: 'field',
      edit: [FIGURES, 'Account.Sage_Customer_No__c', 'Account.No_Such__c'],
      message:
        /demoFigures\.ts imports @salesforce\/schema\/Account\.No_Such__c: .* field No_Such__c on Account/
    },
    {
      missing: 'platform module',
      edit: [FIGURES, 'lightning/platformShowToastEvent', 'lightning/noSuchModule'],
      message: /demoFigures\.ts imports lightning\/noSuchModule: there is no such component or module/
    },
    {
      missing: 'component in a template',
      edit: [
        'lwc/demoFigures/demoFigures.html',
        '<c-demo-name record-id={recordId}></c-demo-name>',
        '<c-gone></c-gone>'
      ],
      message: /demoFigures\.html imports c\/gone: there is no such component or module/
    },
    {
      missing: 'component on a page',
      edit: ['flexipages/Demo_Page.flexipage-meta.xml', 'c:demoFigures', 'c:goneFigures'],
      message: /Demo_Page\.flexipage-meta\.xml places c:goneFigures, which the package does not have/
    }
  ])(
    'when a $missing is missing, then the build fails naming it and the file that asks for it',
    async (sample) => {
      const [file = '', from = '', to = ''] = sample.edit;
      await project.edit(file, from, to);
      await expect(build()).rejects.toThrow(sample.message);
    }
  );

  it('when a template is wrong, then the build fails naming the file and leaves nothing that looks finished', async () => {
    await project.edit('lwc/demoName/demoName.html', '</template>', '');
    await expect(build()).rejects.toThrow(/demoName\.html: .*LWC\d+/);
    expect(existsSync(path.join(project.outDir, 'index.html'))).toBe(false);
  });
});

async function builtScripts(): Promise<string> {
  const page = await readFile(path.join(project.outDir, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/modulepreload" href="\/(.+?)"/g)].map(([, script = '']) => script);
  const texts = await Promise.all(
    scripts.map((script) => readFile(path.join(project.outDir, script), 'utf8'))
  );
  return texts.join('\n');
}
