import type { Stack } from './stack.ts';

/** What a person reads when all of the demo runs: addresses, the table of processes and four things to try. */
export function welcome(stack: Stack, accountUrl: string, opportunityUrl: string): string {
  const rows = [
    ['Sage company ABC', stack.sage.ready.controlUrl, stack.sage.pid],
    ['callout service', stack.service.ready.url, stack.service.pid],
    ['local org', stack.org.ready.url, stack.org.pid],
    ['page preview', stack.preview.ready.url, stack.preview.pid]
  ] as const;
  return [
    '',
    'Ledger Bridge runs.',
    '',
    ...table(
      ['what', 'address', 'pid'],
      rows.map((row) => row.map(String))
    ),
    '',
    'Four things to try:',
    '  1. Open the page of American Business Futures, as a sales rep:',
    `     ${accountUrl}`,
    '  2. Change its balance in Sage, then press Refresh on the page:',
    '     npm run sage -- set AR_Customer 01-ABF CurrentBalance=5000.00',
    '  3. Stop Sage and press Refresh: the last figures stay, marked as stale, with the reason. Then start it again:',
    '     npm run sage -- stop',
    '     npm run sage -- start',
    '  4. Choose the stage Closed Won on the page of this opportunity and press Mark as Current Stage: within seconds it',
    '     shows its sales order in Sage.',
    `     ${opportunityUrl}`,
    '',
    'Logs are in .run/logs. Ctrl-C ends all of it.',
    ''
  ].join('\n');
}

/** Lines of a table whose columns are as wide as their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()
  );
}
