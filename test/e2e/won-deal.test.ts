import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSageTotal, readStory, stockDifferences } from '../../scripts/demo/order-comparison.ts';
import { winOpportunity } from '../../scripts/demo/order-check.ts';
import { DEMO_OPPORTUNITY } from '../../scripts/demo/seeds.ts';
import { ADMIN, findOpportunityId, queryOrg } from '../../scripts/demo/session.ts';
import { runDirectory } from '../../scripts/setup/paths.mjs';
import { accessibilityFaults } from '../support/accessibility.ts';
import { startChromium, type RunningChromium } from '../support/chromium.ts';
import { startDemoStack, type DemoStack } from './support/demo-stack.ts';

const screenshots = join(runDirectory, 'screenshots');
const PATIENCE_MS = 60_000;

describe('a won deal, with everything running', () => {
  let demo: DemoStack;
  let browser: RunningChromium;

  beforeAll(async () => {
    demo = await startDemoStack();
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await demo.close();
  });

  const addressOf = (id: string) =>
    `${demo.stack.preview.ready.url}/lightning/r/Opportunity/${id}/view?user=rep`;

  it('when a rep marks it won, then page, Sage, stock and sync log tell of one order to the cent', async () => {
    const { org, sage } = demo.stack;
    const id = await findOpportunityId(org.ready, DEMO_OPPORTUNITY);
    const found = await winOpportunity(addressOf(id), DEMO_OPPORTUNITY, screenshots);

    expect(found.total).toBe(await readSageTotal(sage.ready.controlUrl, found.salesOrderNo));
    expect(found.status).toBe('New');
    expect((await readStory(org.ready, id)).join('\n')).toContain(found.salesOrderNo);
    expect(await stockDifferences(org.ready, sage.ready.controlUrl, id)).toEqual([]);
    expect(await queryOrg(org.ready, ADMIN, 'SELECT Id FROM Sync_Failure__c')).toEqual([]);
    console.log(`From the press on the button to the number on the page: ${found.millisecondsToNumber} ms`);
  });

  it('when Sage is away while a deal is won, then the page says that it waits, and shows the order when Sage is back', async () => {
    const id = await findOpportunityId(demo.stack.org.ready, 'Walnut desks for the board');
    await demo.sage.stop();
    const watched = await browser.open(addressOf(id));
    const { page } = watched;
    await page.locator('[data-id="none"]').waitFor({ timeout: PATIENCE_MS });
    await page.getByRole('combobox', { name: 'Stage' }).click();
    await page.getByRole('option', { name: 'Closed Won', exact: true }).click();
    await page.getByRole('button', { name: 'Mark as Current Stage' }).click();
    await page.locator('[data-id="requested"]').waitFor({ timeout: PATIENCE_MS });
    await watched.screenshot(join(screenshots, 'opportunity-requested.png'));
    expect(await accessibilityFaults(page)).toEqual([]);

    await demo.sage.start();
    await page.locator('[data-id="order-number"]').waitFor({ timeout: PATIENCE_MS });
    await watched.screenshot(join(screenshots, 'opportunity-after-outage.png'));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.close();
  });
});
