import { z } from 'zod';

/** What `POST /mode` takes. */
export const modeRequestSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('normal') }),
  z.strictObject({ mode: z.literal('stopped') }),
  z.strictObject({ mode: z.literal('slow'), milliseconds: z.number() }),
  z.strictObject({ mode: z.literal('hang') })
]);

/** What `POST /records` takes. */
export const setRequestSchema = z.strictObject({
  table: z.string(),
  key: z.string(),
  values: z.record(z.string(), z.string())
});

/** What `GET /records` answers: every column as text. */
export const recordAnswerSchema = z.record(z.string(), z.string());

/** What `POST /boi` takes: see `boi/state/boi-control.ts`. */
export { boiControlSchema } from '../boi/state/boi-control.ts';

/** What `POST /boi` answers, and `GET /boi`: faults that are armed, records in use, seats taken. */
export const boiStatusSchema = z.object({
  faults: z.array(z.string()),
  locks: z.array(z.string()),
  seatsTaken: z.number(),
  settings: z.record(z.string(), z.string())
});
export type BoiStatus = z.infer<typeof boiStatusSchema>;

/** What `GET /status` answers. */
export const statusAnswerSchema = z.object({
  mode: z.enum(['normal', 'stopped', 'slow', 'hang']),
  milliseconds: z.number().optional(),
  size: z.enum(['demo', 'mid', 'large']),
  seed: z.number(),
  today: z.string(),
  customers: z.number(),
  databaseFile: z.string(),
  odbcIniFile: z.string()
});
export type CompanyStatus = z.infer<typeof statusAnswerSchema>;

/** What is answered with status 400 when something cannot be done as asked. */
export const refusalAnswerSchema = z.object({ refusal: z.string() });

/** What the owner process sends to the process that forked it, and keeps in `state.json` of its directory. */
export const readyMessageSchema = z.object({
  type: z.literal('ready'),
  pid: z.number(),
  connectionString: z.string(),
  odbcIniFile: z.string(),
  databaseFile: z.string(),
  controlUrl: z.string()
});
export type ReadyMessage = z.infer<typeof readyMessageSchema>;
