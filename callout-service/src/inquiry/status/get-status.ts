import type { Configuration } from '../../config/configuration.ts';
import type { LastAnswers } from '../../store/port/last-answers.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { SageCatalogue } from '../../sage/port/sage-catalogue.ts';
import type { SageReader } from '../../sage/port/sage-reader.ts';
import type { SageWriter } from '../../sage/port/sage-writer.ts';
import type { SageProbeCache } from '../readiness.ts';
import { settledWithin } from '../settled-within.ts';
import type { StoreWatch } from '../store-watch.ts';
import {
  describeClock,
  describeSage,
  describeSigningKeys,
  describeTimeZone,
  describeTls
} from './prerequisites.ts';
import { describeCapabilities } from './sage-prerequisites.ts';
import { describeSalesforceWay, type SalesforceOutlook } from './salesforce-prerequisites.ts';
import type { Prerequisite, ServiceStatus } from './service-status.ts';
import { describeLastAnswers, describeStore } from './store-prerequisites.ts';
import { describeSync, type SyncOutlook } from './sync-prerequisites.ts';
import { describeWriting } from './writing-prerequisites.ts';

/** What a look at the status waits for an answer to questions that may open a dozen connections. */
const CAPABILITIES_PATIENCE_MS = 2_000;

export interface StatusParts {
  readonly configuration: Configuration;
  readonly probe: SageProbeCache;
  readonly sage: Pick<SageReader, 'capabilities'>;
  readonly catalogue: Pick<SageCatalogue, 'describe'>;
  /** Undefined where the service reads only. */
  readonly writer: Pick<SageWriter, 'state'> | undefined;
  readonly store: StoreWatch;
  readonly lastAnswers: LastAnswers;
  /** Seconds this machine's clock is ahead of Salesforce, as tokens show; undefined before there were a few. */
  readonly secondsAhead: () => number | undefined;
  /** Undefined where the service answers inquiries only. */
  readonly salesforce?: SalesforceOutlook | undefined;
  readonly sync?: SyncOutlook | undefined;
  readonly version: string;
  readonly clock: Clock;
}

/** Makes the inquiry "status": each prerequisite with its state, its cause and its fix. It does not fail. */
export function createStatusInquiry(parts: StatusParts): () => Promise<ServiceStatus> {
  const startedAt = parts.clock();
  // Asked now, so that the first look at the status finds the answer.
  void parts.sage.capabilities();
  return async () => {
    const prerequisites = await examine(parts);
    const now = parts.clock();
    return {
      state: worstOf(prerequisites),
      version: parts.version,
      startedAt: startedAt.toISO(),
      uptimeSeconds: Math.floor(now.diff(startedAt).as('seconds')),
      asOf: now.toISO(),
      prerequisites
    };
  };
}

async function examine(parts: StatusParts): Promise<Prerequisite[]> {
  const { configuration, lastAnswers } = parts;
  const outcome = await parts.probe.current();
  // Without Sage there is nothing to ask, and the questions would wait for connections.
  const capabilities =
    outcome.state === 'reachable'
      ? await settledWithin(parts.sage.capabilities(), CAPABILITIES_PATIENCE_MS)
      : undefined;
  const writing = await describeWriting({
    writing: configuration.writing,
    state: parts.writer?.state(),
    catalogue: parts.catalogue,
    sageAnswers: outcome.state === 'reachable'
  });
  const store = await parts.store.current();
  const sync = await describeSync(parts.sync, store, configuration.alerts.mail);
  const now = parts.clock();
  return [
    describeSage(outcome),
    ...describeCapabilities(configuration.sage, capabilities),
    ...writing,
    ...describeSalesforceWay(parts.salesforce),
    ...sync,
    describeTimeZone(configuration.sage.timeZone, now),
    describeSigningKeys(configuration.jwt.keys, now),
    describeClock(parts.secondsAhead(), now),
    describeStore(store),
    describeLastAnswers(lastAnswers.count(), lastAnswers.state()),
    describeTls(configuration.http.tls, configuration.http.host)
  ];
}

function worstOf(prerequisites: readonly Prerequisite[]): ServiceStatus['state'] {
  const states = new Set(prerequisites.map((prerequisite) => prerequisite.state));
  if (states.has('failed')) return 'failed';
  return states.has('warning') ? 'warning' : 'ok';
}
