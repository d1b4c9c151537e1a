import { z } from 'zod';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';

/** What nodemailer adds to its errors; anything else counts as not said. */
const nodemailerError = z
  .object({
    code: z.string().optional().catch(undefined),
    responseCode: z.number().optional().catch(undefined),
    command: z.string().optional().catch(undefined)
  })
  .catch({});

/** Refused for good by the server's own word, though no number says so. */
const REFUSED = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);

/**
 * What a failure of nodemailer means: LB771 where trying again cannot help (5xx, RFC 5321 4.2.1), else LB772: no
 * connection, a server that asks to come later (4xx, greylisting), a broken one.
 */
export function mailFailure(error: unknown): LedgerBridgeError {
  const { code, responseCode, command } = nodemailerError.parse(error);
  const said = [code, responseCode, command].filter((part) => part !== undefined).join(' ');
  // Its own words may hold addresses: they stand in the log alone.
  const about = said === '' ? '' : ` (${said})`;
  if (responseCode === undefined ? REFUSED.has(code ?? '') : responseCode >= 500) {
    return new LedgerBridgeError('LB771', {
      detail: `The mail server refused the mail${about}.`,
      cause: error
    });
  }
  return new LedgerBridgeError('LB772', {
    detail: `The mail server could not take the mail${about}.`,
    cause: error
  });
}
