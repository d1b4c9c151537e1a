import { optional, withFallback } from './setting.ts';
import { serverUrl, text, textList, wholeNumber } from './setting-types.ts';

const address = /^[^\s@]+@[^\s@]+$/;

/** Settings of alerts by mail, by the name of their variable. */
export const mailSettings = {
  MAIL_SMTP_URL: optional(
    serverUrl(['smtp:', 'smtps:']),
    'Mail server for alerts, as `smtps://user:password@mail.example.com:465`. Without it alerts go to the log and to Salesforce only.',
    { secret: true }
  ),
  MAIL_FROM: optional(text('a mail address', address), 'Sender of alerts; needed with MAIL_SMTP_URL.'),
  MAIL_TO: optional(
    textList('mail addresses with commas between them'),
    'Who gets alerts, besides the addresses in the configuration in Salesforce.'
  ),
  ALERT_DIGEST_MINUTES: withFallback(
    wholeNumber(1, 1_440),
    '60',
    'While a trouble lasts, and while dead letters come in, people are told again at most so often, in one digest.'
  )
};
