import type { AlertConfiguration } from '../../config/salesforce.ts';
import type { Alert } from '../../store/port/alerts.ts';
import type { GateState } from '../../sync/gates/gate-state.ts';
import { isBookkeeping } from '../../sync/failures/bookkeeping.ts';
import { meaningOfCode } from '../../sync/failures/meaning-of-code.ts';
import type { StoreOutlook } from '../store-watch.ts';
import { settledWithin } from '../settled-within.ts';
import type { Prerequisite } from './service-status.ts';

/** What a look at the status waits for the list of open alerts. */
const ALERTS_PATIENCE_MS = 1_000;

/** What is known of how records move, beside both systems. */
export interface SyncOutlook {
  readonly gates: () => readonly GateState[];
  readonly openAlerts: () => Promise<readonly Alert[]>;
}

/** Whether lanes are held back, what waits for a decision, and whether people are told. */
export async function describeSync(
  sync: SyncOutlook | undefined,
  store: StoreOutlook,
  mail: AlertConfiguration['mail']
): Promise<Prerequisite[]> {
  if (sync === undefined) return [];
  return [
    describeGates(sync.gates()),
    describeDeadLetters(store),
    await describeAlerts(sync),
    describeMail(mail, store)
  ];
}

/** A closed gate uses up no attempts: what waits is done when it opens. The instance stays ready for inquiries. */
export function describeGates(gates: readonly GateState[]): Prerequisite {
  const closed = gates.filter(({ open }) => !open);
  const name = 'gates';
  if (closed.length === 0) {
    return { name, state: 'ok', finding: `Open: ${gates.map((gate) => gate.name).join(', ')}.` };
  }
  const words = closed.map(
    (gate) => `${gate.name} since ${gate.closedSince ?? 'now'} (${gate.because ?? 'no code'})`
  );
  const { cause, action } = meaningOfCode(closed[0]?.because);
  return {
    name,
    state: 'warning',
    finding: `Closed: ${words.join(', ')}. Jobs wait behind them and use up no attempts.`,
    cause,
    fix: action
  };
}

function describeDeadLetters(store: StoreOutlook): Prerequisite {
  const name = 'deadLetters';
  if (store.state === 'unreachable') {
    const finding = 'Whether jobs wait for a decision is not known.';
    return { name, state: 'warning', finding, fix: 'Mend the way to the store first.' };
  }
  const dead = store.lanes.filter((lane) => lane.dead > 0 && !isBookkeeping(lane.lane));
  if (dead.length === 0) return { name, state: 'ok', finding: 'No job waits for a decision.' };
  return {
    name,
    state: 'warning',
    finding: `Jobs wait for a decision: ${dead.map((lane) => `${lane.dead} of ${lane.lane}`).join(', ')}.`,
    cause: 'They failed for good, and hold up the later jobs of their record.',
    fix: 'Look at them with listDeadLetters, mend what each names, then replay or skip it.'
  };
}

async function describeAlerts({ openAlerts }: SyncOutlook): Promise<Prerequisite> {
  const name = 'alerts';
  const open = await settledWithin(
    openAlerts().catch(() => undefined),
    ALERTS_PATIENCE_MS
  );
  if (open === undefined) {
    const fix = 'Mend the way to the store first.';
    return { name, state: 'warning', finding: 'Which alerts are open is not known.', fix };
  }
  if (open.length === 0) return { name, state: 'ok', finding: 'No alert is open.' };
  return {
    name,
    state: 'warning',
    finding: `Open: ${open.map(({ topic, since }) => `${topic} since ${since}`).join(', ')}.`,
    cause: open.map(({ detail }) => detail.split('\n')[0] ?? '').join(' '),
    fix: 'Follow the section of each in docs/runbooks.md; an alert ends by itself when its trouble does.'
  };
}

/** Whether people can be told, and whether something could not be told or written for them. */
export function describeMail(mail: AlertConfiguration['mail'], store: StoreOutlook): Prerequisite {
  const name = 'alertMail';
  const missing = store.state === 'reachable' ? store.lanes.filter(isMissing) : [];
  if (missing.length > 0) {
    const what = missing.map(({ lane, dead }) => `${dead} of ${lane}`).join(', ');
    return {
      name,
      state: 'failed',
      finding: `Alerts or records of what happened could not be sent: ${what}. They are in the log.`,
      cause: 'The mail server or Salesforce refused them for good.',
      fix: 'Look at the dead letters of these lanes, correct the settings that they name, then replay them.'
    };
  }
  if (mail === undefined) {
    return {
      name,
      state: 'warning',
      finding: 'Nobody is told of troubles by mail.',
      cause: 'MAIL_SMTP_URL and MAIL_FROM are not set.',
      fix: 'Set them, and MAIL_TO, so that people hear of a trouble of Salesforce too.'
    };
  }
  const settings = mail.to.length === 0 ? 'only those of the configuration' : `${mail.to.length} of MAIL_TO`;
  return { name, state: 'ok', finding: `Alerts go by mail from ${mail.from}; addresses: ${settings}.` };
}

function isMissing({ lane, dead }: { readonly lane: string; readonly dead: number }): boolean {
  return dead > 0 && isBookkeeping(lane);
}
