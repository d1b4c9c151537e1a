import type { SalesforceConfiguration } from '../config/salesforce.ts';
import type { Clock } from '../telemetry/clock.ts';
import { systemClock } from '../telemetry/clock.ts';
import type { Logger } from '../telemetry/logger.ts';
import { createBulk, type BulkOptions } from './bulk/create-bulk.ts';
import type { SalesforceObserver } from './observer.ts';
import type { Salesforce, SalesforceState } from './port/salesforce.ts';
import type { EventStreamObserver } from './pub-sub/event-stream-observer.ts';
import { createSalesforceEvents } from './pub-sub/salesforce-events.ts';
import { createPackageNamer } from './records/package-namer.ts';
import { createRestRecords } from './records/rest-records.ts';
import { RestGateway } from './rest/rest-gateway.ts';
import { createReports } from './reports/create-reports.ts';
import { createSchema } from './schema/create-schema.ts';
import { createSession, type SalesforceSession } from './session/session.ts';

export type SalesforceOptions = SalesforceConfiguration & {
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly observer?: SalesforceObserver;
  readonly streamObserver?: EventStreamObserver;
  /** How often it is looked whether the limit of requests has freed up, about: a minute unless given. */
  readonly limitRecheckMs?: number;
  /** How long requests under way may go on when the service stops: five seconds unless given. */
  readonly closeGraceMs?: number;
  /** Sizes and pauses of bulk jobs; the usual ones unless given. */
  readonly bulk?: Partial<BulkOptions>;
};

/**
 * The org of these settings. Nothing is sent before something is asked of it; `probe` logs in and learns the limits.
 * @throws Error when the file of a certificate cannot be read.
 */
export function connectSalesforce(options: SalesforceOptions): Salesforce {
  const { logger, clock = systemClock, streamObserver } = options;
  const session = createSession(options);
  const gateway = new RestGateway(session, options);
  const events = createSalesforceEvents(session, {
    configuration: options,
    clock,
    logger,
    ...(streamObserver !== undefined && { observer: streamObserver })
  });
  const namer = createPackageNamer(options.namespace);
  const records = createRestRecords(gateway, namer);
  const state = () => stateOf(options, session, gateway);
  return {
    records,
    bulk: createBulk({ gateway, namer, records }, options.bulk),
    schema: createSchema(gateway, namer, clock),
    reports: createReports(gateway, records),
    events,
    state,
    async probe() {
      await gateway.probe();
      return state();
    },
    onChange: (listener) => gateway.availability.onChange(() => listener(state())),
    async close() {
      await Promise.all([events.close(), gateway.close()]);
      session.close();
    }
  };
}

function stateOf(
  { username }: SalesforceOptions,
  { instanceUrl }: SalesforceSession,
  { availability, usage, heldUntil }: RestGateway
): SalesforceState {
  return {
    reachable: availability.reachable,
    lastFailure: availability.lastFailure,
    user: username,
    instanceUrl,
    requests: usage,
    heldUntil: heldUntil === undefined ? undefined : new Date(heldUntil).toISOString()
  };
}
