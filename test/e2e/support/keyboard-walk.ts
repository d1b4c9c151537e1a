import type { Page } from 'playwright-core';

const MOST_STEPS = 300;
const CONTROLS =
  'a[href], button:enabled, input:enabled:not([type=radio]), select:enabled, textarea:enabled, [tabindex="0"]';

/**
 * Walks through the main part of a page with the Tab key alone and names the visible controls that it never came to. One
 * of a group that the arrow keys walk, such as tabs and radio buttons, stands for its group.
 * @throws Error when the focus never leaves the main part again: a keyboard trap.
 */
export async function unreachedByKeyboard(page: Page): Promise<string[]> {
  const reached = await page.evaluateHandle(() => new Set<unknown>());
  // The last link before the main part.
  await page.locator('nav a').last().focus();
  for (let step = 0; ; step += 1) {
    if (step === MOST_STEPS) throw new Error(`The focus is still on the page after ${step} steps.`);
    await page.keyboard.press('Tab');
    const isInside = await page
      .locator('main :focus')
      .evaluateAll((focused, set) => focused.map((element) => set.add(element)).length > 0, reached);
    if (!isInside) break;
  }
  return page
    .locator(`main :is(${CONTROLS})`)
    .filter({ visible: true })
    .evaluateAll(
      (controls, set) =>
        controls
          .filter((control) => Reflect.get(control, 'tabIndex') !== -1 && !set.has(control))
          .map((control) => String(Reflect.get(control, 'outerHTML')).slice(0, 200)),
      reached
    );
}
