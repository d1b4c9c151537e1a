import { describe, expect, it } from 'vitest';
import type { SentMail } from '../mail/outbox.ts';
import { outboxPage } from './outbox-page.ts';

const mail: SentMail = {
  sentAt: new Date('2026-11-22T10:00:00Z'),
  from: 'admin@example.com',
  to: ['rita@example.com', 'ada@example.com'],
  subject: 'Order <0000331> & more',
  body: 'Hello "Rita"',
  isHtml: false,
  relatedRecordId: undefined,
  flow: 'Order_Mail',
  sentBy: 'a-guid'
};

describe('the outbox as a page', () => {
  it('when a flow sent a mail, then it tells from whom, to whom and which run of which flow, and shows no markup of theirs', () => {
    const page = outboxPage([mail]);
    expect(page).toContain('Order &lt;0000331&gt; &amp; more');
    expect(page).toContain('From admin@example.com to rita@example.com, ada@example.com');
    expect(page).toContain('<a href="flow-traces/a-guid">Order_Mail</a>');
    expect(page).toContain('Hello &quot;Rita&quot;');
  });

  it('when a mail is HTML, then it stands in a frame that may run nothing', () => {
    const page = outboxPage([{ ...mail, isHtml: true, body: '<b>Hi</b><script>steal()</script>' }]);
    expect(page).toContain('sandbox=""');
    expect(page).not.toContain('<script>steal');
  });

  it('when there are several, then the newest stands first', () => {
    const page = outboxPage([mail, { ...mail, subject: 'Second' }]);
    expect(page.indexOf('Second')).toBeLessThan(page.indexOf('0000331'));
  });
});
