import type { z } from 'zod';
import {
  boiStatusSchema,
  recordAnswerSchema,
  refusalAnswerSchema,
  statusAnswerSchema
} from './owner/control-protocol.ts';
import type { BoiControlRequest } from './boi/state/boi-control.ts';
import type { BoiStatus, CompanyStatus } from './owner/control-protocol.ts';
import { checkDelay } from './faults/fault-switch.ts';
import { Refusal } from './refusal.ts';

/** Changes a running Sage company from outside its process. Every method rejects with a `Refusal` that says why. */
export interface SageControl {
  /** Sets columns of one record; the key is `01-ABF` or `A/B/C`, in the order of the table's key. */
  set(table: string, key: string, values: Readonly<Record<string, string>>): Promise<void>;
  /** Every column of one record as text. */
  show(table: string, key: string): Promise<Readonly<Record<string, string>>>;
  /** Refuses every statement and every new connection until `start`. */
  stop(): Promise<void>;
  /** Answers at once again. */
  start(): Promise<void>;
  /** Makes every statement take that many milliseconds. */
  slow(milliseconds: number): Promise<void>;
  /** Lets statements and new connections never return, deaf to SQLCancel, until another mode is set. */
  hang(): Promise<void>;
  status(): Promise<CompanyStatus>;
  /** Tells the Business Object Interface what to do wrong next, and how it is set up. */
  boi(order: BoiControlRequest): Promise<BoiStatus>;
  boiStatus(): Promise<BoiStatus>;
}

/** Controls answer at once in every mode; a disk that is busy gets time. */
const ANSWER_LIMIT_MS = 30_000;

/** The controls of the company whose owner process answers at that URL. */
export function connectControl(url: string): SageControl {
  const setMode = async (mode: object) => {
    await ask(`${url}/mode`, statusAnswerSchema, mode);
  };
  return {
    set: async (table, key, values) => {
      await ask(`${url}/records`, recordAnswerSchema, { table, key, values });
    },
    show: (table, key) =>
      ask(`${url}/records?${new URLSearchParams({ table, key }).toString()}`, recordAnswerSchema),
    stop: () => setMode({ mode: 'stopped' }),
    start: () => setMode({ mode: 'normal' }),
    slow: async (milliseconds) => {
      // Checked here too: JSON has no way to write what is not a number.
      checkDelay(milliseconds);
      await setMode({ mode: 'slow', milliseconds });
    },
    hang: () => setMode({ mode: 'hang' }),
    status: () => ask(`${url}/status`, statusAnswerSchema),
    boi: (order) => ask(`${url}/boi`, boiStatusSchema, order),
    boiStatus: () => ask(`${url}/boi`, boiStatusSchema)
  };
}

async function ask<T>(url: string, schema: z.ZodType<T>, body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const request = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(ANSWER_LIMIT_MS) }).catch(
    (cause: unknown) => {
      const origin = new URL(url).origin;
      throw new Refusal(`the Sage company at ${origin} does not answer; its process may have ended`, {
        cause
      });
    }
  );
  const answer: unknown = await response.json();
  if (response.ok) return schema.parse(answer);
  throw new Refusal(refusalAnswerSchema.parse(answer).refusal);
}
