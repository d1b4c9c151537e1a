import { readFileSync } from 'node:fs';
import { nearestName } from './nearest-name.ts';
import { docOfSetting, settingNames } from './settings.ts';

const ownPrefixes = [
  'HTTP_',
  'JWT_',
  'SAGE_',
  'CREDIT_',
  'AVAILABILITY_',
  'PRICE_',
  'AGING_',
  'STORE_',
  'JOB_',
  'SALESFORCE_',
  'ORDER_',
  'MAIL_',
  'ALERT_',
  'WEBHOOKS_',
  'LOG_'
];

// Read by the proxies and clients of other programs, though they begin like ours.
const foreignNames = new Set(['HTTP_PROXY']);

/** Environment variables as the process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Which settings are gathered, and how variables begin that nothing but a setting may have. */
export interface WantedSettings {
  readonly names: readonly string[];
  readonly prefixes: readonly string[];
}

/** The texts of our settings and what is wrong with the way they were given. */
export interface GatheredSettings {
  readonly texts: Record<string, string>;
  readonly faults: readonly string[];
}

/**
 * Collects our variables, or those of a part of the settings: from the environment, secrets from files also, with a fault
 * for each unknown one.
 */
export function gatherSettings(
  environment: Environment,
  { names, prefixes }: WantedSettings = { names: settingNames, prefixes: ownPrefixes }
): GatheredSettings {
  const texts: Record<string, string> = {};
  const faults = unknownVariables(environment, prefixes);
  for (const name of names) {
    const given = isSecret(name) ? readSecret(name, environment, faults) : environment[name];
    // An empty variable is how shells and service managers spell "not set".
    if (given !== undefined && given !== '') texts[name] = given;
  }
  return { texts, faults };
}

/** Whether a setting holds a secret. */
export function isSecret(name: string): boolean {
  return docOfSetting(name).secret === true;
}

function readSecret(name: string, environment: Environment, faults: string[]): string | undefined {
  const fileVariable = `${name}_FILE`;
  const file = environment[fileVariable];
  if (file === undefined || file === '') return environment[name];
  if (environment[name]) faults.push(`${name} and ${fileVariable} are both given; give one of them`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    faults.push(`${fileVariable} names a file that cannot be read; it is missing or access is denied`);
    return undefined;
  }
}

function unknownVariables(environment: Environment, prefixes: readonly string[]): string[] {
  const known = settingNames.flatMap((name) => (isSecret(name) ? [name, `${name}_FILE`] : [name]));
  return Object.keys(environment)
    .filter((name) => prefixes.some((prefix) => name.startsWith(prefix)))
    .filter((name) => !known.includes(name) && !foreignNames.has(name))
    .sort()
    .map((name) => `${name} is not a setting of this service; did you mean ${nearestName(name, known)}?`);
}
