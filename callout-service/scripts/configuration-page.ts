import { docOfSetting, settingNames } from '../src/config/settings.ts';

const groups: Readonly<Record<string, string>> = {
  HTTP_: 'HTTP',
  JWT_: 'Tokens',
  SAGE_: 'Sage',
  CREDIT_: 'Credit',
  AVAILABILITY_: 'Availability',
  PRICE_: 'Prices',
  AGING_: 'Aging',
  STORE_: 'Store',
  JOB_: 'Jobs',
  SALESFORCE_: 'Salesforce',
  ORDER_: 'Orders',
  MAIL_: 'Mail',
  ALERT_: 'Alerts',
  WEBHOOKS_: 'Webhooks',
  LOG_: 'Log'
};

/** `docs/configuration.md`: every setting with its meaning, what is allowed and what stands where it is not given. */
export function buildConfigurationPage(): string {
  const homeless = settingNames.filter(
    (name) => !Object.keys(groups).some((prefix) => name.startsWith(prefix))
  );
  if (homeless.length > 0) throw new Error(`No section for ${homeless.join(', ')}`);
  return [
    '# Configuration of the callout service',
    '<!-- Generated from callout-service/src/config/settings.ts by `npm run generate -w callout-service`. -->',
    'Settings are environment variables. The service checks all of them at start, lists every fault at once (LB001)' +
      ' and does not start with any. An empty variable counts as not set. A variable that begins like ours but is' +
      ' unknown is a fault too, so that a misspelt one does not go unnoticed. A secret may also stand in a file: give' +
      ' its path in the variable with `_FILE` after the name. Secrets have no default and appear in no log.',
    ...Object.entries(groups).flatMap(([prefix, title]) => [`## ${title}`, buildTable(prefix)]),
    ''
  ].join('\n\n');
}

function buildTable(prefix: string): string {
  const rows = settingNames.filter((name) => name.startsWith(prefix)).map(describe);
  return ['| setting | default | allowed | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function describe(name: string): string {
  const { doc, allowed, fallback, required, secret } = docOfSetting(name);
  const standing = required ? 'required' : fallback === undefined ? 'not set' : `\`${fallback}\``;
  const meaning = secret ? `${doc} Secret: \`${name}_FILE\` takes a file instead.` : doc;
  return `| ${[`\`${name}\``, standing, allowed, meaning].map(escapeCell).join(' | ')} |`;
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
