import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_TABS, AdminPages } from './support/admin-pages.ts';

let pages: AdminPages;

beforeAll(async () => {
  pages = await AdminPages.start();
});
afterAll(() => pages.close());

describe('the administrator', () => {
  it.each(ADMIN_TABS)(
    'when the administrator opens $tab, then it is filled without a fault, and the keyboard comes to every control',
    async ({ tab, component }) => {
      const page = await pages.open(tab, 'admin');
      await page.untilFilled(component);
      expect(await page.faults()).toEqual([]);
      expect(await page.unreachedByKeyboard()).toEqual([]);
      expect(await page.tabs()).toContain(`/lightning/n/${tab}`);
      await page.picture(tab);
      await page.close();
    }
  );
});

describe('who is no administrator', () => {
  it.each(ADMIN_TABS)('when a rep types the address of $tab, then access is refused', async ({ tab }) => {
    const page = await pages.open(tab, 'rep');
    await page.watched.page.locator('[data-id="no-tab-access"]').waitFor();
    expect(await page.faults()).toEqual([]);
    expect(await page.tabs()).not.toContain(`/lightning/n/${tab}`);
    await page.close();
  });
});
