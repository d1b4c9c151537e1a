import { Connection } from '@jsforce/jsforce-node';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADMIN, findOpportunityId, queryOrg } from '../../../scripts/demo/session.ts';
import type { AdminPage, AdminPages } from '../support/admin-pages.ts';

const DEAL = 'Walnut desks for the board';
const SKIPPED_DEAL = 'First office';
const PATIENCE_MS = 20_000;
/** What the service says of an event that asks for what does not exist. */
const UNREADABLE = 'LB758';

/**
 * Requests that were made wrong, as by a changed flow: one is corrected until the deal has its answer, one is given up.
 * Leaves no failure that waits.
 */
export function failuresWalk(pages: () => AdminPages): void {
  describe('what could not be brought to Sage', () => {
    it('when a request is wrong, then it is found by its cause, corrected at its field and replayed, and the deal has its answer', async () => {
      const nothing = await pages().open('Sage_Failures', 'admin');
      await (await nothing.untilFilled('c:sageFailureDesk')).locator('[data-id="empty"]').waitFor();
      await nothing.picture('failures-empty');
      await nothing.close();

      const dealId = await requestOrder(pages(), DEAL, 'submitt');
      const page = await untilFailed(pages());
      const desk = await page.untilFilled('c:sageFailureDesk');
      await desk.locator(`[data-id="group"][data-code="${UNREADABLE}"]`).click();
      await page.picture('failures-list');
      await openTheOne(desk);
      await page.picture('failures-detail');

      await desk.locator('[data-id="edit"]').click();
      await replayWith(desk, 'maybe');
      await desk.locator('[data-id="fault"][data-path="action"]', { hasText: UNREADABLE }).waitFor();
      expect(await page.faults()).toEqual([]);
      await page.picture('failures-edit-refused');
      await replayWith(desk, 'submit');
      await desk.locator('[data-id="acts"] li').first().waitFor();

      await untilAnswered(pages(), dealId);
      await page.close();
    });

    it('when a request is given up, then a reason is asked for, and it stands among the settled ones', async () => {
      await requestOrder(pages(), SKIPPED_DEAL, 'order');
      const page = await untilFailed(pages());
      const desk = await page.untilFilled('c:sageFailureDesk');
      await openTheOne(desk);
      await desk.locator('[data-id="skip"]').click();
      const dialog = page.watched.page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Skip', exact: true }).click();
      await dialog.getByText('Say why it is given up.').waitFor();
      await page.picture('failures-skip');
      await dialog.getByRole('textbox').fill('Asked for by mistake.');
      await dialog.getByRole('button', { name: 'Skip', exact: true }).click();
      await desk.locator('[data-id="acts"]', { hasText: 'Asked for by mistake.' }).waitFor();

      await desk.locator('[data-id="back"]').click();
      await desk.locator('[data-id="empty"]').waitFor();
      await desk.getByRole('tab', { name: 'Settled' }).click();
      await desk.locator('[data-id="settled"] [data-id="row"]', { hasText: 'Skipped' }).first().waitFor();
      await page.picture('failures-settled');
      expect(await page.faults()).toEqual([]);
      await page.close();
    });
  });
}

/** Asks for a deal's order with that action, as a flow of the org does; gives the deal's id. */
async function requestOrder({ demo }: AdminPages, deal: string, action: string): Promise<string> {
  const { org } = demo.stack;
  const id = await findOpportunityId(org.ready, deal);
  const session = await fetch(`${org.ready.controlUrl}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: ADMIN })
  });
  const { accessToken } = z.object({ accessToken: z.string() }).parse(await session.json());
  const connection = new Connection({ instanceUrl: org.ready.url, accessToken, version: '66.0' });
  await connection.sobject('Sage_Order_Request__e').create({
    Record_Id__c: id,
    Order_Key__c: id,
    Object_Name__c: 'Opportunity',
    Action__c: action,
    Requested_At__c: new Date().toISOString()
  });
  return id;
}

/** The page, once the failure stands in the org. */
async function untilFailed(pages: AdminPages): Promise<AdminPage> {
  const soql = `SELECT Id FROM Sync_Failure__c WHERE State__c = 'Open' AND Code__c = '${UNREADABLE}'`;
  const open = () => queryOrg(pages.demo.stack.org.ready, ADMIN, soql);
  await expect.poll(open, { timeout: PATIENCE_MS }).toHaveLength(1);
  return pages.open('Sage_Failures', 'admin');
}

async function openTheOne(desk: Locator): Promise<void> {
  await desk.locator('[data-id="list"] [data-id="open"]').click();
  await desk.locator('[data-id="detail"]').waitFor();
}

async function replayWith(desk: Locator, action: string): Promise<void> {
  const input = desk.locator('input[data-path="action"]');
  await input.fill(action);
  await input.blur();
  await desk.locator('[data-id="save"]').click();
}

/** Until the service has said at the deal what became of the request: one that is not won is not sent. */
async function untilAnswered({ demo }: AdminPages, dealId: string): Promise<void> {
  const soql = `SELECT Sage_Sync_State__c FROM Opportunity WHERE Id = '${dealId}'`;
  const state = async () => (await queryOrg(demo.stack.org.ready, ADMIN, soql))[0]?.['Sage_Sync_State__c'];
  await expect.poll(state, { timeout: PATIENCE_MS }).toBe('Done');
}
