import type { z } from 'zod';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { isSecret, type GatheredSettings } from './environment.ts';
import { docOfSetting } from './settings.ts';
import { storeAbsences } from './store.ts';

/**
 * Settings as their schema types them.
 * @throws LedgerBridgeError LB001 that lists every fault at once; secrets are not echoed.
 */
export function readSettings<Read>(
  { texts, faults }: GatheredSettings,
  schema: z.ZodType<Read>,
  contradictionsIn: (settings: Read) => readonly string[]
): Read {
  const result = schema.safeParse(texts);
  const all = [
    ...faults,
    ...storeAbsences(texts),
    ...(result.error?.issues ?? []).map((issue) => describeFault(issue, texts))
  ];
  if (result.success) all.push(...contradictionsIn(result.data));
  if (!result.success || all.length > 0) throw new LedgerBridgeError('LB001', { detail: listFaults(all) });
  return result.data;
}

function describeFault(issue: z.core.$ZodIssue, texts: Record<string, string>): string {
  const name = String(issue.path[0]);
  const { allowed } = docOfSetting(name);
  const text = texts[name];
  if (text === undefined) return `${name} is missing; give ${allowed}`;
  if (issue.code === 'custom' && issue.message !== 'Invalid input') {
    return `${name}: ${issue.message}; allowed: ${allowed}`;
  }
  const shown = isSecret(name) ? 'is not valid' : `is ${JSON.stringify(text)}`;
  return `${name} ${shown}; allowed: ${allowed}`;
}

function listFaults(faults: readonly string[]): string {
  return `${faults.length} fault(s) in the configuration:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`;
}
