import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';

/** Chromium alone: no sandbox (containers refuse it), no graphics card, nothing that calls home. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

export interface ChromiumOptions {
  /** The browser's program; `CHROMIUM_PATH`, or the system's, when left out. */
  readonly executablePath?: string;
  /** Size of the window in CSS pixels; a desktop's when left out. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A page and everything that went wrong on it so far. */
export interface WatchedPage {
  readonly page: Page;
  /**
   * Faults in the order they happened: console errors, uncaught errors, requests without an answer, answers
   * from 400 up. Empty at the end of a test is the sign of a healthy page.
   */
  readonly faults: readonly string[];
  /** The path of every request sent to a server, in order. */
  readonly requests: readonly string[];
  /** Writes a PNG of the whole page (the folder is made when missing) and gives its path. */
  screenshot(file: string): Promise<string>;
}

/** A running Chromium with a profile of its own. */
export interface RunningChromium {
  /** Opens a page whose faults are collected from the start. */
  open(url?: string): Promise<WatchedPage>;
  /** Forgets cookies, and with them the signed-in user. */
  clearCookies(): Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/**
 * Starts Chromium.
 * @throws Error saying how to install it when there is none.
 */
export async function startChromium(options: ChromiumOptions = {}): Promise<RunningChromium> {
  const executablePath = options.executablePath ?? process.env['CHROMIUM_PATH'] ?? INSTALLED;
  if (!existsSync(executablePath))
    throw new Error(
      `No Chromium at ${executablePath}: install it (apt-get install chromium) or set CHROMIUM_PATH`
    );
  const profile = await mkdtemp(path.join(tmpdir(), 'ledger-bridge-chromium-'));
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 3 });
  const launching = chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: FLAGS,
    viewport: options.viewport ?? { width: 1400, height: 1000 },
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles'
  });
  const context = await launching.catch(async (error: unknown) => {
    await removeProfile();
    throw error;
  });
  return {
    open: (url) => openPage(context, url),
    clearCookies: () => context.clearCookies(),
    async close() {
      await context.close();
      await removeProfile();
    }
  };
}

async function openPage(context: BrowserContext, url: string | undefined): Promise<WatchedPage> {
  const page = await context.newPage();
  const faults = collectFaults(page);
  const requests = collectRequests(page);
  if (url) await page.goto(url);
  return { page, faults, requests, screenshot: (file) => screenshot(page, file) };
}

function collectFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    faults.push(`request: ${request.method()} ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`answer: ${response.status()} ${response.url()}`);
  });
  return faults;
}

function collectRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    requests.push(`${request.method()} ${decodeURIComponent(url.pathname + url.search)}`);
  });
  return requests;
}

async function screenshot(page: Page, file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage: true });
  return file;
}
