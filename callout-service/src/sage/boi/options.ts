import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { BoiObserver } from './observer.ts';

/** The part of a pino logger that is used here. */
export interface BoiLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Who logs in to Sage: a user of Sage, or the Windows account of the service where Sage has Unified Logon. */
export type BoiLogin =
  | { readonly type: 'sage-user'; readonly user: string; readonly password: string }
  | { readonly type: 'unified-logon' };

/** Writing into one Sage company. Holds secrets, so it is never logged and reaches the bridge on its standard input. */
export interface BoiOptions {
  /** The bridge's program, started without a shell. */
  readonly command: string;
  readonly arguments: readonly string[];
  /** Environment variables of the bridge beside the few that any program needs; no secrets. */
  readonly environment?: Readonly<Record<string, string>>;

  /** Sage's own directory `…\MAS90\Home`, as ProvideX.Script takes it in Init. */
  readonly homeDirectory: string;
  readonly login: BoiLogin;
  /** As `ABC`. */
  readonly companyCode: string;
  /** IANA zone of the Sage server, in which the module date is today. */
  readonly timeZone: string;
  /** The date that every task is opened with, in place of today: for demonstrations and tests. */
  readonly moduleDate?: CalendarDay;

  /** Time until a bridge must say that it is ready. */
  readonly startTimeoutMs: number;
  /** Time that logging in to Sage may take. */
  readonly sessionTimeoutMs: number;
  /** Time that one operation has for all its calls, counted from when its turn comes and the session is there. */
  readonly operationTimeoutMs: number;
  /** Time without a heartbeat after which a bridge that runs a batch is killed; several heartbeats long. */
  readonly silenceTimeoutMs: number;
  /** Time that a bridge has to end by itself before it is killed. */
  readonly closeGraceMs: number;

  /** Age at which a session is replaced, between two operations. */
  readonly recycleAfterHours: number;
  /** Operations after which a session is replaced. */
  readonly recycleAfterOperations: number;
  /** Time without an operation after which the session is closed, so that Sage's files and seat come free. */
  readonly closeWhenIdleMinutes: number;
  /** Operations that may wait at once; more are refused with LB518. */
  readonly maxWaiting: number;

  readonly observer?: BoiObserver;
  readonly logger?: BoiLogger;
}
