import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { connectControl, type SageControl } from '../../../test/sage-company/src/index.ts';
import { startChromium } from '../../../test/support/chromium.ts';
import { findAccountId } from '../../demo/session.ts';
import { withStack, type Stack } from '../../demo/stack.ts';
import { stopRequested } from '../../demo/stop-signal.ts';
import { previewDirectory } from '../../setup/builds.mjs';
import { Progress } from '../../setup/progress.mjs';
import { spread } from '../percentiles.ts';
import type { Measurement } from '../scenario.ts';

export const PAGE_REPETITIONS = 20;
const CUSTOMER = '01-ABF';
const LIMIT_MS = 30_000;

/**
 * The whole way, on the demo's stack and in Chromium: from the page's request to the live figure on it, and from the
 * press of Refresh to a figure that was changed in Sage just before.
 */
export async function measureAccountPage(directory: string): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  const settings = {
    ports: { service: 0, org: 0, preview: 0 },
    directories: {
      sage: join(directory, 'page-sage'),
      keys: join(directory, 'page-keys'),
      store: join(directory, 'page-store'),
      preview: previewDirectory
    },
    surroundings: { logDirectory: join(directory, 'page-logs'), onLine: () => undefined },
    progress: new Progress(),
    stop: stopRequested()
  };
  await withStack(settings, async (stack) => {
    measurements.push(...(await measureIn(stack)));
    return 0;
  });
  return measurements;
}

async function measureIn(stack: Stack): Promise<Measurement[]> {
  const id = await findAccountId(stack.org.ready, CUSTOMER);
  const url = `${stack.preview.ready.url}/lightning/r/Account/${id}/view?user=rep`;
  const browser = await startChromium();
  try {
    const { page } = await browser.open();
    await open(page, url); // the first opening fills the browser's cache
    const opened = await repeat(() => open(page, url));
    const control = connectControl(stack.sage.ready.controlUrl);
    const refreshed = await repeat((repetition) => refresh(page, control, repetition));
    return [
      { what: 'page request to live figure shown', milliseconds: spread(opened) },
      { what: 'press of Refresh to new figure shown', milliseconds: spread(refreshed) }
    ];
  } finally {
    await browser.close();
  }
}

async function repeat(once: (repetition: number) => Promise<number>): Promise<number[]> {
  const milliseconds: number[] = [];
  for (let repetition = 1; repetition <= PAGE_REPETITIONS; repetition += 1) {
    milliseconds.push(await once(repetition));
  }
  return milliseconds;
}

async function open(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  const begun = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page
    .locator('[data-id="freshness"][data-source="live"]')
    .first()
    .waitFor({ state: 'visible', timeout: LIMIT_MS });
  return performance.now() - begun;
}

/** The balance in Sage is another one each time, so that an old figure cannot pass for the new one. */
async function refresh(page: Page, control: SageControl, repetition: number): Promise<number> {
  const [division, number] = CUSTOMER.split('-');
  await control.set('AR_Customer', CUSTOMER, { CurrentBalance: `${repetition}000.00` });
  const { AgingCategory1 = '0', AgingCategory2 = '0' } = await control.show(
    'AR_Customer',
    `${division}-${number}`
  );
  const expected = (repetition * 1_000 + Number(AgingCategory1) + Number(AgingCategory2)).toFixed(2);
  const begun = performance.now();
  await page.getByRole('button', { name: 'Refresh' }).first().click();
  await page
    .locator(`[data-id="amount-due"][data-value="${expected}"]`)
    .first()
    .waitFor({ state: 'visible', timeout: LIMIT_MS });
  return performance.now() - begun;
}
