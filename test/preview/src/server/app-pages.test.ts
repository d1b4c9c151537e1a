import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium, type RunningChromium, type WatchedPage } from '../../../support/chromium.ts';
import { FIXTURE_PROJECT, TEST_CACHE } from '../../test/fixture-project.ts';
import { startStandInOrg, type StandInOrg } from '../../test/stand-in-org.ts';
import { buildPreview } from '../build/build-preview.ts';
import { startPreview, type RunningPreview } from './start-preview.ts';

const FULL_BUILD_MS = 120_000;
const DESK = '/lightning/n/Demo_Desk';

let org: StandInOrg;
let preview: RunningPreview;
let chromium: RunningChromium;
let desk: WatchedPage;

beforeAll(async () => {
  const distDir = path.join(TEST_CACHE, 'app-pages-dist');
  await buildPreview({ projectRoot: FIXTURE_PROJECT, outDir: distDir, cacheDir: TEST_CACHE });
  org = await startStandInOrg();
  preview = await startPreview({ orgUrl: org.url, orgControlUrl: org.url, distDir });
  chromium = await startChromium();
  desk = await open(`${DESK}?user=admin`);
}, FULL_BUILD_MS);

afterAll(async () => {
  await chromium.close();
  await preview.close();
  await org.close();
});

function open(address: string): Promise<WatchedPage> {
  return chromium.open(preview.url + address);
}

async function expectText(page: Page, dataId: string, text: string): Promise<void> {
  await page.locator(`[data-id="${dataId}"]`).getByText(text, { exact: true }).waitFor();
}

async function press({ page }: WatchedPage, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

function tabs({ page }: WatchedPage): Promise<string[]> {
  return page.getByRole('navigation', { name: 'Demo app' }).getByRole('link').allInnerTexts();
}

describe('an app page', () => {
  it("when the administrator opens the tab, then the page's components are there, and the tab is the active one", async () => {
    await expectText(desk.page, 'page', 'Demo_Desk no pair');
    expect(await tabs(desk)).toEqual(['Desk', 'Accounts']);
    expect(await desk.page.locator('[aria-current="page"]').innerText()).toBe('Desk');
    expect(await desk.page.title()).toBe('The desk | Ledger Bridge');
    expect(desk.faults).toEqual([]);
  });

  it('when a component navigates with state, then the address has it and the component hears of it, without a load', async () => {
    await press(desk, 'Other pair');
    await expectText(desk.page, 'page', 'Demo_Desk Account-customer');
    expect(desk.page.url()).toBe(`${preview.url}${DESK}?c__pair=Account-customer`);
    await desk.page.goBack();
    await expectText(desk.page, 'page', 'Demo_Desk no pair');
    await press(desk, 'Record');
    await desk.page.locator('[data-id="highlights"]').waitFor();
    await desk.page.goBack();
    await expectText(desk.page, 'page', 'Demo_Desk no pair');
    expect(desk.requests.filter((request) => request.startsWith('GET /lightning/n'))).toHaveLength(2); // before and after the sign-in
  });
});

describe('GraphQL', () => {
  it('when variables change, then the wire asks again; when it is refreshed, then it gives what has changed', async () => {
    await desk.page.locator('[data-id="accounts"]').getByText('"totalCount":4,"first":1').waitFor();
    await press(desk, 'Next page');
    await desk.page.locator('[data-id="accounts"]').getByText('"first":2').waitFor();
    org.countAccounts(5);
    await press(desk, 'Refresh');
    await desk.page.locator('[data-id="accounts"]').getByText('"totalCount":5,"first":2').waitFor();
    await expectText(desk.page, 'answer', 'refreshed');
  });

  it('when a mutation is refused, then the reason is among its errors', async () => {
    await press(desk, 'Mutate');
    await expectText(desk.page, 'answer', 'Required fields are missing: [Name]');
  });

  it('when object info is wired, then it comes from the org', async () => {
    await expectText(desk.page, 'object', 'Accounts');
  });
});

describe('dialogs', () => {
  it.each([
    ['Confirm', 'OK', 'confirmed true'],
    ['Confirm', 'Cancel', 'confirmed false'],
    ['Alert', 'OK', 'alerted'],
    ['Prompt', 'OK', 'prompted word'],
    ['Prompt', 'Cancel', 'prompted null'],
    ['Dialog', 'Done', 'dialog done']
  ])('when %s is answered with %s, then the component gets "%s"', async (name, answer, result) => {
    await press(desk, name);
    await press(desk, answer);
    await expectText(desk.page, 'answer', result);
  });

  it('when Escape closes a dialog, then the component gets nothing', async () => {
    await press(desk, 'Dialog');
    await expectText(desk.page, 'dialog-text', 'From outside');
    await desk.page.keyboard.press('Escape');
    await expectText(desk.page, 'answer', 'dialog undefined');
  });

  it('when a toast is shown, then the page has its words', async () => {
    await press(desk, 'Toast');
    await desk.page.getByText('All of it.').waitFor();
    expect(desk.faults).toEqual([]);
  });
});

describe("the user's language", () => {
  it('when German is chosen in the menu, then labels, tabs, language and locale are German, until English is chosen', async () => {
    await desk.page.locator('[data-id="user-menu"]').click();
    await desk.page.getByRole('menuitemcheckbox', { name: 'Deutsch' }).click();
    await expectText(desk.page, 'language', 'de de-DE Zahlen & Fakten');
    expect(await tabs(desk)).toEqual(['Schreibtisch', 'Accounts']);
    expect(await desk.page.locator('html').getAttribute('lang')).toBe('de');
    await desk.page.goto(`${preview.url}${DESK}?language=en`);
    await expectText(desk.page, 'language', 'en en-US Figures & facts');
    expect(desk.page.url()).toBe(preview.url + DESK);
  });
});

describe('a user who may not see the tab', () => {
  it('when the address is typed, then access is refused, and no tab leads there', async () => {
    const refused = await open(`${DESK}?user=rep`);
    await refused.page.getByRole('heading', { name: "You don't have access to this page" }).waitFor();
    expect(await tabs(refused)).toEqual(['Accounts']);
    expect(refused.faults).toEqual([]);
    await refused.page.close();
  });
});
