import type { CashReceiptImport, WritingConfiguration } from '../../config/writing.ts';
import type { SageCatalogue } from '../../sage/port/sage-catalogue.ts';
import type { WriterState } from '../../sage/port/sage-writer.ts';
import { errorCatalogue } from '../../errors/catalogue.ts';
import { settledWithin } from '../settled-within.ts';
import type { Prerequisite } from './service-status.ts';

/** SalesOrderDraft.requestKey: a key of a request is up to so many characters long. */
const REQUEST_KEY_LENGTH = 40;
/** What a look at the status waits for descriptions of tables, which are kept once they were read. */
const CATALOGUE_PATIENCE_MS = 2_000;

export interface WritingParts {
  readonly writing: WritingConfiguration | undefined;
  /** Undefined where the service reads only. */
  readonly state: WriterState | undefined;
  readonly catalogue: Pick<SageCatalogue, 'describe'>;
  /** Whether tables can be asked for now; without Sage the question would wait for connections. */
  readonly sageAnswers: boolean;
}

/** What writing needs. A service that only reads is in order, and says so. */
export async function describeWriting(parts: WritingParts): Promise<Prerequisite[]> {
  const { writing, state } = parts;
  if (writing === undefined || state === undefined) {
    return [
      {
        name: 'writing',
        state: 'ok',
        finding: 'This service reads only; writing to Sage is not set up (SAGE_BOI_HOME_DIRECTORY).'
      }
    ];
  }
  return [
    describePause(state),
    describeBridge(state),
    await describeRequestKey('orderRequestKey', writing.orderRequestKeyField, parts),
    await describeRequestKey('customerRequestKey', writing.customerRequestKeyField, parts),
    describeCashReceipts(writing.cashReceipts)
  ];
}

/** Whether records are written now, and how many wait. */
export function describePause({ pausedSince, waiting }: WriterState): Prerequisite {
  if (pausedSince === null) {
    return { name: 'writing', state: 'ok', finding: `Writing to Sage is set up; ${waiting} record(s) wait.` };
  }
  return {
    name: 'writing',
    state: 'warning',
    finding: `Writing has been paused since ${pausedSince}; ${waiting} record(s) wait.`,
    cause: 'An operator paused it, so that Sage can run a task that needs its files alone.',
    fix: 'When that task has ended, resume with resumeWriting, POST /v1/writing/resume.'
  };
}

/** The process that speaks with the Business Object Interface. */
export function describeBridge({ bridge, bridgeName, lastFailure }: WriterState): Prerequisite {
  const named = bridgeName === null ? 'It has not been started yet' : `It is ${bridgeName}`;
  const finding = `The bridge to the Business Object Interface: ${bridge}. ${named}.`;
  const failure = Object.entries(errorCatalogue).find(([code]) => code === lastFailure);
  if (failure === undefined) {
    if (bridge !== 'failed') return { name: 'bridge', state: 'ok', finding };
    const { cause, action } = errorCatalogue.LB513;
    return { name: 'bridge', state: 'failed', finding, cause, fix: action };
  }
  const [code, { cause, action }] = failure;
  return {
    name: 'bridge',
    // A failure that was got over is worth a word; while it lasts, nothing can be written.
    state: bridge === 'failed' ? 'failed' : 'warning',
    finding: `${finding} Its last failure was ${code}.`,
    cause,
    fix: action
  };
}

const REQUEST_KEYS = {
  orderRequestKey: {
    setting: 'SAGE_ORDER_REQUEST_KEY_FIELD',
    tables: ['SO_SalesOrderHeader', 'SO_SalesOrderHistoryHeader'],
    what: 'orders',
    without: 'Orders are written only with a key in Sage, since it shows whether one was written before.'
  },
  customerRequestKey: {
    setting: 'SAGE_CUSTOMER_REQUEST_KEY_FIELD',
    tables: ['AR_Customer'],
    what: 'customers',
    without:
      'Customers whose number Sage hands out are written only with a key in Sage, since it shows whether one was written before.'
  }
} as const;

/** Whether Sage can keep the key of a request, by which a write is recognised that was made before. */
async function describeRequestKey(
  name: keyof typeof REQUEST_KEYS,
  field: string | undefined,
  { catalogue, sageAnswers }: WritingParts
): Promise<Prerequisite> {
  const { setting, tables, without } = REQUEST_KEYS[name];
  if (field === undefined) {
    return {
      name,
      state: 'warning',
      finding: `${setting} is not set.`,
      cause: without,
      fix: `Add a text field of ${REQUEST_KEY_LENGTH} characters with Custom Office to ${tables.join(' and ')}, and name it in ${setting}.`
    };
  }
  const lengths = sageAnswers ? await fieldLengths(field, tables, catalogue) : undefined;
  if (lengths === undefined) {
    return {
      name,
      state: 'warning',
      finding: `Whether Sage has ${field} is not known yet.`,
      cause: 'Sage was not reached, or has not answered yet.',
      fix: 'Mend the way to Sage first, or ask again in a moment.'
    };
  }
  return judgeRequestKey(name, field, lengths);
}

/** Characters of the field in each table, 0 where it is missing; undefined when Sage does not say it in time. */
async function fieldLengths(
  field: string,
  tables: readonly string[],
  catalogue: WritingParts['catalogue']
): Promise<ReadonlyMap<string, number> | undefined> {
  const asked = Promise.all(
    tables.map(async (table): Promise<[string, number]> => {
      const columns = (await catalogue.describe(table))?.columns ?? [];
      return [table, columns.find((column) => column.name === field)?.length ?? 0];
    })
  );
  // The first prerequisite already says why Sage cannot answer.
  const found = await settledWithin(
    asked.catch(() => undefined),
    CATALOGUE_PATIENCE_MS
  );
  return found && new Map(found);
}

function judgeRequestKey(
  name: keyof typeof REQUEST_KEYS,
  field: string,
  lengths: ReadonlyMap<string, number>
): Prerequisite {
  const { setting, what } = REQUEST_KEYS[name];
  const faulty = [...lengths].filter(([, length]) => length < REQUEST_KEY_LENGTH);
  if (faulty.length === 0) {
    const finding = `${[...lengths.keys()].join(' and ')} keep the key of a request in ${field}.`;
    return { name, state: 'ok', finding };
  }
  const found = faulty.map(([table, length]) =>
    length === 0 ? `${table} has no ${field}` : `${table}.${field} holds ${length} characters`
  );
  return {
    name,
    state: 'failed',
    finding: `${found.join('; ')}.`,
    cause: `A key of ${REQUEST_KEY_LENGTH} characters cannot be kept there, so that ${what} could be written twice.`,
    fix: `Give the field ${REQUEST_KEY_LENGTH} characters in each of these tables with Custom Office, or name another in ${setting}.`
  };
}

/** Whether payments can be written. */
export function describeCashReceipts(cashReceipts: CashReceiptImport | undefined): Prerequisite {
  const name = 'cashReceipts';
  if (cashReceipts === undefined) {
    return { name, state: 'ok', finding: 'Cash receipts are not written; no import job is set (SAGE_VI_…).' };
  }
  return {
    name,
    state: 'ok',
    finding: `Cash receipts are imported by the Visual Integrator job ${cashReceipts.job}.`
  };
}
