import type { ErrorCode } from '../../errors/catalogue.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { DriverFailure } from './protocol.ts';

interface Rule {
  readonly code: ErrorCode;
  readonly stage?: DriverFailure['stage'];
  readonly reason?: DriverFailure['reason'];
  readonly state?: RegExp;
  readonly text?: RegExp;
}

// The first rule that fits decides. SQLSTATEs: ODBC 3.8 appendix A. Texts: those of the ProvideX, SQLite and
// PostgreSQL drivers and of unixODBC, which give HY000 or 08001 for very different things.
const RULES: readonly Rule[] = [
  { code: 'LB304', stage: 'load' },
  { code: 'LB301', stage: 'connect', reason: 'timeout' },
  { code: 'LB302', reason: 'timeout' },
  { code: 'LB304', stage: 'connect', state: /^IM0/ },
  { code: 'LB304', text: /Can't open lib|architecture mismatch/i },
  { code: 'LB305', state: /^28/ },
  { code: 'LB305', text: /password authentication failed|login failed|invalid (user|password|logon|login)/i },
  { code: 'LB306', text: /table is not accessible|no such table|database (table )?is locked/i },
  { code: 'LB306', state: /^(42S02|S0002)$/ },
  { code: 'LB301', state: /^(08|57P)/ },
  {
    code: 'LB301',
    text: /connect failed|unable to open database|disk I\/O error|connection (is )?(lost|closed)/i
  },
  { code: 'LB301', state: /^HYT01$/ },
  { code: 'LB302', state: /^(HYT00|HY008|57014)$/ },
  { code: 'LB302', text: /interrupted/i },
  { code: 'LB301', stage: 'connect' }
];

/** The code of the catalogue for what a driver said; LB308 for a statement refused for any other reason. */
export function codeOfFailure(failure: DriverFailure): ErrorCode {
  return RULES.find((rule) => fits(rule, failure))?.code ?? 'LB308';
}

function fits(rule: Rule, failure: DriverFailure): boolean {
  return (
    (rule.stage === undefined || rule.stage === failure.stage) &&
    (rule.reason === undefined || rule.reason === failure.reason) &&
    (rule.state === undefined || rule.state.test(failure.state)) &&
    (rule.text === undefined || rule.text.test(failure.message))
  );
}

/** Whether a connection was found dead on use, so that a fresh one may well work. */
export function isConnectionLost(failure: DriverFailure): boolean {
  return failure.stage === 'query' && failure.reason === 'driver-error' && /^(08|57P0)/.test(failure.state);
}

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  LB301: 'The ODBC driver could not connect to Sage, or lost the connection',
  LB302: 'Sage did not answer this read in time',
  LB304: 'The ODBC data source or its driver could not be found or loaded',
  LB305: 'Sage refused the login of the ODBC user',
  LB306: 'Sage refused access to a table that this read needs',
  LB308: 'The ODBC driver refused a statement'
};

/** The error to raise for a failure. People see a sentence of ours; the SQLSTATE and the driver's words go to the cause, masked. */
export function failureError(failure: DriverFailure, mask: (text: string) => string): LedgerBridgeError {
  const code = codeOfFailure(failure);
  return new LedgerBridgeError(code, {
    detail: `${SENTENCES[code] ?? 'Reading from Sage failed'}.`,
    cause: new Error(mask(`${failure.stage} ${failure.state}: ${withoutLiterals(failure)}`))
  });
}

/** A driver that repeats the statement it refused would bring the customer's key into the log. */
function withoutLiterals({ stage, message }: DriverFailure): string {
  return stage === 'query' ? message.replace(/(?<!\w)'(?:[^']|'')*'/g, "'…'") : message;
}
