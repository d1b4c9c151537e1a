import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { projectRoot } from '../../../scripts/setup/paths.mjs';
import { accessibilityFaults } from '../../support/accessibility.ts';
import { startChromium, type RunningChromium, type WatchedPage } from '../../support/chromium.ts';
import type { Viewer } from './account-page.ts';
import { startDemoStack, type DemoStack } from './demo-stack.ts';
import { unreachedByKeyboard } from './keyboard-walk.ts';

/** Pictures for the documentation are taken only on demand: `LEDGER_BRIDGE_PICTURES=1`. */
const TAKES_PICTURES = process.env['LEDGER_BRIDGE_PICTURES'] === '1';
const PICTURES = join(projectRoot, 'docs/images/admin');

/** A tab of the app and the component that stands on its page. */
export interface AdminTab {
  readonly tab: string;
  readonly component: string;
}

/** The administrator's pages. */
export const ADMIN_TABS: readonly AdminTab[] = [
  { tab: 'Sage_Setup', component: 'c:sageSetup' },
  { tab: 'Sage_Objects', component: 'c:sageObjects' },
  { tab: 'Sage_Mapping', component: 'c:sageMappingDesigner' },
  { tab: 'Sage_Monitor', component: 'c:sageMonitor' },
  { tab: 'Sage_Failures', component: 'c:sageFailureDesk' }
];

/** The demo with everything running, and one browser that looks at its pages. */
export class AdminPages {
  readonly demo: DemoStack;
  readonly #browser: RunningChromium;

  private constructor(demo: DemoStack, browser: RunningChromium) {
    this.demo = demo;
    this.#browser = browser;
  }

  /** Starts both; the built preview is taken from that directory, or made there. */
  static async start(preview?: string): Promise<AdminPages> {
    const demo = await startDemoStack(preview);
    return new AdminPages(demo, await startChromium());
  }

  /** Opens a tab's page as a user; the state is what stands in its address, as `{ c__pair: 'Account-customer' }`. */
  async open(tab: string, viewer: Viewer, state: Readonly<Record<string, string>> = {}): Promise<AdminPage> {
    const query = new URLSearchParams({ ...state, user: viewer });
    const url = `${this.demo.stack.preview.ready.url}/lightning/n/${tab}?${query.toString()}`;
    return new AdminPage(await this.#browser.open(url));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.demo.close();
  }
}

/** One page, as a person has it open. */
export class AdminPage {
  readonly watched: WatchedPage;

  constructor(watched: WatchedPage) {
    this.watched = watched;
  }

  /** Waits until the component has a heading, no spinner turns and nothing is being asked; gives its place. */
  async untilFilled(component: string): Promise<Locator> {
    const { page } = this.watched;
    const place = page.locator(`main [data-component="${component}"]`);
    await place.getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    await place.locator('lightning-spinner').filter({ visible: true }).first().waitFor({ state: 'hidden' });
    return place;
  }

  /** Everything wrong with the page so far: console, answers, WCAG 2.2 A and AA. Nothing is what a test expects. */
  async faults(): Promise<string[]> {
    return [...this.watched.faults, ...(await accessibilityFaults(this.watched.page))];
  }

  /** The controls that the Tab key never comes to. */
  unreachedByKeyboard(): Promise<string[]> {
    return unreachedByKeyboard(this.watched.page);
  }

  /** The addresses of the tabs that the app shows to this user. */
  async tabs(): Promise<(string | null)[]> {
    const links = await this.watched.page
      .getByRole('navigation', { name: 'Ledger Bridge' })
      .getByRole('link')
      .all();
    return Promise.all(links.map((link) => link.getAttribute('href')));
  }

  /** Takes the picture of that name for the documentation, when pictures are asked for. */
  async picture(name: string): Promise<void> {
    if (TAKES_PICTURES) await this.watched.screenshot(join(PICTURES, `${name}.png`));
  }

  /** Takes the picture of one part of the page, as `picture` does. */
  async pictureOf(name: string, part: Locator): Promise<void> {
    if (TAKES_PICTURES)
      await part.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
  }

  async close(): Promise<void> {
    await this.watched.page.close();
  }
}
