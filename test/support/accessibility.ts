import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const findings = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) })
);

/**
 * Runs axe on the whole page, with the rules of WCAG 2.2 A and AA, in the real browser. Gives one line per violation;
 * none is what a test expects.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axeSource });
  const violations = findings.parse(
    await page.evaluate(
      `axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      }).then((result) => result.violations)`
    )
  );
  return violations.map(({ id, help, nodes }) => `${id}: ${help} at ${nodes[0]?.html ?? ''}`);
}
