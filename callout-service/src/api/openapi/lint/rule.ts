import type { JsonObject } from './json.ts';

/** What a rule needs to know beside the document. */
export interface LintContext {
  /** Developer name of the registration that the document is for. */
  readonly registrationName: string;
  /** The namespace of the package, as long as it may become. */
  readonly namespace: string;
}

/** One rule that External Services, or our way of using them, lays on a document. */
export interface LintRule {
  readonly name: string;
  /** One sentence for each breach; none when the document keeps the rule. */
  check(document: JsonObject, context: LintContext): string[];
}
