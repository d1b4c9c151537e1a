import type { Schema } from '../schema/schema.ts';
import { checkedWith } from './checks/check.ts';
import { checkFields } from './checks/check-fields.ts';
import { checkFormulas } from './checks/check-formulas.ts';
import { checkObjectParts } from './checks/check-object-parts.ts';
import { checkObjects } from './checks/check-objects.ts';
import { checkPermissionSets } from './checks/check-permission-sets.ts';
import { checkSetup } from './checks/check-setup.ts';
import type { ProblemList } from './load-error.ts';
import type { PackageMetadata } from './package-metadata.ts';

const checks = [checkObjects, checkFields, checkFormulas, checkObjectParts, checkPermissionSets, checkSetup];

/** Finds what an org would refuse to deploy because components do not fit together. */
export function checkConsistency(metadata: PackageMetadata, schema: Schema, problems: ProblemList): void {
  const checked = checkedWith(metadata, schema, problems);
  for (const check of checks) check(checked);
}
