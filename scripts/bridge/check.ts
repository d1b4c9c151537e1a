import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Finding } from './finding.ts';
import { rulesOfLanguage } from './rules-of-language.ts';
import { rulesOfNames } from './rules-of-names.ts';
import { rulesOfOutput } from './rules-of-output.ts';
import { parsePowerShell } from './syntax-tree.ts';

/** The bridge script that customers run. */
export const BRIDGE_SCRIPT = fileURLToPath(
  new URL('../../callout-service/bridge/boi-bridge.ps1', import.meta.url)
);

/** The names of all rules. */
export const RULE_NAMES: readonly string[] = [...rulesOfLanguage, ...rulesOfOutput, ...rulesOfNames].map(
  ({ name }) => name
);

/**
 * Reads a bridge script as a parser does, without running it, and tells what it must not do. Windows PowerShell runs on
 * Windows alone, so this is what can be known of the script elsewhere.
 */
export async function checkBridgeScript(text: string): Promise<readonly Finding[]> {
  const script = { text, tree: await parsePowerShell(text) };
  return [...rulesOfLanguage, ...rulesOfOutput, ...rulesOfNames].flatMap((rule) =>
    rule.find(script).map((finding) => ({ rule: rule.name, ...finding }))
  );
}

if (import.meta.main) {
  const findings = await checkBridgeScript(await readFile(BRIDGE_SCRIPT, 'utf8'));
  for (const { rule, line, problem } of findings) console.error(`boi-bridge.ps1:${line} ${rule}: ${problem}`);
  console.log(`boi-bridge.ps1: ${findings.length} findings of ${RULE_NAMES.length} rules`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
