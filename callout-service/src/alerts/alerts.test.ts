import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../store/open-store.ts';
import type { ClaimedJob } from '../store/port/job.ts';
import type { Store } from '../store/port/store.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createAlarm } from './create-alarm.ts';
import { createAlertEvent } from './alert-event.ts';
import { createAlertMail } from './alert-mail.ts';
import { alertNoticeSchema, type AlertNotice } from './alert-notice.ts';

const logger = createLogger({ level: 'silent', secrets: [] });
const context = { signal: new AbortController().signal, store: {} as Store };
const lanes = ['alert-mail', 'alert-event'] as const;

describe('the alarm', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-alarm-'));
  let clock = Date.UTC(2026, 10, 22, 12);
  let store: Store;
  let files = 0;
  beforeEach(async () => {
    const file = join(directory, `${(files += 1)}.sqlite`);
    store = await openStore({
      database: { engine: 'sqlite', file, use: 'shared', clock: () => clock, busyTimeoutMs: 5_000 },
      companyCode: 'ABC',
      retryPolicyOf: () => ({ maxAttempts: 3, backoffBaseMs: 1, backoffCeilingMs: 1 })
    });
  });
  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  });
  const alarm = (at: Store = store) =>
    createAlarm({ store: at, lanes, digestMinutes: 60, companyCode: 'ABC', now: () => clock, logger });
  async function notices(lane: string = lanes[0]): Promise<AlertNotice[]> {
    const jobs = await store.jobs.list({ lane, limit: 100 });
    return jobs.map(({ payload }) => alertNoticeSchema.parse(payload));
  }

  it('when many notice the same trouble, then each channel is told once that it begins and once that it ends', async () => {
    const [one, other] = [alarm(), alarm()];
    await Promise.all([one, other, one].map((each) => each.raise('sage-unreachable', 'Sage is away.')));
    await Promise.all([one, other].map((each) => each.clear('sage-unreachable', 'Sage answers.')));
    for (const lane of lanes) {
      expect((await notices(lane)).map(({ state, severity }) => [state, severity])).toEqual([
        ['begun', 'error'],
        ['ended', 'info']
      ]);
    }
    expect((await notices())[1]).toMatchObject({ occurrences: 3, message: 'Sage answers.' });
    clock += 1;
    await one.raise('sage-unreachable', 'Again.');
    expect((await notices()).map(({ state }) => state)).toEqual(['begun', 'ended', 'begun']);
  });

  it('when the notice cannot be stored, then the trouble is not either, so that the next one tells it', async () => {
    const broken: Store = {
      ...store,
      transaction: (work) =>
        store.transaction((within) =>
          work({
            ...within,
            jobs: { ...within.jobs, enqueueAll: () => Promise.reject(new Error('the process ends here')) }
          })
        )
    };
    await expect(alarm(broken).raise('dead-letters', 'One.')).rejects.toThrow('ends here');
    expect(await store.alerts.open()).toEqual([]);
    await alarm().raise('dead-letters', 'One.');
    expect(await notices()).toHaveLength(1);
  });

  it('when dead letters flood in for three hours, then there is one digest an hour and no more', async () => {
    const [one, other] = [alarm(), alarm()];
    for (let minute = 0; minute < 180; minute += 1) {
      await one.raise('dead-letters', `${minute + 1} are dead.`);
      await Promise.all([one.digest(), other.digest()]);
      clock += 60_000;
    }
    const told = await notices();
    expect(told.map(({ state }) => state)).toEqual(['begun', 'digest', 'digest']);
    expect(told[1]?.message).toBe('61 are dead.');
    for (let minute = 0; minute < 180; minute += 1) {
      clock += 60_000;
      await one.digest();
    }
    // What came after the last digest is told in one more; nothing was added since.
    expect((await notices()).map(({ state }) => state)).toEqual(['begun', 'digest', 'digest', 'digest']);
  });

  it('when an outage lasts, then it is not told again', async () => {
    await alarm().raise('sage-unreachable', 'Sage is away.');
    clock += 7_200_000;
    await alarm().raise('sage-unreachable', 'Sage is away.');
    await alarm().digest();
    expect((await notices()).map(({ state }) => state)).toEqual(['begun']);
  });
});

const notice: AlertNotice = {
  topic: 'dead-letters',
  state: 'begun',
  severity: 'error',
  subject: 'Records failed for good',
  message: '2 of sales-order-out: LB402.\nNewest: Opportunity 006000000000001AAA <b>',
  occurrences: 2,
  since: '2026-11-22T12:00:00.000Z',
  runbook: 'docs/runbooks.md#dead-letters'
};
const jobOf = (payload: unknown, id = 7) => ({ id, payload }) as ClaimedJob;

interface Mail {
  readonly to: readonly string[];
  readonly text: string;
  readonly secure: boolean;
}

