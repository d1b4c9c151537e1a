import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startChromium, type RunningChromium, type WatchedPage } from '../../../support/chromium.ts';
import { FIXTURE_PROJECT, TEST_CACHE } from '../../test/fixture-project.ts';
import {
  ACCOUNT_ID,
  flowFinished,
  flowRefused,
  HIDDEN_ACCOUNT_ID,
  startStandInOrg,
  type StandInOrg
} from '../../test/stand-in-org.ts';
import { buildPreview } from '../build/build-preview.ts';
import { startPreview, type RunningPreview } from './start-preview.ts';

const FULL_BUILD_MS = 120_000;
const RECORD = `/lightning/r/Account/${ACCOUNT_ID}/view`;

let org: StandInOrg;
let preview: RunningPreview;
let chromium: RunningChromium;

beforeAll(async () => {
  const distDir = path.join(TEST_CACHE, 'fixture-dist');
  await buildPreview({ projectRoot: FIXTURE_PROJECT, outDir: distDir, cacheDir: TEST_CACHE });
  org = await startStandInOrg();
  preview = await startPreview({ orgUrl: org.url, orgControlUrl: org.url, distDir });
  chromium = await startChromium();
}, FULL_BUILD_MS);

afterAll(async () => {
  await chromium.close();
  await preview.close();
  await org.close();
});

beforeEach(async () => {
  await chromium.clearCookies();
  org.answerFlow(flowFinished({ outcome: 'ANSWERED', responseCode: 200 }));
});

function open(address: string): Promise<WatchedPage> {
  return chromium.open(preview.url + address);
}

/** The text of an element that a fixture component marks with a data-id, once it has that text. */
async function expectText(page: Page, dataId: string, text: string): Promise<void> {
  await page.locator(`[data-id="${dataId}"]`).getByText(text, { exact: true }).waitFor();
}

async function names(page: Page): Promise<string[]> {
  return page.locator('lightning-datatable tbody th').allInnerTexts();
}

