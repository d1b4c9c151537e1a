import { deploy, manifest, metadataXml } from '../../../org-emulator/src/deploy/testing/packages.ts';
import type { OrgClient } from './org-client.ts';

/** A validation rule of an admin. */
export interface DeployedRule {
  readonly object: string;
  readonly name: string;
  readonly active: boolean;
  /** True where a save is refused. */
  readonly formula: string;
  readonly message: string;
}

/** Puts a validation rule into the org, as an admin does. @throws Error when the org does not take it. */
export async function deployToOrg(client: OrgClient, rule: DeployedRule): Promise<void> {
  const { object, name, active, formula, message } = rule;
  const parts = [
    `<fullName>${name}</fullName>`,
    `<active>${active}</active>`,
    `<errorConditionFormula>${formula}</errorConditionFormula>`,
    `<errorMessage>${message}</errorMessage>`
  ];
  const result = await client.through((connection) =>
    deploy(connection, {
      'package.xml': manifest({ ValidationRule: [`${object}.${name}`] }),
      [`objects/${object}.object`]: metadataXml(
        'CustomObject',
        `<validationRules>${parts.join('')}</validationRules>`
      )
    })
  );
  if (!result.success) throw new Error(`The rule was not taken: ${JSON.stringify(result.details)}`);
}
