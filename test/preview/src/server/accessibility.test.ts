import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults } from '../../../support/accessibility.ts';
import { startChromium, type RunningChromium } from '../../../support/chromium.ts';
import { FIXTURE_PROJECT, TEST_CACHE } from '../../test/fixture-project.ts';
import { ACCOUNT_ID, HIDDEN_ACCOUNT_ID, startStandInOrg, type StandInOrg } from '../../test/stand-in-org.ts';
import { buildPreview } from '../build/build-preview.ts';
import { startPreview, type RunningPreview } from './start-preview.ts';

let org: StandInOrg;
let preview: RunningPreview;
let chromium: RunningChromium;

beforeAll(async () => {
  const distDir = path.join(TEST_CACHE, 'accessibility-dist');
  await buildPreview({ projectRoot: FIXTURE_PROJECT, outDir: distDir, cacheDir: TEST_CACHE });
  org = await startStandInOrg();
  preview = await startPreview({ orgUrl: org.url, orgControlUrl: org.url, distDir });
  chromium = await startChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await preview.close();
  await org.close();
});

it.each([
  ['the list', '/lightning/o/Account/list', 'link', 'American Business Futures'],
  ['a record', `/lightning/r/Account/${ACCOUNT_ID}/view`, 'heading', 'Details'],
  ['a hidden record', `/lightning/r/Account/${HIDDEN_ACCOUNT_ID}/view`, 'link', 'Back to Accounts']
] as const)('when %s is open, then it keeps WCAG 2.2 A and AA', async (_what, address, role, name) => {
  const { page } = await chromium.open(preview.url + address);
  await page.getByRole(role, { name }).first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.close();
});
