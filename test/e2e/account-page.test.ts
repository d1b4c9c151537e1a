import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runDirectory } from '../../scripts/setup/paths.mjs';
import { startChromium, type RunningChromium } from '../support/chromium.ts';
import { accessibilityFaults } from '../support/accessibility.ts';
import { AccountPages, type AccountPage } from './support/account-page.ts';
import { startDemoStack, type DemoStack } from './support/demo-stack.ts';

const screenshots = join(runDirectory, 'screenshots');

describe('the Account page, with everything running', () => {
  let demo: DemoStack;
  let browser: RunningChromium;
  let pages: AccountPages;
  const open: AccountPage[] = [];

  beforeAll(async () => {
    demo = await startDemoStack();
    browser = await startChromium();
    pages = await AccountPages.of(browser, demo.stack);
  });
  afterEach(async () => {
    await demo.sage.start();
    await Promise.all(open.splice(0).map((page) => page.close()));
  });
  afterAll(async () => {
    await browser.close();
    await demo.close();
  });

  async function visit(...request: Parameters<AccountPages['open']>): Promise<AccountPage> {
    const page = await pages.open(...request);
    open.push(page);
    return page;
  }

  async function picture(page: AccountPage, name: string): Promise<void> {
    await page.watched.screenshot(join(screenshots, `${name}.png`));
    expect(await accessibilityFaults(page.watched.page)).toEqual([]);
  }

  it('when a rep opens American Business Futures, then the figures that stand in Sage are shown as live', async () => {
    const page = await visit('American Business Futures');
    await page.untilSource('live');
    expect({
      amountDue: await page.amount('amount-due'),
      creditLimit: await page.amount('credit-limit'),
      openOrders: await page.amount('open-orders'),
      creditLeft: await page.amount('credit-left')
    }).toEqual({
      amountDue: '5732.36',
      creditLimit: '120000.00',
      openOrders: '19144.40',
      creditLeft: '95123.24'
    });
    expect(await page.isShown('aging-chart')).toBe(true);
    expect(await page.isShown('credit-bar')).toBe(true);
    await picture(page, 'live');
    expect(page.watched.faults).toEqual([]);
  });

  it('when Sage is slow, then the figures kept in Salesforce are shown until the live ones come', async () => {
    await demo.sage.slow(1500);
    const page = await visit('American Business Futures');
    await page.untilSource('salesforce');
    expect(await page.amount('amount-due')).toBe('5918.22');
    await picture(page, 'cached-while-asking');
    await page.untilSource('live');
    expect(await page.amount('amount-due')).toBe('5732.36');
  });

  it('when an account has no kept figures and Sage is slow, then a stencil is shown until the answer comes', async () => {
    await demo.sage.slow(700);
    const page = await visit('Leading Zeros Ltd');
    await page.untilShown('loading');
    await picture(page, 'loading');
    await page.untilSource('live');
    expect(await page.isShown('loading')).toBe(false);
  });

  it('when the balance changes in Sage, then Refresh shows the new one', async () => {
    const page = await visit('American Business Futures');
    await page.untilSource('live');
    const before = await demo.sage.show('AR_Customer', '01-ABF');
    await demo.sage.set('AR_Customer', '01-ABF', { CurrentBalance: '5000.00' });
    await page.refresh();
    await page.watched.page.locator('[data-id="amount-due"][data-value="7479.98"]').waitFor();
    expect(await page.amount('credit-left')).toBe('93375.62');
    await demo.sage.set('AR_Customer', '01-ABF', { CurrentBalance: before['CurrentBalance'] ?? '' });
  });

  it('when Sage is stopped, then the last good figures stay, marked stale with the reason, until it is back', async () => {
    const page = await visit('American Business Futures');
    await page.untilSource('live');
    await demo.sage.stop();
    await page.refresh();
    await page.untilSource('cache');
    expect(await page.code('stale-banner')).toMatch(/^LB30[16]$/);
    expect(await page.amount('amount-due')).toBe('5732.36');
    await picture(page, 'stale');
    await demo.sage.start();
    await page.refresh();
    await page.untilSource('live');
    expect(await page.isShown('stale-banner')).toBe(false);
  });

  it('when Sage is stopped and no good answer is known, then the reason is shown beside the kept figures', async () => {
    await demo.sage.stop();
    const page = await visit('Avnet Processing Corp');
    await page.untilShown('error-panel');
    expect(await page.code('error-panel')).toMatch(/^LB30[16]$/);
    await page.untilSource('salesforce');
    await picture(page, 'error-with-kept-figures');
  });

  it('when Sage hangs, then the page says so within its deadline and recovers when Sage does', async () => {
    const page = await visit('American Business Futures');
    await page.untilSource('live');
    await demo.sage.hang();
    await page.refresh();
    await page.untilSource('cache');
    expect(await page.code('stale-banner')).toMatch(/^LB30[27]$/);
    await demo.sage.start();
    await page.refresh();
    await page.untilSource('live');
  });

  it('when the customer is over the limit, then what is left is negative and said so', async () => {
    const page = await visit('Orange Door & Window Co.');
    await page.untilSource('live');
    expect(await page.amount('credit-left')).toMatch(/^-/);
    await picture(page, 'over-limit');
  });

  it('when the customer is on credit hold, then the hold is said in words', async () => {
    const page = await visit('Shepard Motorworks');
    await page.untilSource('live');
    expect(await page.isShown('credit-hold')).toBe(true);
    await picture(page, 'credit-hold');
  });

  it.each([
    ['Ghost Customer Inc.', 'LB401', 'unknown-customer'],
    ['Malformed Number Co.', 'LB101', 'malformed-number']
  ])(
    'when Sage cannot know the customer (%s), then the panel says why and what to do',
    async (name, code, file) => {
      const page = await visit(name);
      await page.untilShown('error-panel');
      expect(await page.code('error-panel')).toBe(code);
      await picture(page, file);
    }
  );

  it('when the account has no Sage customer number, then the page says what to do and asks nobody', async () => {
    const page = await visit('Green Valley Prospects');
    await page.untilShown('not-linked');
    await picture(page, 'not-linked');
  });

  it('when the user has no permission set, then no figure is shown', async () => {
    const page = await visit('American Business Futures', 'noaccess');
    await page.untilShown('no-access');
    expect(await page.isShown('amount-due')).toBe(false);
    await picture(page, 'no-access');
  });

  it('when an admin opens the page, then the figures are live as well', async () => {
    const page = await visit('American Business Futures', 'admin');
    await page.untilSource('live');
    expect(await page.amount('amount-due')).toBe('5732.36');
  });

  it('when the page is narrow, then everything is still there', async () => {
    const page = await visit('American Business Futures');
    await page.watched.page.setViewportSize({ width: 420, height: 900 });
    await page.untilSource('live');
    await picture(page, 'narrow');
    expect(await page.isShown('open-orders')).toBe(true);
  });

  it('when the customer has no limit set and the site says that means none, then no credit is left', async () => {
    const page = await visit('Zero Limit Trading');
    await page.untilSource('live');
    expect(await page.amount('credit-limit')).toBe('0.00');
    await picture(page, 'no-limit');
  });

  it('when the customer is inactive in Sage, then the page says so', async () => {
    const page = await visit('Dormant Industries');
    await page.untilSource('live');
    await page.watched.page.getByText('Inactive').first().waitFor();
    await picture(page, 'inactive');
  });

  it('when the rep chooses the aging that Sage stores, then its day is said and the amounts are those of Sage', async () => {
    const page = await visit('American Business Futures');
    await page.untilSource('live');
    await page.watched.page.getByText('As stored in Sage').click();
    const { DateLastAging } = await demo.sage.show('AR_Customer', '01-ABF');
    const day = new Date(`${DateLastAging}T00:00:00Z`).toLocaleDateString('en-US', {
      dateStyle: 'medium',
      timeZone: 'UTC'
    });
    await page.watched.page.locator('[data-id="aging-caption"]', { hasText: day }).waitFor();
    expect(await page.text('aging-chart')).toContain('$1,257.40');
    await picture(page, 'aging-as-stored');
  });

  it('when only the keyboard is used, then Refresh can be reached and pressed', async () => {
    const page = await visit('American Business Futures');
    await page.untilSource('live');
    const answered = page.watched.page.waitForResponse((response) =>
      response.url().includes('/actions/custom/flow/')
    );
    const refresh = page.watched.page.getByRole('button', { name: 'Refresh' }).first();
    await tabTo(page, refresh);
    await page.watched.page.keyboard.press('Enter');
    expect((await answered).status()).toBe(200);
  });

  it('when the rep searches the list and opens an account, then its live figures are shown', async () => {
    const list = await browser.open(`${demo.stack.preview.ready.url}/lightning/o/Account/list?user=rep`);
    const { page } = list;
    await page.getByRole('link', { name: 'Avnet Processing Corp' }).waitFor();
    await list.screenshot(join(screenshots, 'account-list.png'));
    await page.getByRole('searchbox').fill('american');
    await page.getByRole('link', { name: 'Avnet Processing Corp' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'American Business Futures' }).click();
    await page.locator('[data-id="amount-due"][data-value="5732.36"]').waitFor();
    await page.close();
  });
});

/** Presses Tab until that element has the focus; a page of this size has far fewer stops than the limit. */
async function tabTo(page: AccountPage, target: Locator): Promise<void> {
  const focused = target.and(page.watched.page.locator(':focus'));
  for (let stops = 0; stops < 60; stops += 1) {
    if ((await focused.count()) > 0) return;
    await page.watched.page.keyboard.press('Tab');
  }
  throw new Error('Sixty presses of Tab do not reach the element.');
}
