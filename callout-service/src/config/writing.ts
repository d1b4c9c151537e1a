import type { Settings } from './settings.ts';

/** What writing through the Business Object Interface needs; undefined where the service reads only. */
export interface WritingConfiguration {
  readonly homeDirectory: string;
  readonly command: string;
  readonly arguments: readonly string[];
  /** Undefined: the Windows account of the service logs on. */
  readonly user: { readonly name: string; readonly password: string } | undefined;
  readonly startTimeoutMs: number;
  readonly sessionTimeoutMs: number;
  readonly operationTimeoutMs: number;
  readonly silenceTimeoutMs: number;
  readonly closeGraceMs: number;
  readonly settleMs: number;
  readonly recycleAfterHours: number;
  readonly recycleAfterOperations: number;
  readonly closeWhenIdleMinutes: number;
  readonly maxWaiting: number;
  readonly orderRequestKeyField: string | undefined;
  readonly customerRequestKeyField: string | undefined;
  readonly cashReceipts: CashReceiptImport | undefined;
}

/** How cash receipts get into Sage: a Visual Integrator job. */
export interface CashReceiptImport {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly job: string;
  readonly directory: string;
  readonly timeoutMs: number;
}

/** The settings of writing, grouped. */
export function writingOf(settings: Settings): WritingConfiguration | undefined {
  const homeDirectory = settings.SAGE_BOI_HOME_DIRECTORY;
  if (homeDirectory === undefined) return undefined;
  return {
    homeDirectory,
    command: settings.SAGE_BOI_COMMAND,
    arguments: settings.SAGE_BOI_ARGUMENTS,
    user: userOf(settings),
    startTimeoutMs: settings.SAGE_BOI_START_TIMEOUT_MS,
    sessionTimeoutMs: settings.SAGE_BOI_SESSION_TIMEOUT_MS,
    operationTimeoutMs: settings.SAGE_BOI_OPERATION_TIMEOUT_MS,
    silenceTimeoutMs: settings.SAGE_BOI_SILENCE_TIMEOUT_MS,
    closeGraceMs: settings.SAGE_BOI_CLOSE_GRACE_MS,
    settleMs: settings.SAGE_BOI_SETTLE_MS,
    recycleAfterHours: settings.SAGE_BOI_RECYCLE_HOURS,
    recycleAfterOperations: settings.SAGE_BOI_RECYCLE_OPERATIONS,
    closeWhenIdleMinutes: settings.SAGE_BOI_IDLE_MINUTES,
    maxWaiting: settings.SAGE_BOI_MAX_WAITING,
    orderRequestKeyField: settings.SAGE_ORDER_REQUEST_KEY_FIELD,
    customerRequestKeyField: settings.SAGE_CUSTOMER_REQUEST_KEY_FIELD,
    cashReceipts: cashReceiptsOf(settings)
  };
}

/** Settings of writing that contradict each other. */
export function writingFaults(settings: Settings): string[] {
  const { SAGE_BOI_USER: user, SAGE_BOI_PASSWORD: password } = settings;
  const importing = [
    settings.SAGE_VI_COMMAND,
    settings.SAGE_VI_CASH_RECEIPT_JOB,
    settings.SAGE_VI_DIRECTORY
  ].filter((each) => each !== undefined);
  return [
    ...((user === undefined) === (password === undefined)
      ? []
      : ['SAGE_BOI_USER and SAGE_BOI_PASSWORD belong together; give both or none']),
    ...(importing.length === 0 || importing.length === 3
      ? []
      : ['SAGE_VI_COMMAND, SAGE_VI_CASH_RECEIPT_JOB and SAGE_VI_DIRECTORY belong together; give all or none'])
  ];
}

function userOf({ SAGE_BOI_USER: name, SAGE_BOI_PASSWORD: password }: Settings) {
  return name === undefined || password === undefined ? undefined : { name, password };
}

function cashReceiptsOf(settings: Settings): CashReceiptImport | undefined {
  const { SAGE_VI_COMMAND: command, SAGE_VI_CASH_RECEIPT_JOB: job, SAGE_VI_DIRECTORY: directory } = settings;
  if (command === undefined || job === undefined || directory === undefined) return undefined;
  return {
    command,
    arguments: settings.SAGE_VI_ARGUMENTS,
    job,
    directory,
    timeoutMs: settings.SAGE_VI_TIMEOUT_MS
  };
}
