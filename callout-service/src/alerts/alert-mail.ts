import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { AlertConfiguration } from '../config/salesforce.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { JobHandler } from '../jobs/handler.ts';
import { lanes } from '../sync/lanes.ts';
import type { Logger } from '../telemetry/logger.ts';
import { alertNoticeSchema, type AlertNotice } from './alert-notice.ts';
import { alertHtml, alertText } from './alert-text.ts';
import { mailFailure } from './mail-failure.ts';

export interface AlertMailParts {
  readonly mail: NonNullable<AlertConfiguration['mail']>;
  /** Addresses that an admin added in Salesforce; those last known while it cannot be asked. Rejects when there are none to be had. */
  readonly addresses: () => Promise<readonly string[]>;
  readonly logger: Logger;
  /** Time in which the mail server must answer each step. */
  readonly timeoutMs?: number;
  /** Certificates of further authorities that vouch for the mail server, as PEM. */
  readonly certificateAuthorities?: readonly string[];
}

/**
 * Makes the handler that tells people by mail. Sending a notice twice sends the same Message-ID, by which mail programs
 * show it once (RFC 5322, 3.6.4).
 */
export function createAlertMail(parts: AlertMailParts): JobHandler & { close(): void } {
  const { mail, logger, timeoutMs = 20_000, certificateAuthorities: ca } = parts;
  const transport = nodemailer.createTransport({
    url: mail.smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    ...(ca && { tls: { ca: [...ca] } })
  });
  return {
    lane: lanes.alertMail,
    concurrency: 1,
    async run(job) {
      const notice = alertNoticeSchema.parse(job.payload);
      const to = await recipients(parts);
      const message = { ...mailOf(notice, mail.from), to, messageId: messageId(notice, job.id, mail.from) };
      const sent = await transport.sendMail(message).catch((error: unknown) => {
        throw mailFailure(error);
      });
      if (sent.rejected.length > 0) {
        const { topic } = notice;
        logger.warn(
          { topic, refused: sent.rejected.length },
          'the mail server refused some of the addresses'
        );
      }
      return undefined;
    },
    close: () => transport.close()
  };
}

/** @throws LedgerBridgeError LB771 when there is nobody to tell. */
async function recipients({ mail, addresses, logger }: AlertMailParts): Promise<string[]> {
  const added = await addresses().catch((error: unknown) => {
    // Whoever is named in the settings is told all the same.
    logger.warn({ err: error }, 'the addresses for alerts in Salesforce are not known');
    return [];
  });
  const all = [...new Set([...mail.to, ...added])];
  if (all.length > 0) return all;
  throw new LedgerBridgeError('LB771', {
    detail: 'There is nobody to tell: MAIL_TO is not set, and the configuration names no address.'
  });
}

function mailOf(notice: AlertNotice, from: string) {
  return {
    from,
    subject: notice.subject,
    text: alertText(notice),
    html: alertHtml(notice),
    headers: {
      // No vacation reply (RFC 3834, 5).
      'Auto-Submitted': 'auto-generated',
      'X-Ledger-Bridge-Topic': notice.topic,
      'X-Ledger-Bridge-State': notice.state
    }
  };
}

/** The same for every attempt at one notice. */
function messageId(notice: AlertNotice, jobId: number, from: string): string {
  const digest = createHash('sha256').update(JSON.stringify(notice)).digest('hex').slice(0, 32);
  return `<alert-${jobId}-${digest}@${from.split('@').at(-1) ?? 'ledger-bridge.invalid'}>`;
}
