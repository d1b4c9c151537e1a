import { LedgerBridgeError } from '../../../callout-service/src/errors/ledger-bridge-error.ts';

/** One figure, as it was published and as the service reads it. */
export interface Figure {
  /** What it is, as `01-ABF credit limit`. */
  readonly what: string;
  readonly expected: string;
  readonly read: string;
}

/** Every figure of one record under its name; what is not there reads as `(none)`. */
export function figures(
  subject: string,
  expectations: readonly (readonly [what: string, expected: string, read: string | null | undefined])[]
): Figure[] {
  return expectations.map(([what, expected, read]) => ({
    what: `${subject} ${what}`,
    expected,
    read: read ?? '(none)'
  }));
}

/** Reads figures; when Sage cannot give their record, that is what was read. */
export async function readFigures(
  subject: string,
  read: () => Promise<readonly Figure[]>
): Promise<readonly Figure[]> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof LedgerBridgeError)) throw error;
    return [{ what: subject, expected: '(readable)', read: `${error.code} ${error.message}` }];
  }
}

/** Whether it was read to the last digit. */
export function isRight({ expected, read }: Figure): boolean {
  return expected === read;
}
