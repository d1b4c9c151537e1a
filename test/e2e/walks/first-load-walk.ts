import type { Locator } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { ADMIN, queryOrg } from '../../../scripts/demo/session.ts';
import type { AdminPage, AdminPages } from '../support/admin-pages.ts';

const CUSTOMERS = 'Account-customer';
const VENDORS = 'Sage_Vendor__c-vendor';
/** How slow Sage is made, so that a run can be seen while it goes on. */
const SLOW_MS = 300;
/** After an outage the service looks at Sage again within half a minute. */
const PATIENCE_MS = 60_000;

/**
 * The way from an org in which nothing is switched on to the first customers of Sage, by the pages alone, and an outage
 * of Sage as each page tells it. Leaves every object pair switched off, and Sage running.
 */
export function firstLoadWalk(pages: () => AdminPages): void {
  describe('from nothing switched on to the first customers of Sage', () => {
    it('when the company is saved, then the org has it, and what the org refuses stands at its field', async () => {
      const page = await pages().open('Sage_Setup', 'admin');
      const setup = await openSetup(page);
      await page.picture('setup-overview');

      await saveCompany(setup, 'Default_Warehouse__c', '001');
      await setup
        .locator('[data-id="company-form"] [data-id="announcement"]', { hasText: 'Saved' })
        .waitFor();
      expect(await companyField(pages(), 'Default_Warehouse__c')).toBe('001');
      expect(await page.faults()).toEqual([]);

      await saveCompany(setup, 'Business_Country__c', '');
      const country = setup.locator('[data-name="Business_Country__c"]');
      await country.getByText('Name the business country').waitFor();
      await page.pictureOf('setup-company', setup.locator('[data-step="company"]'));
      expect(await companyField(pages(), 'Business_Country__c')).toBe('US');
      await page.close();
    });

    it('when vendors are switched on and started, then the list shows what it comes to and how it ended', async () => {
      const page = await pages().open('Sage_Objects', 'admin');
      const objects = await page.untilFilled('c:sageObjects');
      await page.picture('objects-list');
      await switchOn(page, objects, VENDORS, 'objects-switch-on');
      await seeSettings(page, objects, VENDORS);

      await startEveryRecord(objects, VENDORS);
      const run = rowOf(objects, VENDORS).locator('[data-id="run"][data-state="succeeded"]');
      await run.waitFor({ timeout: PATIENCE_MS });
      await page.pictureOf('objects-done', rowOf(objects, VENDORS));
      const vendors = await queryOrg(pages().demo.stack.org.ready, ADMIN, 'SELECT Id FROM Sage_Vendor__c');
      expect(await rowOf(objects, VENDORS).locator('[data-id="counts"]').innerText()).toContain(
        `${String(vendors.length)} created`
      );
      await switchOn(page, objects, CUSTOMERS);
      expect(await page.faults()).toEqual([]);
      await page.close();
    });

    it('when the first load is started, then it is seen through, and the first customer is the one of Sage', async () => {
      const { sage } = pages().demo;
      const page = await pages().open('Sage_Setup', 'admin');
      const load = (await openSetup(page)).locator('[data-step="load"]');
      await load.locator('[data-id="estimate"] button').click();
      await load.locator('[data-id="total"]').waitFor();
      await page.pictureOf('setup-estimate', load);

      await sage.slow(SLOW_MS);
      await load.locator('[data-id="start"] button:not([disabled])').click();
      await load.locator('[data-id="run"]').first().waitFor();
      await page.pictureOf('setup-running', load);
      await sage.start();
      await load.locator('[data-id="done"]').waitFor({ timeout: PATIENCE_MS });
      await page.pictureOf('setup-done', load);
      expect(await page.faults()).toEqual([]);
      await expectAsInSage(pages());
      await page.close();
    });

    it('when Sage is away, then each page says so, and what waited is done when Sage is back', async () => {
      const { sage } = pages().demo;
      const monitorPage = await pages().open('Sage_Monitor', 'admin');
      const monitor = await seeRun(monitorPage);

      const objectsPage = await pages().open('Sage_Objects', 'admin');
      const objects = await objectsPage.untilFilled('c:sageObjects');
      await sage.stop();
      await startEveryRecord(objects, VENDORS);
      await rowOf(objects, VENDORS).locator('[data-id="progress"]').waitFor();
      await objectsPage.pictureOf('objects-running', rowOf(objects, VENDORS));
      await seeFailedStep(pages());
      await untilAttention(monitor, 'Sage cannot be read');
      await monitorPage.picture('monitor-sage-down');

      await sage.start();
      const run = rowOf(objects, VENDORS).locator('[data-id="run"][data-state="succeeded"]');
      await run.waitFor({ timeout: PATIENCE_MS });
      for (const pair of [VENDORS, CUSTOMERS]) await switchOff(objects, pair);
      expect(await activePairs(pages())).toEqual([]);
      expect([...(await monitorPage.faults()), ...(await objectsPage.faults())]).toEqual([]);
      await monitorPage.close();
      await objectsPage.close();
      await seeNoAccess(pages());
    });

    afterAll(() => pages().demo.sage.start());
  });
}

