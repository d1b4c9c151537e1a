import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium, type RunningChromium } from '../../../support/chromium.ts';
import { copyFixtureProject, TEST_CACHE, type FixtureCopy } from '../../test/fixture-project.ts';
import { ACCOUNT_ID, startStandInOrg, type StandInOrg } from '../../test/stand-in-org.ts';
import type { RunningPreview } from '../server/listen.ts';
import { startDevPreview } from './start-dev-preview.ts';

/** From an empty cache, on a busy machine: some 800 modules are compiled one by one. */
const FIRST_PAGE_MS = 120_000;

let project: FixtureCopy;
let org: StandInOrg;
let preview: RunningPreview;
let chromium: RunningChromium;

beforeAll(async () => {
  project = await copyFixtureProject();
  org = await startStandInOrg();
  preview = await startDevPreview({
    orgUrl: org.url,
    orgControlUrl: org.url,
    projectRoot: project.projectRoot,
    cacheDir: TEST_CACHE
  });
  chromium = await startChromium();
});

afterAll(async () => {
  await chromium.close();
  await preview.close();
  await org.close();
  await project.remove();
});

describe('the preview with hot reload', () => {
  it(
    'when a template and a script are edited, then the open page shows each without being loaded anew',
    async () => {
      const { page, requests, faults } = await chromium.open();
      await page.goto(`${preview.url}/lightning/r/Account/${ACCOUNT_ID}/view`);
      const name = page.locator('[data-id="name"]');
      await name.getByText('American Business Futures').waitFor({ timeout: FIRST_PAGE_MS });

      await project.edit('lwc/demoName/demoName.html', '{name}', 'Edited: {name}');
      await name.getByText('Edited: American Business Futures').waitFor();

      await project.edit('lwc/demoFigures/figureText.ts', "join('; ')", "join(' and ')");
      await page.getByText('outcome=ANSWERED and responseCode=200').waitFor();

      expect(requests.filter((request) => request.startsWith('GET /lightning/'))).toHaveLength(1);
      expect(faults).toEqual([]);
    },
    FIRST_PAGE_MS
  );
});
