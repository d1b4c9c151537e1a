import { join } from 'node:path';
import type { Page, Response } from 'playwright-core';
import { z } from 'zod';
import { startChromium, type WatchedPage } from '../../test/support/chromium.ts';
import { findBrowser } from '../setup/system-packages.mjs';

/** What the page of an account showed, in the words of the component's own hooks. */
export interface PageFindings {
  readonly customer: string;
  readonly amountDue: string;
  readonly creditLimit: string;
  readonly openOrders: string;
  readonly creditLeft: string;
  readonly source: string;
  /** The moment Sage gave the figures, UTC. */
  readonly asOf: string;
  readonly flowStatus: string;
  /** From opening the page until the live balance stood on it. */
  readonly millisecondsToBalance: number;
  readonly screenshots: readonly string[];
}

const LIVE_LIMIT_MS = 45_000;

const flowAnswerSchema = z.tuple([
  z.object({
    outputValues: z.object({ Flow__InterviewStatus: z.string(), summaryJson: z.string().nullish() })
  })
]);
const summarySchema = z.object({ customerNo: z.string(), asOf: z.string() });

/**
 * Opens an account's page in headless Chromium and waits until its figures are live. Throws an error that says what the
 * page showed instead when they do not become live.
 */
export async function checkPage(accountUrl: string, screenshotDirectory: string): Promise<PageFindings> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium was found; set CHROMIUM_PATH.');
  const browser = await startChromium({ executablePath, viewport: { width: 1280, height: 1000 } });
  try {
    return await observe(await browser.open(), accountUrl, screenshotDirectory);
  } finally {
    await browser.close();
  }
}

async function observe(
  watched: WatchedPage,
  accountUrl: string,
  screenshotDirectory: string
): Promise<PageFindings> {
  const { page } = watched;
  const flowAnswer = page.waitForResponse(isFlowAnswer, { timeout: LIVE_LIMIT_MS });
  flowAnswer.catch(() => undefined); // looked at below; without this a failure before that would count as unhandled
  const opened = performance.now();
  await page.goto(accountUrl);
  await waitForLiveFigures(watched, screenshotDirectory);
  const millisecondsToBalance = Math.round(performance.now() - opened);
  const [{ outputValues }] = flowAnswerSchema.parse(await (await flowAnswer).json());
  const summary = summarySchema.parse(JSON.parse(outputValues.summaryJson ?? '{}'));
  return {
    customer: summary.customerNo,
    amountDue: await shownAmount(page, 'amount-due'),
    creditLimit: await shownAmount(page, 'credit-limit'),
    openOrders: await shownAmount(page, 'open-orders'),
    creditLeft: await shownAmount(page, 'credit-left'),
    source: (await page.locator('[data-id="freshness"]').first().getAttribute('data-source')) ?? '',
    asOf: summary.asOf,
    flowStatus: outputValues.Flow__InterviewStatus,
    millisecondsToBalance,
    screenshots: [await watched.screenshot(join(screenshotDirectory, 'account-page.png'))]
  };
}

function isFlowAnswer(response: Response): boolean {
  return response.url().includes('/actions/custom/flow/') && response.request().method() === 'POST';
}

async function waitForLiveFigures(watched: WatchedPage, directory: string): Promise<void> {
  const { page, faults } = watched;
  const live = page.locator('[data-id="freshness"][data-source="live"]').first();
  try {
    await live.waitFor({ state: 'visible', timeout: LIVE_LIMIT_MS });
    await page
      .locator('[data-id="amount-due"][data-value]')
      .first()
      .waitFor({ state: 'visible', timeout: 5_000 });
  } catch {
    const file = await watched.screenshot(join(directory, 'account-page-failed.png'));
    const seconds = String(LIVE_LIMIT_MS / 1000);
    throw new Error(
      [
        `The page did not show live figures within ${seconds} s. Screenshot: ${file}`,
        `Error panel: ${await textOf(page, 'error-panel')}. Stale banner: ${await textOf(page, 'stale-banner')}.`,
        ...faults.map((fault) => `Fault on the page: ${fault}`)
      ].join('\n')
    );
  }
}

async function textOf(page: Page, dataId: string): Promise<string> {
  const found = page.locator(`[data-id="${dataId}"]`).first();
  return (await found.count()) === 0 ? 'none' : await found.innerText();
}

async function shownAmount(page: Page, dataId: string): Promise<string> {
  return (await page.locator(`[data-id="${dataId}"]`).first().getAttribute('data-value')) ?? '';
}
