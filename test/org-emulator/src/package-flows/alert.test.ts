import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type SalesOrg, startSalesOrg } from './testing/sales-org.ts';

let sales: SalesOrg;

beforeAll(async () => {
  sales = await startSalesOrg();
});
afterAll(() => sales.close());

const alert = {
  Topic__c: 'sage-unreachable',
  State__c: 'begun',
  Severity__c: 'error',
  Subject__c: 'Sage cannot be reached',
  Message__c: 'Orders wait.\nThey are not lost.',
  Occurrences__c: 3,
  Since__c: '2026-11-22T10:00:00Z',
  Runbook__c: 'sage-unreachable'
};

/** The service publishes with its own user; then flows have done what they do. */
async function publish(values: Record<string, unknown> = {}): Promise<void> {
  const published = await sales
    .as('integration')
    .sobject('Sage_Sync_Alert__e')
    .create({ ...alert, ...values });
  expect(published.success).toBe(true);
  await sales.org.flows.settled();
}

async function failures(): Promise<Record<string, unknown>[]> {
  const soql = 'SELECT Title__c, Cause__c, Payload__c, State__c, Lane__c FROM Sync_Failure__c';
  return (await sales.connection.query(soql)).records;
}

beforeEach(() => sales.begin('Both', { Alert_Addresses__c: 'ops@example.com, it@example.com' }));

it('when the service tells of a trouble, then it is mailed, and administrators are notified', async () => {
  await publish();
  expect(sales.org.outbox.mails).toMatchObject([
    { to: ['ops@example.com', 'it@example.com'], subject: alert.Subject__c, flow: 'Sage_Alert' }
  ]);
  expect(sales.org.outbox.mails[0]?.body).toMatch(/Orders wait\.[^]*Occurrences: 3[^]*sage-unreachable/);
  expect(sales.org.outbox.notifications).toMatchObject([
    {
      recipientIds: [sales.org.access.findUser('admin@ledger-bridge.example')?.userId],
      title: alert.Subject__c,
      body: alert.Message__c
    }
  ]);
  expect(await failures()).toEqual([]);
});

it('when nobody is to be mailed, then administrators are still notified', async () => {
  await sales.begin('Both');
  await publish();
  expect(sales.org.outbox.mails).toEqual([]);
  expect(sales.org.outbox.notifications).toHaveLength(1);
  expect(await failures()).toEqual([]);
});

it('when the mail is refused, then a failure keeps the reason and the alert, and people are notified', async () => {
  await sales.begin('Both', { Alert_Addresses__c: 'ops@localhost' });
  await publish();
  expect(sales.org.outbox.notifications).toHaveLength(1);
  expect(await failures()).toMatchObject([
    {
      Title__c: `An alert did not reach everyone: ${alert.Subject__c}`,
      State__c: 'Open',
      Lane__c: 'salesforce-flow'
    }
  ]);
  const [failure] = await failures();
  expect(failure?.Cause__c).toMatch(/^The mail could not be sent: .*ops@localhost/);
  expect(failure?.Payload__c).toContain('They are not lost.');
});

it('when nobody has the permission set of administrators, then the mail goes out alone', async () => {
  const { records } = await sales.connection.query(
    "SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Ledger_Bridge_Admin'"
  );
  await sales.connection.sobject('PermissionSetAssignment').destroy(records.map(({ Id = '' }) => Id));
  await publish();
  expect(sales.org.outbox.mails).toHaveLength(1);
  expect(sales.org.outbox.notifications).toEqual([]);
});

it('when the message is long, then the notification is cut and the mail is whole', async () => {
  await publish({ Message__c: 'x'.repeat(2000), Subject__c: 's'.repeat(255) });
  const [notification] = sales.org.outbox.notifications;
  expect([notification?.title.length, notification?.body.length]).toEqual([250, 750]);
  expect(sales.org.outbox.mails[0]?.body).toContain('x'.repeat(2000));
});
