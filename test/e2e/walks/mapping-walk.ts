import { Connection } from '@jsforce/jsforce-node';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADMIN } from '../../../scripts/demo/session.ts';
import type { AdminPage, AdminPages } from '../support/admin-pages.ts';

const PAIR = 'Account-customer';
const CUSTOMER = '01-ABF';
/** Text field of Salesforce and invented user-defined field of Sage that no line has. */
const FIELD = 'Site';
const UDF = 'UDF_DELIVERY_NOTES';
const VALUE = 'DOCK';
const SPREADSHEET = 'true\tHome\nfalse\tBusiness\tx';
/** A run over the demo's customers takes seconds; a busy machine gets time. */
const PATIENCE = { timeout: 40_000, interval: 300 };

const sessionSchema = z.object({ accessToken: z.string() });

/**
 * The way of one mapping: drawn, tried, saved, published, in step in Sage, and rolled back, by the page alone. Leaves the
 * pair switched off, with the package's mapping in force as a version of its own; Sage's value stays.
 */
export function mappingWalk(pages: () => AdminPages): void {
  describe('a field that the package does not map', () => {
    let org: Connection;
    let page: AdminPage;
    let designer: Locator;

    beforeAll(async () => {
      org = await connectAsAdmin(pages());
      await change(org, 'Account', `Sage_Customer_No__c = '${CUSTOMER}'`, { [FIELD]: VALUE });
      page = await pages().open('Sage_Mapping', 'admin', { c__pair: PAIR });
      designer = await page.untilFilled('c:sageMappingDesigner');
      await part(designer, 'canvas').first().waitFor();
    });
    afterAll(() => page.close());

    it('when a field is dragged to one that does not fit, then problem and live result say so, and undo takes it back', async () => {
      await page.picture('mapping-filled');
      await dragAcross(page, designer, 'Fax', 'residential');
      await part(designer, 'hints').getByText('is written by several lines').waitFor();
      await page.pictureOf('mapping-problems', part(designer, 'tabs'));

      await choose(designer, 'add-transform', 'Value map');
      await paste(page.watched.page, part(designer, 'paste'), SPREADSHEET);
      await expect.poll(() => part(designer, 'pairs').locator('[data-id="pair"]').count()).toBe(2);
      await page.pictureOf('mapping-values', part(designer, 'line-panel').last());
      for (let act = 0; act < 3; act += 1) await part(designer, 'undo').click();
      await part(designer, 'draft-state').filter({ hasText: 'No draft yet' }).waitFor();
    });

    it('when it is mapped by keyboard to a user-defined field and published, then a run writes it to Sage', async () => {
      await showSample(designer, CUSTOMER);
      await mapByKeyboard(page.watched.page, designer);
      await part(designer, 'direction').getByText('To Sage').click();
      await part(designer, 'live-sentence').filter({ hasText: VALUE }).waitFor();
      await page.pictureOf('mapping-line', part(designer, 'line-panel').last());

      await tryIt(designer, CUSTOMER);
      const tried = part(designer, 'previewed-field').filter({ hasText: VALUE });
      expect(await tried.innerText()).toContain('To Sage');
      await page.pictureOf('mapping-dry-run', part(designer, 'tabs'));
      expect(await inSage(pages())).not.toBe(VALUE);

      const version = await saveAndPublish(designer, 'Ship-to code stands in the delivery notes');
      await expect.poll(() => versionInForce(org), PATIENCE).toBe(version);
      await change(org, 'Sync_Object__c', `Object_Pair__c = '${PAIR}'`, { Active__c: true });
      await startRun(org);
      await expect.poll(() => inSage(pages()), PATIENCE).toBe(VALUE);
      expect(await page.faults()).toEqual([]);
    });

    it('when the package’s mapping is compared and rolled back to, then the line is named as gone and a new version is in force', async () => {
      await change(org, 'Sync_Object__c', `Object_Pair__c = '${PAIR}'`, { Active__c: false });
      const before = await versionInForce(org);
      await designer.getByRole('tab', { name: 'Versions' }).click();
      await choose(designer, 'after', 'Package');
      await part(designer, 'compare').click();
      await part(designer, 'comparison').filter({ hasText: UDF }).waitFor();
      await page.pictureOf('mapping-versions', part(designer, 'tabs'));

      await part(designer, 'version').filter({ hasText: 'Package' }).getByText('Roll back').click();
      await part(designer, 'confirm-roll-back').click();
      await part(designer, 'version-state')
        .filter({ hasText: `Version ${before + 1} ` })
        .waitFor();
      await expect.poll(() => versionInForce(org), PATIENCE).toBe(before + 1);
      expect(await page.faults()).toEqual([]);
    });
  });
}

