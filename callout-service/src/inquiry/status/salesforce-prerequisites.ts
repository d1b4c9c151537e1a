import type { SalesforceConfiguration } from '../../config/salesforce.ts';
import { errorCatalogue } from '../../errors/catalogue.ts';
import type { SubscriptionState } from '../../salesforce/port/salesforce-events.ts';
import type { SalesforceState } from '../../salesforce/port/salesforce.ts';
import type { Prerequisite } from './service-status.ts';

/** What is known of the way to Salesforce; undefined where it is not set up. */
export interface SalesforceOutlook {
  readonly configuration: Pick<SalesforceConfiguration, 'loginUrl' | 'apiReservePercent'>;
  readonly state: () => SalesforceState;
  /** Of the stream of order requests; undefined before it was opened. */
  readonly orderRequests: () => SubscriptionState | undefined;
  /** Of the streams of changes, one for each object that goes to Sage. */
  readonly changeEvents: () => readonly { readonly channel: string; readonly state: SubscriptionState }[];
}

/** What moving records needs of Salesforce. A service that answers inquiries only is in order, and says so. */
export function describeSalesforceWay(outlook: SalesforceOutlook | undefined): Prerequisite[] {
  if (outlook === undefined) {
    const finding = 'This service answers inquiries only; Salesforce is not set up (SALESFORCE_LOGIN_URL).';
    return [{ name: 'salesforce', state: 'ok', finding }];
  }
  const state = outlook.state();
  return [
    describeLogin(state, outlook.configuration.loginUrl),
    describeRequests(state, outlook.configuration.apiReservePercent),
    describeOrderRequests(outlook.orderRequests()),
    describeChangeEvents(outlook.changeEvents())
  ];
}

function describeLogin({ reachable, user, instanceUrl, lastFailure }: SalesforceState, loginUrl: string) {
  const name = 'salesforce';
  if (reachable) {
    const where = instanceUrl === undefined ? `will log in at ${loginUrl}` : `is logged in at ${instanceUrl}`;
    return { name, state: 'ok', finding: `The service ${where} as ${user}.` } as const;
  }
  const { cause, action } = lastFailure?.entry ?? errorCatalogue.LB701;
  const why =
    lastFailure === undefined ? 'It cannot be reached.' : `${lastFailure.code}: ${lastFailure.message}`;
  const finding = `Salesforce cannot be used as ${user}. ${why} What is to be written there waits.`;
  return { name, state: 'failed', finding, cause, fix: action } as const;
}

function describeRequests({ requests, heldUntil }: SalesforceState, reservePercent: number): Prerequisite {
  const name = 'salesforceRequests';
  const left =
    requests === undefined
      ? 'How many API requests are left is not known yet.'
      : `${requests.limit - requests.used} of ${requests.limit} API requests in 24 hours are left; ${reservePercent} percent are kept for people.`;
  if (heldUntil === undefined) return { name, state: 'ok', finding: left };
  const { cause, action } = errorCatalogue.LB716;
  return {
    name,
    state: 'warning',
    finding: `${left} Requests wait until ${heldUntil}.`,
    cause,
    fix: action
  };
}

function describeOrderRequests(stream: SubscriptionState | undefined): Prerequisite {
  const name = 'orderRequests';
  if (stream === undefined) {
    const fix = 'Ask again in a moment.';
    return { name, state: 'warning', finding: 'The stream of order requests was not opened yet.', fix };
  }
  const last = stream.lastSignAt === undefined ? 'nothing has come yet' : `last sign ${stream.lastSignAt}`;
  const finding = `The stream of order requests is ${stream.state}; ${last}; opened again ${stream.reopened} time(s).`;
  if (stream.state === 'open' || stream.state === 'connecting') return { name, state: 'ok', finding };
  const { cause, action } = stream.lastFailure?.entry ?? errorCatalogue.LB711;
  return {
    name,
    state: 'warning',
    finding: `${finding} A query looks for requests meanwhile.`,
    cause,
    fix: action
  };
}

function describeChangeEvents(streams: ReturnType<SalesforceOutlook['changeEvents']>): Prerequisite {
  const name = 'changeEvents';
  const words = streams.map(({ channel, state }) => `${channel} is ${state.state}`);
  if (words.length === 0) {
    return { name, state: 'ok', finding: 'No object pair that is switched on goes to Sage.' };
  }
  const finding = `Streams of changes: ${words.join(', ')}.`;
  const down = streams.find(({ state }) => state.state === 'waiting' || state.state === 'closed');
  if (down === undefined) return { name, state: 'ok', finding };
  const { cause, action } = down.state.lastFailure?.entry ?? errorCatalogue.LB711;
  return {
    name,
    state: 'warning',
    finding: `${finding} What people change there reaches Sage later.`,
    cause,
    fix: action
  };
}
