import { AccessControl } from './access/access-control.ts';
import type { CalloutSettings } from './callouts/external-services.ts';
import { Clock } from './clock.ts';
import { createStandardRecords, fitSetupRecords } from './bootstrap/standard-records.ts';
import { loadSeeds } from './bootstrap/seeds.ts';
import { orgUsers } from './bootstrap/users.ts';
import { BulkJobs } from './bulk/bulk-jobs.ts';
import { FaultPlan } from './control/fault-plan.ts';
import { RequestLog } from './control/request-log.ts';
import { Database } from './data/database.ts';
import { Dml } from './data/dml.ts';
import { keepHistory } from './data/history/keep-history.ts';
import type { RecordReader } from './data/record-reader.ts';
import { DeployedModel } from './deployed-model.ts';
import { Deployments } from './deploy/deployments.ts';
import { runDeployment } from './deploy/run-deployment.ts';
import { captureChanges } from './events/change-data-capture.ts';
import { StoredEvents } from './events/event-bus.ts';
import { type EventSelection, eventSelection } from './events/event-selection.ts';
import type { EventBus } from './events/org-event.ts';
import { FlowRuntime } from './flow/flow-runtime.ts';
import { Outbox } from './mail/outbox.ts';
import type { Namespace } from './metadata/apply-namespace.ts';
import { changeDataSelection } from './metadata/change-data-selection.ts';
import { MetadataLoadError } from './metadata/load-error.ts';
import { type PackageMetadata, readPackage } from './metadata/package-metadata.ts';
import {
  defaultCalloutSettings,
  type ExternalClientApp,
  type OrgOptions,
  standardDefaults
} from './options.ts';
import { OrgLimits } from './rest/limits/org-limits.ts';
import { Sessions } from './rest/sessions.ts';
import type { Schema } from './schema/schema.ts';
import { SoqlEngine } from './soql/query.ts';

/** Everything of a local org behind its HTTP interface. */
export interface Org {
  /** What is deployed at this moment. */
  readonly metadata: PackageMetadata;
  /** How names of the package that stand without prefix, as in seeds, become names of the org. */
  readonly namespace: Namespace;
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
  /**
   * Back to the state after start: standard records and seeds, real time, settings as given. Sessions live on, since
   * their users come back with the same ids: a client that is logged in need not log in again.
   */
  readonly reset: () => void;
  /**
   * Puts this metadata in place of what is deployed: objects and fields with their records, access, flows,
   * credentials, and the records that stand for components. Throws MetadataLoadError, and changes nothing, when it
   * does not fit together. `mergeMetadata` and `removeComponents` make whole metadata of a deployment's part.
   */
  readonly deploy: (metadata: PackageMetadata) => void;
  /** Throws what `deploy` would throw, and changes nothing either way. */
  readonly validate: (metadata: PackageMetadata) => void;
  readonly deployments: Deployments;
  /** Ends what runs by itself, such as scheduled flows. */
  readonly close: () => void;
}

/**
 * Builds an org from a package. Throws MetadataLoadError with every problem of the package, or an Error for
 * options that name things the package does not have and for seeds that cannot be inserted.
 */
export function createOrg(options: OrgOptions): Org {
  const { metadata, namespace } = readPackage(options.packageDirectory, options.namespace);
  const basis = createBasis(options);
  const { certificates } = options;
  const namedCredentialUrls = urlsByFullName(options, namespace, metadata);
  const deployed = new DeployedModel(metadata, { ...basis, certificates, namedCredentialUrls });
  const records = createRecords(deployed, basis);
  const org: Org = {
    ...basis,
    ...records,
    get metadata() {
      return deployed.current.metadata;
    },
    namespace,
    schema: deployed.schema,
    eventSelection: captureSelected(options, namespace, deployed, { ...basis, ...records }),
    flows: createFlows(deployed, { ...basis, ...records }),
    externalClientApps: options.externalClientApps ?? [],
    reset: () => resetOrg(org, deployed, options),
    deploy: (next) => {
      deployed.deploy(next);
      fitSetupRecords(org, next);
    },
    validate: (next) => deployed.check(next),
    deployments: new Deployments(basis.clock, (deployment) => runDeployment(org, deployment)),
    close: () => org.flows.close()
  };
  org.reset();
  return org;
}

