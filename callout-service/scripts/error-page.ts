import { errorCatalogue, type ErrorEntry } from '../src/errors/catalogue.ts';

const groups: Readonly<Record<string, string>> = {
  LB0: 'Configuration',
  LB1: 'The request',
  LB2: 'Who calls',
  LB3: 'Reaching Sage',
  LB4: 'What Sage holds',
  LB5: 'Writing into Sage',
  LB6: 'The store and its jobs',
  LB70: 'Reaching Salesforce, and what it holds',
  LB71: 'Salesforce: streams, limits, set-up',
  LB75: 'Moving records',
  LB77: 'Alerts',
  LB78: 'Keeping objects in step',
  LB79: 'Keeping objects in step, continued',
  LB9: 'The service itself'
};

/** `docs/errors.md`: every code of the catalogue with what it means and what to do. */
export function buildErrorPage(): string {
  const homeless = Object.keys(errorCatalogue).filter((code) => groupsOf(code).length !== 1);
  if (homeless.length > 0) throw new Error(`No section, or several, for ${homeless.join(', ')}`);
  const sections = Object.entries(groups).flatMap(([prefix, title]) => [
    `## ${prefix}: ${title}`,
    ...Object.entries(errorCatalogue)
      .filter(([code]) => code.startsWith(prefix))
      .map(([code, entry]) => describe(code, entry))
  ]);
  return [
    '# Errors',
    '<!-- Generated from callout-service/src/errors/catalogue.ts by `npm run generate -w callout-service`. -->',
    'Every failure has a stable code. A failure is answered as problem details (RFC 9457) with the members `type`,' +
      ' `title`, `status`, `detail`, `instance`, `code`, `retryable`, `cause`, `action` and `requestId`; `requestId`' +
      ' finds the case in the log of the service. Retryable means that the same request may succeed later without' +
      ' anybody changing anything.',
    'Codes of the group LB8 come from the pages in Salesforce, for failures before the service is reached; they are' +
      ' custom labels of the package, listed in [decision 008](decisions/008-package-page-states.md).',
    ...sections,
    ''
  ].join('\n\n');
}

function groupsOf(code: string): readonly string[] {
  return Object.keys(groups).filter((prefix) => code.startsWith(prefix));
}

function describe(code: string, entry: ErrorEntry): string {
  return [
    `### ${code} ${entry.title}`,
    `HTTP status ${entry.status}, ${entry.kind === 'transient' ? 'retryable' : 'not retryable'}.`,
    `- Cause: ${entry.cause}\n- What to do: ${entry.action}`
  ].join('\n\n');
}
