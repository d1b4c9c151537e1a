import { AccessControl } from './access/access-control.ts';
import { ExternalServices, type CalloutSettings } from './callouts/external-services.ts';
import { NamedCredentials } from './callouts/named-credentials.ts';
import { Clock } from './clock.ts';
import { createStandardRecords } from './bootstrap/standard-records.ts';
import { loadSeeds } from './bootstrap/seeds.ts';
import { BulkJobs } from './bulk/bulk-jobs.ts';
import { FaultPlan } from './control/fault-plan.ts';
import { RequestLog } from './control/request-log.ts';
import { Database } from './data/database.ts';
import { Dml } from './data/dml.ts';
import type { RecordReader } from './data/record-reader.ts';
import { captureChanges } from './events/change-data-capture.ts';
import { createEventBus } from './events/event-bus.ts';
import { type EventSelection, eventSelection, nothingSelected } from './events/event-selection.ts';
import type { EventBus } from './events/org-event.ts';
import { FlowRuntime } from './flow/flow-runtime.ts';
import type { FlowDefinition } from './flow/flow-definition.ts';
import { loadFlow } from './flow/load-flow.ts';
import { Outbox } from './mail/outbox.ts';
import { checkConsistency } from './metadata/check-consistency.ts';
import { MetadataLoadError, ProblemList } from './metadata/load-error.ts';
import { type PackageMetadata, readPackage } from './metadata/package-metadata.ts';
import { defaultCalloutSettings, type ExternalClientApp, type OrgOptions } from './options.ts';
import { OrgLimits } from './rest/limits/org-limits.ts';
import { Sessions } from './rest/sessions.ts';
import { buildSchema, type Schema } from './schema/schema.ts';
import { SoqlEngine } from './soql/query.ts';

/** Everything of a local org behind its HTTP interface. */
export interface Org {
  /** What is deployed at this moment. */
  readonly metadata: PackageMetadata;
  readonly schema: Schema;
  readonly database: Database;
  readonly clock: Clock;
  readonly access: AccessControl;
  readonly dml: Dml;
  readonly reader: RecordReader;
  readonly events: EventBus;
  readonly eventSelection: EventSelection;
  readonly outbox: Outbox;
  readonly faults: FaultPlan;
  readonly requests: RequestLog;
  readonly soql: SoqlEngine;
  readonly bulkJobs: BulkJobs;
  readonly flows: FlowRuntime;
  readonly sessions: Sessions;
  readonly limits: OrgLimits;
  readonly calloutSettings: CalloutSettings;
  readonly externalClientApps: readonly ExternalClientApp[];
  /** Back to the state after start: standard records and seeds, real time, settings as given. */
  readonly reset: () => void;
  /**
   * Puts these components in place of those deployed. Throws MetadataLoadError, and changes nothing, when they do
   * not fit together.
   */
  readonly deploy: (metadata: PackageMetadata) => void;
  /** Ends what runs by itself, such as scheduled flows. */
  readonly close: () => void;
}

/**
 * Builds an org from a package. Throws MetadataLoadError with every problem of the package, or an Error for
 * options that name things the package does not have and for seeds that cannot be inserted.
 */
export function createOrg(options: OrgOptions): Org {
  if (options.namespace) throw new Error('The local org does not support packages with a namespace yet.');
  const metadata = readPackage(options.packageDirectory);
  checkOptions(options, metadata);
  const schema = buildSchema(metadata);
  const clock = new Clock();
  const database = new Database(schema, clock);
  const access = new AccessControl(schema, database, metadata.permissionSets);
  const events = createEventBus(clock, schema);
  const dml = new Dml({ schema, database, clock, events });
  const { reader } = dml;
  const outbox = new Outbox();
  const bulkJobs = new BulkJobs(clock);
  const faults = new FaultPlan();
  const selection = eventSelection(options.changeDataCapture ?? [], () => nothingSelected);
  const { isSelected } = selection;
  captureChanges({ database, events, faults, isSelected, overflowAfter: options.changeOverflowAfter });
  const requests = new RequestLog(clock);
  const limits = new OrgLimits(clock);
  const soql = new SoqlEngine(schema, database, clock, reader);
  const givenSettings = { ...defaultCalloutSettings, ...options.callouts };
  const calloutSettings = { ...givenSettings };
  const problems = new ProblemList();
  const { namedCredentialUrls, certificates } = options;
  const credentials = new NamedCredentials(metadata, namedCredentialUrls, certificates, clock);
  const externalServices = new ExternalServices(metadata, credentials, calloutSettings, problems);
  const flows = loadFlows(metadata, schema, externalServices, problems);
  checkConsistency(metadata, schema, problems);
  problems.throwIfAny();

  const services = { soql, externalServices, clock, labels: metadata.labels };
  const org: Org = {
    metadata,
    schema,
    database,
    clock,
    access,
    dml,
    reader,
    events,
    eventSelection: selection,
    outbox,
    faults,
    requests,
    soql,
    bulkJobs,
    flows: new FlowRuntime(flows, services),
    sessions: new Sessions(clock, limits),
    limits,
    calloutSettings,
    externalClientApps: options.externalClientApps ?? [],
    reset: () => {
      clock.run();
      for (const part of [faults, requests, limits, events, outbox, bulkJobs]) part.clear();
      Object.assign(calloutSettings, givenSettings);
      createStandardRecords(schema, database, clock, metadata.permissionSets);
      if (options.seedDirectory !== undefined) loadSeeds(org, options.seedDirectory);
      // What an org begins with was there before anyone could listen.
      events.clear();
    },
    deploy: () => {
      throw new Error('The local org cannot be deployed to yet');
    },
    close: () => undefined
  };
  org.reset();
  return org;
}

function loadFlows(
  metadata: PackageMetadata,
  schema: Schema,
  externalServices: ExternalServices,
  problems: ProblemList
): Map<string, FlowDefinition> {
  const flows = [...metadata.flows.values()].map((flow) =>
    loadFlow(flow, { schema, externalServices }, problems)
  );
  return new Map(flows.map((flow) => [flow.fullName, flow]));
}

function checkOptions(options: OrgOptions, metadata: PackageMetadata): void {
  const unknown = Object.keys(options.namedCredentialUrls).filter(
    (name) => !metadata.namedCredentials.has(name)
  );
  if (unknown.length === 0) return;
  throw new MetadataLoadError(
    unknown.map((name) => ({
      file: options.packageDirectory,
      component: name,
      problem: 'a URL is given for this named credential, but the package has no such named credential'
    }))
  );
}
