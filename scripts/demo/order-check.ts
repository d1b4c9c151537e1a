import { join } from 'node:path';
import { startChromium, type WatchedPage } from '../../test/support/chromium.ts';
import { findBrowser } from '../setup/system-packages.mjs';

/** What the page of an opportunity showed once it was won. */
export interface OrderFindings {
  readonly opportunity: string;
  readonly salesOrderNo: string;
  readonly status: string;
  readonly total: string;
  /** From the press on the button until the number stood on the page. */
  readonly millisecondsToNumber: number;
  readonly screenshots: readonly string[];
}

const LIMIT_MS = 60_000;

/**
 * Opens an opportunity's page in headless Chromium as whoever the address names, marks it won, and waits until its order's
 * number stands on the page. Throws an error that says what the page showed instead.
 */
export async function winOpportunity(
  opportunityUrl: string,
  name: string,
  screenshotDirectory: string
): Promise<OrderFindings> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium was found; set CHROMIUM_PATH.');
  const browser = await startChromium({ executablePath, viewport: { width: 1280, height: 1000 } });
  try {
    return await win(await browser.open(opportunityUrl), name, screenshotDirectory);
  } finally {
    await browser.close();
  }
}

async function win(watched: WatchedPage, opportunity: string, directory: string): Promise<OrderFindings> {
  const { page } = watched;
  await page.locator('[data-id="none"]').waitFor({ timeout: LIMIT_MS });
  const before = await watched.screenshot(join(directory, 'opportunity-before.png'));
  await page.getByRole('combobox', { name: 'Stage' }).click();
  await page.getByRole('option', { name: 'Closed Won', exact: true }).click();
  const pressed = performance.now();
  await page.getByRole('button', { name: 'Mark as Current Stage' }).click();
  await numberOrReason(watched, directory);
  const millisecondsToNumber = Math.round(performance.now() - pressed);
  const textOf = (id: string) => page.locator(`[data-id="${id}"]`).first().innerText();
  return {
    opportunity,
    salesOrderNo: await textOf('order-number'),
    status: await textOf('order-status'),
    total: (await page.locator('[data-id="total"][data-value]').getAttribute('data-value')) ?? '',
    millisecondsToNumber,
    screenshots: [before, await watched.screenshot(join(directory, 'opportunity-won.png'))]
  };
}

async function numberOrReason(watched: WatchedPage, directory: string): Promise<void> {
  const { page, faults } = watched;
  const failed = page.locator('[data-id="error-panel"]');
  await page
    .locator('[data-id="order-number"]')
    .or(failed)
    .first()
    .waitFor({ timeout: LIMIT_MS })
    .catch(() => undefined);
  if (await page.locator('[data-id="order-number"]').isVisible()) return;
  const file = await watched.screenshot(join(directory, 'opportunity-failed.png'));
  const reason = (await failed.count()) === 0 ? 'It still waits.' : await failed.first().innerText();
  throw new Error([`The page shows no order. ${reason} Screenshot: ${file}`, ...faults].join('\n'));
}
