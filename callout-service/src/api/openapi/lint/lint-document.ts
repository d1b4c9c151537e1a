import { documentRules } from './document-rules.ts';
import type { JsonObject } from './json.ts';
import { operationRules } from './operation-rules.ts';
import type { LintContext, LintRule } from './rule.ts';
import { schemaRules } from './schema-rules.ts';

/** Every rule on a single document; changes between two releases are found by `findBreakingChanges`. */
export const lintRules: readonly LintRule[] = [...documentRules, ...operationRules, ...schemaRules];

/** Everything in a document that External Services would refuse, or turn into something a flow cannot use. */
export function lintDocument(document: JsonObject, context: LintContext): string[] {
  return lintRules.flatMap((rule) => rule.check(document, context).map((fault) => `${rule.name}: ${fault}`));
}
