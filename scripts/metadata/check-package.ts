import type { MetadataTypes } from './metadata-types.ts';
import { readPackage } from './package-source.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import { bundlesRule } from './rules/bundles.ts';
import { componentReferencesRule } from './rules/component-references.ts';
import { credentialsRule } from './rules/credentials.ts';
import { fieldDefinitionRule } from './rules/field-definition.ts';
import { flowActionsRule } from './rules/flow-actions.ts';
import { flowConnectorsRule } from './rules/flow-connectors.ts';
import { flowFieldsRule } from './rules/flow-fields.ts';
import { flowReferencesRule } from './rules/flow-references.ts';
import { labelsRule } from './rules/labels.ts';
import { pagesRule } from './rules/pages.ts';
import { permissionSetsRule } from './rules/permission-sets.ts';
import { reportsRule } from './rules/reports.ts';
import { schemaRule } from './rules/schema.ts';
import { translationsRule } from './rules/translations.ts';

const rules: readonly Rule[] = [
  schemaRule,
  fieldDefinitionRule,
  labelsRule,
  translationsRule,
  bundlesRule,
  componentReferencesRule,
  permissionSetsRule,
  pagesRule,
  reportsRule,
  credentialsRule,
  flowConnectorsRule,
  flowReferencesRule,
  flowFieldsRule,
  flowActionsRule
];

/** What the check of a package found. */
export interface PackageReport {
  /** By file and line. */
  readonly problems: readonly Problem[];
  readonly fileCount: number;
  readonly ruleCount: number;
}

/** Checks every metadata file and component of a directory by every rule. */
export function checkPackage(directory: string, types: MetadataTypes): PackageReport {
  const source = readPackage(directory);
  const found = rules.flatMap((rule) => rule.check(source, types));
  const problems = [...source.problems, ...found].toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line
  );
  return { problems, fileCount: source.files.length + source.problems.length, ruleCount: rules.length };
}