describe('an alert by mail', () => {
  const servers: SMTPServer[] = [];
  const handlers: { close(): void }[] = [];
  afterEach(async () => {
    for (const handler of handlers.splice(0)) handler.close();
    await Promise.all(
      servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve())))
    );
  });

  async function mailServer(options: SMTPServerOptions = {}): Promise<{ port: number; mails: Mail[] }> {
    const mails: Mail[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          mails.push({ to, text: Buffer.concat(chunks).toString(), secure: session.secure });
          done();
        });
      },
      ...options
    });
    server.on('error', () => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
    return { port: (server.server.address() as AddressInfo).port, mails };
  }

  function mailHandler(smtpUrl: string, addresses: () => Promise<string[]> = () => Promise.resolve([])) {
    const mail = { smtpUrl, from: 'bridge@ledger-bridge.example', to: ['ops@ledger-bridge.example'] };
    const handler = createAlertMail({ mail, addresses, logger, timeoutMs: 2_000 });
    handlers.push(handler);
    return handler;
  }
  const refusing = (responseCode: number) => ({
    onRcptTo: (_address: unknown, _session: unknown, done: (error?: Error) => void) =>
      done(Object.assign(new Error('No.'), { responseCode }))
  });

  it('when it is sent, then everybody gets it as text and HTML, and a second sending has the same Message-ID', async () => {
    const { port, mails } = await mailServer();
    const handler = mailHandler(`smtp://127.0.0.1:${port}`, () =>
      Promise.resolve(['admin@customer.example', 'ops@ledger-bridge.example'])
    );
    await handler.run(jobOf(notice), context);
    await handler.run(jobOf(notice), context);
    await handler.run(jobOf(notice, 8), context);
    expect(mails[0]?.to).toEqual(['ops@ledger-bridge.example', 'admin@customer.example']);
    const text = (mails[0]?.text ?? '').replaceAll('=\r\n', '');
    expect(text).toContain('Newest: Opportunity 006000000000001AAA <b>');
    expect(text).toContain('006000000000001AAA &lt;b&gt;');
    expect(text).toContain('runbooks.md#dead-letters');
    expect(text).toMatch(/Auto-Submitted: auto-generated/i);
    const ids = mails.map((mail) => /^Message-ID:\s+(\S+)$/im.exec(mail.text)?.[1]);
    expect(ids[0]).toMatch(/@ledger-bridge\.example>/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('when Salesforce cannot say who else is to be told, then those of the settings are told', async () => {
    const { port, mails } = await mailServer();
    await mailHandler(`smtp://127.0.0.1:${port}`, () => Promise.reject(new Error('away'))).run(
      jobOf(notice),
      context
    );
    expect(mails[0]?.to).toEqual(['ops@ledger-bridge.example']);
  });

  it.each([
    ['a server that refuses the recipient (550)', 550, 'LB771'],
    ['greylisting (451)', 451, 'LB772']
  ] as const)('when it meets %s, then %i becomes %s', async (_what, responseCode, code) => {
    const { port, mails } = await mailServer(refusing(responseCode));
    await expect(mailHandler(`smtp://127.0.0.1:${port}`).run(jobOf(notice), context)).rejects.toMatchObject({
      code
    });
    expect(mails).toEqual([]);
  });

  it('when greylisting ends, then the next attempt is sent', async () => {
    let asked = 0;
    const { port, mails } = await mailServer({
      onRcptTo: (_address, _session, done) =>
        done((asked += 1) === 1 ? Object.assign(new Error('Later.'), { responseCode: 451 }) : undefined)
    });
    const handler = mailHandler(`smtp://127.0.0.1:${port}`);
    await expect(handler.run(jobOf(notice), context)).rejects.toMatchObject({ code: 'LB772' });
    await handler.run(jobOf(notice), context);
    expect(mails).toHaveLength(1);
  });

  it('when the password is wrong, then LB771, and neither it nor an address is in the message', async () => {
    const { port } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('Wrong.'))
    });
    const failing = mailHandler(`smtp://bridge:hidden-password@127.0.0.1:${port}`).run(
      jobOf(notice),
      context
    );
    const error: unknown = await failing.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'LB771' });
    expect(String(error)).not.toMatch(/hidden|ops@/);
  });

  it('when nobody listens there, then LB772', async () => {
    await expect(mailHandler('smtp://127.0.0.1:1').run(jobOf(notice), context)).rejects.toMatchObject({
      code: 'LB772'
    });
  });

  it('when the server speaks TLS, then it is used; a certificate that nobody vouches for is not', async () => {
    // The server's own certificate: made for localhost, by itself.
    const { port, mails } = await mailServer({ secure: true });
    await expect(mailHandler(`smtps://127.0.0.1:${port}`).run(jobOf(notice), context)).rejects.toMatchObject({
      code: 'LB772'
    });
    expect(mails).toEqual([]);
    await mailHandler(`smtps://127.0.0.1:${port}?tls.rejectUnauthorized=false`).run(jobOf(notice), context);
    expect(mails).toMatchObject([{ secure: true }]);
  });
});

describe('an alert by event', () => {
  it('when it is published, then the event says all of it; when Salesforce refuses, then the job fails', async () => {
    const published: unknown[] = [];
    const good = createAlertEvent({
      records: {
        publish: (event, events) => {
          published.push([event, ...events]);
          return Promise.resolve([{ ok: true, id: 'e00000000000001AAA', created: true }]);
        }
      }
    });
    await good.run(jobOf(notice), context);
    expect(published).toEqual([
      [
        'Sage_Sync_Alert__e',
        expect.objectContaining({ Topic__c: 'dead-letters', State__c: 'begun', Occurrences__c: 2 })
      ]
    ]);
    const bad = createAlertEvent({ records: { publish: () => Promise.resolve([]) } });
    await expect(bad.run(jobOf(notice), context)).rejects.toMatchObject({ code: 'LB714' });
  });
});