describe('the account list', () => {
  it('when the preview opens, then it lists the accounts by name, without a fault', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('link', { name: 'American Business Futures' }).waitFor();

    expect(new URL(page.url()).pathname).toBe('/lightning/o/Account/list');
    expect(await names(page)).toEqual([
      'American Business Futures',
      'Hidden Holdings',
      'Leading Zeros Ltd',
      'Shepard Motorworks'
    ]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('when one types into the search box, then only matching accounts stay', async () => {
    const { page } = await open('/lightning/o/Account/list');
    await page.getByPlaceholder('Search this list...').fill('000123');
    await page.getByText('1 item • Sorted by Account Name').waitFor();
    expect(await names(page)).toEqual(['Leading Zeros Ltd']);
    await page.close();
  });

  it('when one tabs to a name and presses Enter, then the record opens without loading the page anew', async () => {
    const { page, requests } = await open('/lightning/o/Account/list');
    await page.getByRole('link', { name: 'American Business Futures' }).focus();
    await page.keyboard.press('Enter');
    await expectText(page, 'customer-no', '01-ABF');
    expect(requests.filter((request) => request.startsWith('GET /lightning/'))).toHaveLength(1);

    await page.goBack();
    await page.getByRole('heading', { name: 'All Accounts' }).waitFor();
    await page.close();
  });
});

describe('the record page', () => {
  it("when it opens, then it shows the package's components where the Lightning page puts them", async () => {
    const { page, faults } = await open(RECORD);
    await expectText(page, 'heading', 'Placed by the page');
    await expectText(page, 'name', 'American Business Futures');
    await page.getByText('Figures & facts').waitFor();
    await page.locator('[data-id="highlights"]').getByText('(414) 555-4787').waitFor();
    await page.getByRole('heading', { name: 'Details' }).waitFor();
    expect(await page.title()).toBe('American Business Futures | Account | Ledger Bridge');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('when several components read the record at once, then they share one request', async () => {
    const { page, requests } = await open(RECORD);
    await expectText(page, 'customer-no', '01-ABF');
    const withCustomerNo = requests.filter((request) => /records\/001.*Phone.*Website|Website/.test(request));
    expect(withCustomerNo).toHaveLength(1);
    expect(withCustomerNo[0]).toContain('Account.Sage_Customer_No__c');
    await page.close();
  });

  it('when the record is not for this user, then it says so in the words of the org', async () => {
    const { page } = await open(`/lightning/r/Account/${HIDDEN_ACCOUNT_ID}/view`);
    await page
      .locator('[data-id="record-error"]')
      .getByText('The requested resource does not exist')
      .waitFor();
    await page.getByRole('link', { name: 'Back to Accounts' }).click();
    await page.getByRole('heading', { name: 'All Accounts' }).waitFor();
    await page.close();
  });
});

describe('what stands in for platform modules', () => {
  it('when a flow finishes, then lightning-flow reports FINISHED_SCREEN with its outputs', async () => {
    const { page } = await open(RECORD);
    await expectText(page, 'flow-status', 'FINISHED_SCREEN');
    await expectText(page, 'flow-text', 'outcome=ANSWERED; responseCode=200');
    await page.close();
  });

  it('when the org refuses a flow, then lightning-flow reports ERROR', async () => {
    org.answerFlow(flowRefused('You do not have access to this flow.'));
    const { page } = await open(RECORD);
    await expectText(page, 'flow-status', 'ERROR');
    await page.close();
  });

  it('when a component fires a toast, then the page shows it', async () => {
    const { page } = await open(RECORD);
    await page.getByRole('button', { name: 'Toast' }).click();
    await page.locator('[data-id="toast"]').first().getByText('For 01-ABF').waitFor();
    await page.close();
  });

  it('when a record changed elsewhere and a component says so, then every wire shows the new value', async () => {
    const { page } = await open(RECORD);
    await expectText(page, 'customer-no', '01-ABF');
    org.fields['Sage_Customer_No__c'] = '01-NEW';
    await page.getByRole('button', { name: 'Notify' }).click();
    await expectText(page, 'customer-no', '01-NEW');
    await page.locator('[data-id="highlights"]').getByText('01-NEW').waitFor();
    org.fields['Sage_Customer_No__c'] = '01-ABF';
    await page.close();
  });

  it('when the org refuses a write, then the error has the shape that Lightning Data Service gives it', async () => {
    const { page } = await open(RECORD);
    await page.getByRole('button', { name: 'Write' }).click();
    await expectText(page, 'write-error', 'A Sage customer number looks like 01-ABF.');
    await page.close();
  });

  it('when a component writes into the data of a wire, then it fails as in an org', async () => {
    const { page } = await open(RECORD);
    await expectText(page, 'customer-no', '01-ABF');
    await page.getByRole('button', { name: 'Tamper' }).click();
    await expectText(page, 'frozen', 'read-only');
    await page.close();
  });
});

describe('the signed-in user', () => {
  it('when one chooses another in the menu, then the same page is shown as that user', async () => {
    const { page } = await open(RECORD);
    await expectText(page, 'user-id', '005-rep@ledger-bridge.example');
    await page.locator('[data-id="user-menu"]').getByRole('button').click();
    await page.getByRole('menuitemcheckbox', { name: /^Admin/ }).click();
    await expectText(page, 'user-id', '005-admin@ledger-bridge.example');
    expect(new URL(page.url()).pathname).toBe(RECORD);
    await page.close();
  });

  it('when ?user= names a user without access, then the list leaves out the fields hidden from that user', async () => {
    const { page } = await open('/lightning/o/Account/list?user=noaccess');
    await page.getByRole('link', { name: 'American Business Futures' }).waitFor();
    expect(await page.locator('[data-id="user-label"]').innerText()).toBe('No access');
    expect(await page.getByText('Sage Customer No.').count()).toBe(0);
    expect(page.url()).not.toContain('user=');
    await page.close();
  });

  it('when the org was restarted, then the next request signs in again by itself', async () => {
    const { page } = await open(RECORD);
    await expectText(page, 'customer-no', '01-ABF');
    org.endSessions();
    await page.reload();
    await expectText(page, 'customer-no', '01-ABF');
    await page.close();
  });
});

describe('what the org did', () => {
  it.each([
    ['Outbox', '/outbox'],
    ['Flow traces', '/flow-traces']
  ])("when one follows %s, then the org's own page opens beside the preview", async (label, address) => {
    const { page } = await open(RECORD);
    const link = page.getByRole('navigation', { name: 'Local org' }).getByRole('link', { name: label });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(org.url + address);
    expect(await link.getAttribute('target')).toBe('_blank');
    await page.close();
  });
});

describe('an org that does not answer', () => {
  it('when the page opens, then it says which session could not be opened and why', async () => {
    const gone = await startStandInOrg();
    const lonely = await startPreview({
      orgUrl: gone.url,
      orgControlUrl: gone.url,
      distDir: path.join(TEST_CACHE, 'fixture-dist')
    });
    await gone.close();
    const { page } = await chromium.open(`${lonely.url}/`);
    await page.getByText(/The preview could not start.*ECONNREFUSED/).waitFor();
    await page.close();
    await lonely.close();
  });
});
