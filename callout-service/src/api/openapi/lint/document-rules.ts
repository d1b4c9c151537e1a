import { listOf, objectOf, textOf } from './json.ts';
import type { LintRule } from './rule.ts';
import { operationsOf } from './visit.ts';

/** Our own ceiling; External Services take 10,000,000 characters (Salesforce help, External Services limits). */
const MAX_CHARACTERS = 1_000_000;
/** Longer descriptions are cut (Salesforce help, External Services schema definition). */
const MAX_DESCRIPTION = 1_333;

/** Rules on the document as a whole. */
export const documentRules: readonly LintRule[] = [
  {
    name: 'openapi-3.0',
    check: ({ openapi }) =>
      /^3\.0\.\d$/.test(textOf(openapi))
        ? []
        : [`openapi is ${String(openapi)}; 3.0.x is what can be registered`]
  },
  {
    name: 'size',
    check(document) {
      const characters = JSON.stringify(document).length;
      return characters < MAX_CHARACTERS ? [] : [`the document has ${characters} characters`];
    }
  },
  {
    name: 'paths-begin-with-slash',
    check: ({ paths }) =>
      Object.keys(objectOf(paths))
        .filter((path) => !path.startsWith('/'))
        .map((path) => `${path} does not begin with /`)
  },
  {
    name: 'description-length',
    check: (document) =>
      descriptionsOf(document)
        .filter((description) => description.length > MAX_DESCRIPTION)
        .map(
          (description) => `a description of ${description.length} characters: "${description.slice(0, 30)}…"`
        )
  },
  {
    name: 'no-unsupported-parts',
    check(document) {
      const faults = operationsOf(document).flatMap(({ name, operation }) => [
        ...('callbacks' in operation ? [`${name} has callbacks`] : []),
        ...Object.entries(objectOf(operation.responses)).flatMap(([code, response]) =>
          ['headers', 'links']
            .filter((part) => part in objectOf(response))
            .map((part) => `${name} ${code} has ${part}`)
        )
      ]);
      if ('webhooks' in document) faults.push('the document has webhooks');
      const servers = listOf(document.servers).map(objectOf);
      if (servers.some((server) => 'variables' in server)) faults.push('a server has variables');
      return faults;
    }
  }
];

function descriptionsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(descriptionsOf);
  const entries = Object.entries(objectOf(value));
  return entries.flatMap(([name, inner]) =>
    name === 'description' && typeof inner === 'string' ? [inner] : descriptionsOf(inner)
  );
}
