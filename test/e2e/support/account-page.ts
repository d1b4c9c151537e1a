import { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import type { Stack } from '../../../scripts/demo/stack.ts';
import type { RunningChromium, WatchedPage } from '../../support/chromium.ts';

/** Who looks at the page, in the words of the preview's user switch. */
export type Viewer = 'rep' | 'admin' | 'noaccess';

const sessionSchema = z.object({ accessToken: z.string() });

/** Ids of the demo's accounts by name, read by jsforce as the administrator. */
export async function readAccountIds(org: Stack['org']['ready']): Promise<ReadonlyMap<string, string>> {
  const answer = await fetch(`${org.controlUrl}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin@ledger-bridge.example' })
  });
  const { accessToken } = sessionSchema.parse(await answer.json());
  const connection = new Connection({ instanceUrl: org.url, accessToken, version: '66.0' });
  const { records } = await connection.query<{ Id: string; Name: string }>('SELECT Id, Name FROM Account');
  return new Map(records.map(({ Id, Name }) => [Name, Id]));
}

/** Opens account pages in one browser. */
export class AccountPages {
  readonly #browser: RunningChromium;
  readonly #stack: Stack;
  readonly #ids: ReadonlyMap<string, string>;

  private constructor(browser: RunningChromium, stack: Stack, ids: ReadonlyMap<string, string>) {
    this.#browser = browser;
    this.#stack = stack;
    this.#ids = ids;
  }

  static async of(browser: RunningChromium, stack: Stack): Promise<AccountPages> {
    return new AccountPages(browser, stack, await readAccountIds(stack.org.ready));
  }

  /** Opens the page of the account with that name. */
  async open(accountName: string, viewer: Viewer = 'rep'): Promise<AccountPage> {
    const id = this.#ids.get(accountName);
    if (id === undefined) throw new Error(`The demo has no account "${accountName}".`);
    const url = `${this.#stack.preview.ready.url}/lightning/r/Account/${id}/view?user=${viewer}`;
    return new AccountPage(await this.#browser.open(url));
  }
}

/** What a person sees of the summary on one account page. */
export class AccountPage {
  readonly watched: WatchedPage;

  constructor(watched: WatchedPage) {
    this.watched = watched;
  }

  /** Waits until the figures come from there. */
  async untilSource(source: 'live' | 'cache' | 'salesforce'): Promise<void> {
    await this.watched.page.locator(`[data-id="freshness"][data-source="${source}"]`).first().waitFor();
  }

  /** Waits until an element of the summary is visible. */
  async untilShown(dataId: string): Promise<void> {
    await this.watched.page.locator(`[data-id="${dataId}"]`).first().waitFor();
  }

  /** The exact amount that an element carries. */
  amount(dataId: string): Promise<string | null> {
    return this.watched.page.locator(`[data-id="${dataId}"]`).first().getAttribute('data-value');
  }

  /** The error code that an element carries. */
  code(dataId: string): Promise<string | null> {
    return this.watched.page.locator(`[data-id="${dataId}"]`).first().getAttribute('data-code');
  }

  async text(dataId: string): Promise<string> {
    return this.watched.page.locator(`[data-id="${dataId}"]`).first().innerText();
  }

  async isShown(dataId: string): Promise<boolean> {
    return this.watched.page.locator(`[data-id="${dataId}"]`).first().isVisible();
  }

  async refresh(): Promise<void> {
    await this.watched.page.getByRole('button', { name: 'Refresh' }).first().click();
  }

  async close(): Promise<void> {
    await this.watched.page.close();
  }
}
