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
import { buildModel, type OrgModel } from './org-model.ts';
import { OrgLimits } from './rest/limits/org-limits.ts';
import { Sessions } from './rest/sessions.ts';
import { Schema } from './schema/schema.ts';
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
  /** Back to the state after start: standard records and seeds, real time, settings as given. */
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
  const namedCredentialUrls = urlsByFullName(options, namespace, metadata);
  const clock = new Clock();
  const givenSettings = { ...defaultCalloutSettings, ...options.callouts };
  const calloutSettings = { ...givenSettings };
  const deployments = new Deployments(clock, (deployment) => runDeployment(org, deployment));
  const faults = new FaultPlan();
  const requests = new RequestLog(clock);
  const { certificates } = options;
  const modelSetting = { certificates, namedCredentialUrls, calloutSettings, clock, faults, requests };
  const firstModel = buildModel(metadata, modelSetting);
  let model = firstModel;
  const schema = new Schema(model.schema.objects);
  const database = new Database(schema, clock);
  const access = new AccessControl(schema, database, () => model.metadata.permissionSets);
  const events = new StoredEvents(clock, schema);
  const dml = new Dml({ schema, database, clock, events });
  keepHistory({ schema, database, clock });
  const { reader } = dml;
  const outbox = new Outbox();
  const bulkJobs = new BulkJobs(clock);
  const selection = eventSelection((options.changeDataCapture ?? []).map(namespace.text), () =>
    changeDataSelection(model.metadata)
  );
  const { isSelected } = selection;
  captureChanges({ database, events, faults, isSelected, overflowAfter: options.changeOverflowAfter });
  const limits = new OrgLimits(clock);
  const soql = new SoqlEngine(schema, database, clock, reader);
  const flowServices = {
    ...{ schema, database, dml, reader, soql, events, access, outbox, clock },
    get externalServices() {
      return model.externalServices;
    },
    get labels() {
      return model.metadata.labels;
    }
  };
  const flows = new FlowRuntime(model.flows, flowServices);
  dml.useTriggers(flows.recordTriggers);
  const adopt = (next: OrgModel): void => {
    model = next;
    schema.become(next.schema);
    database.fitSchema();
    org.flows.become(next.flows);
  };
  const org: Org = {
    get metadata() {
      return model.metadata;
    },
    namespace,
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
    flows,
    sessions: new Sessions(clock, limits),
    limits,
    calloutSettings,
    externalClientApps: options.externalClientApps ?? [],
    reset: () => {
      clock.run();
      for (const part of [faults, requests, limits, events, outbox, bulkJobs, deployments, dml.storage]) part.clear();
      Object.assign(calloutSettings, givenSettings);
      if (model !== firstModel) adopt(firstModel);
      createStandardRecords(org, {
        metadata: model.metadata,
        users: [...orgUsers, ...(options.users ?? [])],
        defaults: { ...standardDefaults, ...options.defaults },
        namespace
      });
      if (options.seedDirectory !== undefined) loadSeeds(org, options.seedDirectory);
      flows.clear();
      // What an org begins with was there before anyone could listen.
      events.clear();
    },
    deploy: (next) => {
      adopt(buildModel(next, modelSetting, schema));
      fitSetupRecords(org, next);
    },
    validate: (next) => void buildModel(next, modelSetting, schema),
    deployments,
    close: () => flows.close()
  };
  org.reset();
  return org;
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
