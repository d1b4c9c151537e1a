import { createAlertEvent } from './alerts/alert-event.ts';
import { createAlertMail } from './alerts/alert-mail.ts';
import type { JobHandler } from './jobs/handler.ts';
import { createCustomerIndex } from './sync/customer/customer-index.ts';
import { createCustomerResolver } from './sync/customer/customer-resolver.ts';
import { createFailureRecords } from './sync/failures/write-failure-record.ts';
import type { SyncGates } from './sync-gates.ts';
import type { SyncShared } from './assemble-sync.ts';
import { createSalesOrderOut } from './sync/order-out/sales-order-out.ts';
import { createCatchUpHandler } from './sync/order-request/catch-up-lane.ts';
import { createOrderStatus } from './sync/order-status/order-status.ts';
import { createStockEvents } from './sync/stock-out/stock-events.ts';
import { createStockRecords } from './sync/stock-out/stock-records.ts';
import { createAccountWriteBack } from './sync/write-back/account-write-back.ts';
import { createOrderWriteBack } from './sync/write-back/order-write-back.ts';
import { createSyncLog } from './sync/write-back/sync-log.ts';

/** What does the jobs of every lane, each behind the gates of the systems that it needs. */
export function syncHandlers(shared: SyncShared, gates: SyncGates): readonly JobHandler[] {
  return [
    ...orderHandlers(shared, gates),
    ...writeBackHandlers(shared, gates),
    ...tellingHandlers(shared, gates)
  ];
}

function orderHandlers(shared: SyncShared, gates: SyncGates): readonly JobHandler[] {
  const { sage, salesforce, records, clock, timeZone, configuration } = shared;
  const customers = createCustomerResolver({
    sage,
    clock,
    timeZone,
    index: createCustomerIndex({ records: sage.records, clock }),
    accounts: records,
    sharedStore: configuration.store.database.engine === 'postgres'
  });
  const company = {
    currency: configuration.sage.currency,
    timeZone,
    priceDecimals: configuration.price.unitPriceDecimals
  };
  return [
    gates.writesSage(createSalesOrderOut({ ...shared, salesforce, customers, company })),
    gates.needsSalesforce(createCatchUpHandler({ ...shared, gate: gates.salesforce })),
    gates.readsSageAlone(createOrderStatus(shared))
  ];
}

function writeBackHandlers(shared: SyncShared, gates: SyncGates): readonly JobHandler[] {
  const { availability } = shared.configuration;
  return [
    gates.readsSage(createOrderWriteBack(shared)),
    gates.readsSage(createStockRecords({ ...shared, availability })),
    gates.readsSage(createStockEvents({ ...shared, availability })),
    gates.needsSalesforce(createAccountWriteBack(shared))
  ];
}

/** Those that only tell of what happened. */
function tellingHandlers(shared: SyncShared, gates: SyncGates): readonly JobHandler[] {
  const { configuration, settings, logger } = shared;
  const { mail } = configuration.alerts;
  const { companyCode } = configuration.sage;
  const addresses = async () => (await settings.current()).alertAddresses;
  return [
    gates.needsSalesforce(createSyncLog(shared)),
    gates.needsSalesforce(createFailureRecords({ ...shared, companyCode })),
    gates.needsSalesforce(createAlertEvent(shared)),
    ...(mail === undefined ? [] : [createAlertMail({ mail, logger, addresses })])
  ];
}