function part(designer: Locator, id: string): Locator {
  return designer.locator(`[data-id="${id}"]`);
}

function row(designer: Locator, side: 'sage' | 'salesforce', name: string): Locator {
  return part(designer, `list-${side}`).locator(`[data-name="${name}"]`);
}

async function searchFor(designer: Locator, side: 'sage' | 'salesforce', words: string): Promise<void> {
  await part(designer, `list-${side}`).locator('[data-id="search"] input').fill(words);
}

async function dragAcross(page: AdminPage, designer: Locator, from: string, to: string): Promise<void> {
  const { mouse } = page.watched.page;
  await searchFor(designer, 'salesforce', from);
  await searchFor(designer, 'sage', to);
  const [start, end] = [
    await middleOf(row(designer, 'salesforce', from)),
    await middleOf(row(designer, 'sage', to))
  ];
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(start.x + 40, start.y + 20, { steps: 4 });
  await mouse.move(end.x, end.y, { steps: 8 });
  await page.pictureOf('mapping-dragging', part(designer, 'canvas').first());
  await mouse.up();
  for (const side of ['salesforce', 'sage'] as const) await searchFor(designer, side, '');
}

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('The row is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function choose(designer: Locator, id: string, option: string): Promise<void> {
  await part(designer, id).getByRole('combobox').click();
  await part(designer, id).getByRole('option', { name: option, exact: true }).click();
}

/** By the browser's own clipboard, as a person does. */
async function paste(page: Page, into: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await into.focus();
  await page.keyboard.press('Control+V');
}

async function showSample(designer: Locator, key: string): Promise<void> {
  await part(designer, 'sample-key').locator('input').fill(key);
  await part(designer, 'show-sample').click();
  await row(designer, 'salesforce', 'Name').filter({ hasText: 'American Business Futures' }).waitFor();
}

async function mapByKeyboard({ keyboard }: Page, designer: Locator): Promise<void> {
  await searchFor(designer, 'sage', UDF);
  await searchFor(designer, 'salesforce', FIELD);
  await part(designer, 'list-salesforce').locator('[data-id="list"]').focus();
  await keyboard.press('Enter');
  await part(designer, 'pick-bar').getByText('is picked').waitFor();
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await part(designer, 'line-title').waitFor();
}

async function tryIt(designer: Locator, key: string): Promise<void> {
  await designer.getByRole('tab', { name: 'Dry run' }).click();
  await part(designer, 'keys').locator('textarea').fill(key);
  await part(designer, 'run-preview').click();
  await part(designer, 'record').first().waitFor();
}

/** Gives the version's number. */
async function saveAndPublish(designer: Locator, comment: string): Promise<number> {
  await part(designer, 'save').click();
  await part(designer, 'draft-state').filter({ hasText: 'Draft saved' }).waitFor();
  await part(designer, 'publish').click();
  await part(designer, 'comment').locator('input').fill(comment);
  await part(designer, 'publish-now').click();
  await part(designer, 'publish-dialog').waitFor({ state: 'hidden' });
  const state = part(designer, 'version-state').filter({ hasText: 'Version' });
  return Number(/\d+/.exec(await state.innerText())?.[0]);
}

async function inSage(pages: AdminPages): Promise<string | undefined> {
  const customer = await pages.demo.sage.show('AR_Customer', CUSTOMER);
  return customer[UDF];
}

async function connectAsAdmin(pages: AdminPages): Promise<Connection> {
  const { controlUrl, url } = pages.demo.stack.org.ready;
  const answer = await fetch(`${controlUrl}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: ADMIN })
  });
  const { accessToken } = sessionSchema.parse(await answer.json());
  return new Connection({ instanceUrl: url, accessToken, version: '66.0' });
}

async function change(org: Connection, object: string, where: string, fields: object): Promise<void> {
  const { records } = await org.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${where}`);
  const [record] = records;
  if (record === undefined) throw new Error(`The local org has no ${object} where ${where}.`);
  await org.sobject(object).update({ ...fields, Id: record.Id });
}

/** Every record, by the same flow that the pages and the schedule start runs with. */
async function startRun(org: Connection): Promise<void> {
  await org.request({
    method: 'POST',
    url: '/services/data/v66.0/actions/custom/flow/Sage_Start_Sync',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: [{ pair: PAIR, mode: 'full' }] })
  });
}

async function versionInForce(org: Connection): Promise<number> {
  const { records } = await org.query<{ Version__c: number }>(
    `SELECT Version__c FROM Mapping_Version__c WHERE Object_Pair__c = '${PAIR}' AND In_Force__c = true`
  );
  return records.length === 1 ? (records[0]?.Version__c ?? 0) : 0;
}