/** Opens every step, once all prerequisites are tested. */
async function openSetup(page: AdminPage): Promise<Locator> {
  const setup = await page.untilFilled('c:sageSetup');
  await setup.locator('[data-id="tested"]').waitFor();
  const closed = setup.locator('[data-id="toggle"][aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
  return setup;
}

async function saveCompany(setup: Locator, field: string, value: string): Promise<void> {
  const input = setup.locator(`[data-name="${field}"] input`);
  await input.fill(value);
  await input.blur();
  await setup.locator('[data-id="save"] button:not([disabled])').click();
}

async function companyField(pages: AdminPages, field: string): Promise<unknown> {
  const soql = `SELECT ${field} FROM Integration_Config__c`;
  const [company] = await queryOrg(pages.demo.stack.org.ready, ADMIN, soql);
  return company?.[field];
}

function activePairs(pages: AdminPages): Promise<readonly unknown[]> {
  const soql = 'SELECT Object_Pair__c FROM Sync_Object__c WHERE Active__c = true';
  return queryOrg(pages.demo.stack.org.ready, ADMIN, soql);
}

function rowOf(objects: Locator, pair: string): Locator {
  return objects.locator(`[data-id="row"][data-pair="${pair}"]`);
}

function switchOf(objects: Locator, pair: string): Locator {
  return rowOf(objects, pair).locator('[data-id="switch"] input');
}

async function switchOn(page: AdminPage, objects: Locator, pair: string, picture?: string): Promise<void> {
  const dialog = page.watched.page.getByRole('dialog');
  await switchOf(objects, pair).press('Space');
  await dialog.locator('[data-id="estimate"]', { hasText: 'Sage has' }).waitFor();
  if (picture !== undefined) await page.pictureOf(picture, dialog);
  await dialog.locator('[data-id="switch-on"] button').click();
  await dialog.waitFor({ state: 'hidden' });
  await rowOf(objects, pair).locator('[data-id="start"] button:not([disabled])').first().waitFor();
}

async function switchOff(objects: Locator, pair: string): Promise<void> {
  await switchOf(objects, pair).press('Space');
  await rowOf(objects, pair).locator('[data-id="start"] button[disabled]').first().waitFor();
}

async function seeSettings(page: AdminPage, objects: Locator, pair: string): Promise<void> {
  const dialog = page.watched.page.getByRole('dialog');
  await rowOf(objects, pair).locator('[data-id="edit"] button').click();
  await dialog.locator('[data-id="save"] button').waitFor();
  await page.pictureOf('objects-edit', dialog);
  await dialog.locator('[data-id="cancel"] button').click();
  await dialog.waitFor({ state: 'hidden' });
}

async function startEveryRecord(objects: Locator, pair: string): Promise<void> {
  const menu = rowOf(objects, pair).locator('[data-id="start"]');
  await menu.locator('button:not([disabled])').first().click();
  await menu.getByRole('menuitem', { name: 'Every record' }).click();
}

/** The first customer that Salesforce did not have before, field by field. */
async function expectAsInSage(pages: AdminPages): Promise<void> {
  const soql =
    'SELECT Name, Sage_Customer_No__c, Sage_Credit_Limit__c, CreatedDate FROM Account WHERE Sage_Customer_No__c != null ORDER BY CreatedDate DESC, Sage_Customer_No__c LIMIT 1';
  const [account] = await queryOrg(pages.demo.stack.org.ready, ADMIN, soql);
  const customer = await pages.demo.sage.show('AR_Customer', String(account?.['Sage_Customer_No__c']));
  expect(account?.['Name']).toBe(customer['CustomerName']);
  expect(Number(account?.['Sage_Credit_Limit__c'])).toBe(Number(customer['CreditLimit']));
}

/** Looks at the Monitor and at its newest run, and comes back. */
async function seeRun(page: AdminPage): Promise<Locator> {
  const monitor = await page.untilFilled('c:sageMonitor');
  await page.picture('monitor-filled');
  await monitor.locator('[data-id="run"]').first().click();
  await monitor.locator('[data-id="run-title"]').waitFor();
  await page.picture('monitor-run');
  await monitor.locator('[data-id="back"] button').click();
  await monitor.locator('[data-id="refresh"] button').waitFor();
  return monitor;
}

async function seeFailedStep(pages: AdminPages): Promise<void> {
  const page = await pages.open('Sage_Setup', 'admin');
  const step = (await page.untilFilled('c:sageSetup')).locator('[data-step="sage"]');
  const failed = step.locator('[data-id="check"][data-state="failed"]').first();
  // What the service knows of Sage is some seconds old.
  const again = page.watched.page.locator('[data-id="test"] button:not([disabled])');
  await expect
    .poll(
      async () => {
        await again.click();
        return failed.isVisible();
      },
      { timeout: PATIENCE_MS, interval: 2_000 }
    )
    .toBe(true);
  await failed.getByText('What to do:').waitFor();
  await page.pictureOf('setup-failed', step);
  expect(await page.faults()).toEqual([]);
  await page.close();
}

async function untilAttention(monitor: Locator, words: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await monitor.locator('[data-id="refresh"] button').click();
        return monitor.locator('[data-id="attention"]').innerText();
      },
      { timeout: PATIENCE_MS, interval: 1_000 }
    )
    .toContain(words);
}

async function seeNoAccess(pages: AdminPages): Promise<void> {
  const page = await pages.open('Sage_Monitor', 'noaccess');
  await page.watched.page.locator('[data-id="no-tab-access"]').waitFor();
  await page.picture('monitor-no-access');
  expect(await page.faults()).toEqual([]);
  await page.close();
}