/** What needs no metadata. */
function createBasis(options: OrgOptions) {
  const clock = new Clock();
  const limits = new OrgLimits(clock, options.dailyApiRequests);
  return {
    clock,
    limits,
    sessions: new Sessions(clock, limits),
    faults: new FaultPlan(),
    requests: new RequestLog(clock),
    outbox: new Outbox(),
    bulkJobs: new BulkJobs(clock),
    calloutSettings: givenCalloutSettings(options)
  };
}

type Basis = ReturnType<typeof createBasis>;

function givenCalloutSettings({ callouts }: OrgOptions): CalloutSettings {
  return { ...defaultCalloutSettings, ...callouts };
}

/** Records and events: who may read and write them, and how. */
function createRecords(deployed: DeployedModel, { clock }: Basis) {
  const { schema } = deployed;
  const database = new Database(schema, clock);
  deployed.onAdopted(() => database.fitSchema());
  keepHistory({ schema, database, clock });
  const access = new AccessControl(schema, database, () => deployed.current.metadata.permissionSets);
  const events: EventBus = new StoredEvents(clock, schema);
  const dml = new Dml({ schema, database, clock, events });
  const { reader } = dml;
  return { database, access, events, dml, reader, soql: new SoqlEngine(schema, database, clock, reader) };
}

type Records = Basis & ReturnType<typeof createRecords>;

/** Tells changes of the entities that the package, or the options in an admin's name, select. */
function captureSelected(
  options: OrgOptions,
  namespace: Namespace,
  deployed: DeployedModel,
  { database, events, faults }: Records
): EventSelection {
  const inSetup = (options.changeDataCapture ?? []).map(namespace.text);
  const selection = eventSelection(inSetup, () => changeDataSelection(deployed.current.metadata));
  const { isSelected } = selection;
  captureChanges({ database, events, faults, isSelected, overflowAfter: options.changeOverflowAfter });
  return selection;
}

function createFlows(deployed: DeployedModel, parts: Records): FlowRuntime {
  const flows = new FlowRuntime(deployed.current.flows, {
    ...parts,
    schema: deployed.schema,
    get externalServices() {
      return deployed.current.externalServices;
    },
    get labels() {
      return deployed.current.metadata.labels;
    }
  });
  deployed.onAdopted((model) => flows.become(model.flows));
  parts.dml.useTriggers(flows.recordTriggers);
  return flows;
}

function resetOrg(org: Org, deployed: DeployedModel, options: OrgOptions): void {
  const { clock, faults, requests, limits, events, outbox, bulkJobs, deployments, dml } = org;
  clock.run();
  const parts = [faults, requests, limits, events, outbox, bulkJobs, deployments, dml.storage];
  for (const part of parts) part.clear();
  Object.assign(org.calloutSettings, givenCalloutSettings(options));
  deployed.reset();
  createStandardRecords(org, {
    metadata: org.metadata,
    users: [...orgUsers, ...(options.users ?? [])],
    defaults: { ...standardDefaults, ...options.defaults },
    namespace: org.namespace
  });
  if (options.seedDirectory !== undefined) loadSeeds(org, options.seedDirectory);
  org.flows.clear();
  // What an org begins with was there before anyone could listen.
  events.clear();
}

/** The URLs of the options by the named credentials' names in the org. */
function urlsByFullName(
  options: OrgOptions,
  namespace: Namespace,
  metadata: PackageMetadata
): Readonly<Record<string, string>> {
  const urls = Object.entries(options.namedCredentialUrls).map(
    ([name, url]) => [namespace.name('namedCredential', name), url] as const
  );
  const unknown = urls.filter(([name]) => !metadata.namedCredentials.has(name));
  if (unknown.length === 0) return Object.fromEntries(urls);
  throw new MetadataLoadError(
    unknown.map(([name]) => ({
      file: options.packageDirectory,
      component: name,
      problem: 'a URL is given for this named credential, but the package has no such named credential'
    }))
  );
}
