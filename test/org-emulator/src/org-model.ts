import { type CalloutSettings, ExternalServices } from './callouts/external-services.ts';
import type { SigningKeys } from './callouts/jwt-authorization.ts';
import { NamedCredentials } from './callouts/named-credentials.ts';
import type { Clock } from './clock.ts';
import type { FaultPlan } from './control/fault-plan.ts';
import type { RequestLog } from './control/request-log.ts';
import type { FlowDefinition } from './flow/flow-definition.ts';
import { loadFlow } from './flow/load-flow.ts';
import { checkConsistency } from './metadata/check-consistency.ts';
import { ProblemList } from './metadata/load-error.ts';
import type { PackageMetadata } from './metadata/package-metadata.ts';
import { buildSchema } from './schema/build-schema.ts';
import type { Schema } from './schema/schema.ts';

/** What is made of metadata. A deployment makes a whole new model, and puts it in place only when it is sound. */
export interface OrgModel {
  readonly metadata: PackageMetadata;
  readonly schema: Schema;
  readonly externalServices: ExternalServices;
  readonly flows: ReadonlyMap<string, FlowDefinition>;
}

/** What a model needs of its org. */
export interface ModelSetting {
  readonly namedCredentialUrls: Readonly<Record<string, string>>;
  readonly certificates: SigningKeys;
  readonly calloutSettings: CalloutSettings;
  readonly clock: Clock;
  readonly faults: FaultPlan;
  /** Where callouts are noted. */
  readonly requests?: RequestLog;
}

/**
 * Builds the model of what is to be deployed. Throws MetadataLoadError with every problem. Objects of the schema
 * `before` keep their key prefixes.
 */
export function buildModel(metadata: PackageMetadata, setting: ModelSetting, before?: Schema): OrgModel {
  const problems = new ProblemList();
  const schema = buildSchema(metadata, problems, before);
  const { namedCredentialUrls, certificates, calloutSettings, clock } = setting;
  const credentials = new NamedCredentials(metadata, namedCredentialUrls, certificates, clock);
  const externalServices = new ExternalServices(metadata, credentials, calloutSettings, problems, setting);
  checkConsistency(metadata, schema, problems);
  const { labels, customPermissions } = metadata;
  const context = { schema, externalServices, labels, customPermissions };
  const flows = [...metadata.flows.values()].map((flow) =>
    loadFlow(flow, { ...context, flows: metadata.flows }, problems)
  );
  problems.throwIfAny();
  const byName = new Map(flows.map((flow) => [flow.fullName, flow]));
  return { metadata, schema, externalServices, flows: byName };
}
