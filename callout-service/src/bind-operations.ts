import type { EngineOperations } from './engine-operations.ts';
import { bind } from './api/operations/bind.ts';
import type { BoundOperation, OperationCaller } from './api/operations/definition.ts';
import * as operations from './api/operations/definitions/index.ts';
import type { Configuration } from './config/configuration.ts';
import { LedgerBridgeError } from './errors/ledger-bridge-error.ts';
import { createCreditCheck } from './inquiry/credit/credit-check.ts';
import { flattenCreditAnswer } from './inquiry/credit/flat-credit-check.ts';
import { createCustomerSummaryInquiry } from './inquiry/customer-summary.ts';
import { createCustomerOrderList } from './inquiry/lists/customer-orders.ts';
import { createOpenInvoiceList } from './inquiry/lists/open-invoices.ts';
import { createPaymentList } from './inquiry/lists/payments.ts';
import type { LiveOrLastParts } from './inquiry/live-or-last.ts';
import { flattenOrder } from './inquiry/orders/flat-order.ts';
import { createOrderInquiry } from './inquiry/orders/order-inquiry.ts';
import { orderLinePage } from './inquiry/orders/order-line-page.ts';
import { createOrderPreview } from './inquiry/orders/order-preview.ts';
import { createPriceInquiry } from './inquiry/price/price-inquiry.ts';
import { createStatusInquiry, type StatusParts } from './inquiry/status/get-status.ts';
import { createAvailabilityInquiry } from './inquiry/stock/availability-inquiry.ts';
import { createAvailabilityList } from './inquiry/stock/availability-list.ts';
import { flattenAvailability } from './inquiry/stock/flat-availability.ts';
import { createTableInquiries } from './inquiry/tables/tables.ts';
import { createWritingControl } from './inquiry/writing/pause-writing.ts';
import type { Sage } from './sage/port/sage.ts';
import { createActivityInquiry, type ActivityParts } from './sync/activity/get-activity.ts';
import { createChangeList } from './sync/change-feed/list-changes.ts';
import { createDeadLetterReplay, createDeadLetterSkip } from './sync/dead-letters/decide-dead-letter.ts';
import { createDeadLetterInquiry } from './sync/dead-letters/get-dead-letter.ts';
import { createDeadLetterList } from './sync/dead-letters/list-dead-letters.ts';
import type { createOrderSubmission } from './sync/order-submission/submit-order.ts';
import type { Store } from './store/port/store.ts';
import type { Clock } from './telemetry/clock.ts';

export interface InquiryParts {
  readonly configuration: Configuration;
  readonly sage: Sage;
  readonly lastAnswers: LiveOrLastParts['lastAnswers'];
  readonly clock: Clock;
  /** Told whenever a last good answer stood in for Sage, and why. */
  readonly onStale: (reason: LedgerBridgeError) => void;
  /** Undefined where the way to Salesforce is not set up. */
  readonly submitOrder: ReturnType<typeof createOrderSubmission> | undefined;
  /** Undefined as `submitOrder`. */
  readonly engine: EngineOperations | undefined;
  readonly store: Pick<Store, 'jobs' | 'audit' | 'changes' | 'transaction'>;
  /** Undefined as `submitOrder`. */
  readonly activity: Pick<ActivityParts, 'streams' | 'watch'> | undefined;
  readonly status: Pick<StatusParts, 'probe' | 'store' | 'secondsAhead' | 'version' | 'salesforce' | 'sync'>;
}

/** Gives each operation the inquiry that answers it. */
export function bindOperations(parts: InquiryParts): BoundOperation[] {
  const shared = sharedParts(parts);
  return [
    ...customerOperations(parts, shared),
    ...itemAndOrderOperations(parts, shared),
    bind(operations.submitOrder, parts.submitOrder ?? refuseWithoutSalesforce),
    ...administration(parts),
    bind(operations.getActivity, activityOf(parts) ?? refuseWithoutSalesforce),
    ...deadLetters(parts),
    ...syncs(parts),
    ...mappings(parts),
    ...records(parts),
    bind(operations.listChanges, createChangeList(parts.store))
  ];
}

function refuseWithoutSalesforce(): Promise<never> {
  return Promise.reject(
    new LedgerBridgeError('LB715', {
      detail: 'Nothing is sent between the systems, since the service knows no Salesforce org.'
    })
  );
}

type Shared = ReturnType<typeof sharedParts>;

/** What nearly every inquiry needs. */
function sharedParts({ configuration, sage, lastAnswers, clock, onStale }: InquiryParts) {
  const { currency, timeZone } = configuration.sage;
  const { credit, availability, price, aging } = configuration;
  return {
    records: sage.records,
    lastAnswers,
    onStale,
    clock,
    currency,
    timeZone,
    credit,
    availability,
    price,
    aging
  };
}

function customerOperations(parts: InquiryParts, shared: Shared): BoundOperation[] {
  const summaryOf = createCustomerSummaryInquiry({
    ...shared,
    sage: parts.sage.reader,
    settings: { ...parts.configuration.sage, credit: shared.credit, aging: shared.aging }
  });
  const creditOf = createCreditCheck(shared);
  const openInvoices = createOpenInvoiceList(shared);
  const payments = createPaymentList(shared);
  const orders = createCustomerOrderList(shared);
  return [
    bind(operations.getCustomerSummary, ({ customerNo }) => summaryOf(customerNo)),
    bind(operations.checkCredit, async ({ customerNo, orderAmount }) =>
      flattenCreditAnswer(await creditOf(customerNo, orderAmount))
    ),
    bind(operations.listOpenInvoices, openInvoices),
    bind(operations.listPayments, payments),
    bind(operations.listCustomerOrders, orders)
  ];
}

function itemAndOrderOperations(parts: InquiryParts, shared: Shared): BoundOperation[] {
  const availabilityOf = createAvailabilityInquiry(shared);
  const availabilities = createAvailabilityList(availabilityOf);
  const priceOf = createPriceInquiry(shared);
  const order = createOrderInquiry(shared);
  const { checks, writer } = parts.sage;
  const preview = createOrderPreview({ ...shared, checks, ...(writer && { writer }) });
  return [
    bind(operations.getAvailability, async ({ itemCode, warehouseCode }) =>
      flattenAvailability(await availabilityOf(itemCode), warehouseCode)
    ),
    bind(operations.listAvailability, ({ itemCodes }) => availabilities(itemCodes)),
    bind(operations.getPrice, priceOf),
    bind(operations.getOrder, async ({ salesOrderNo }) => flattenOrder(await order(salesOrderNo))),
    bind(operations.getOrderDetail, async ({ salesOrderNo, cursor }) =>
      orderLinePage(await order(salesOrderNo), cursor)
    ),
    bind(operations.previewOrder, ({ order: draft }) => preview(draft))
  ];
}

function administration({ configuration, sage, lastAnswers, clock, status }: InquiryParts): BoundOperation[] {
  const { reader, catalogue, writer } = sage;
  const statusOf = createStatusInquiry({
    ...status,
    configuration,
    sage: reader,
    catalogue,
    writer,
    lastAnswers,
    clock
  });
  const tables = createTableInquiries(catalogue);
  const writing = createWritingControl(writer);
  return [
    bind(operations.getStatus, () => statusOf()),
    bind(operations.pauseWriting, () => writing.pause()),
    bind(operations.resumeWriting, () => writing.resume()),
    bind(operations.listTables, () => tables.list()),
    bind(operations.describeTable, ({ table }) => tables.describe(table))
  ];
}

function activityOf({ activity, status, configuration, clock }: InquiryParts) {
  const { salesforce, sync, store } = status;
  if (activity === undefined || salesforce === undefined || sync === undefined) return undefined;
  return createActivityInquiry({
    ...activity,
    ...sync,
    store,
    salesforce: salesforce.state,
    apiReservePercent: salesforce.configuration.apiReservePercent,
    timeZone: configuration.sage.timeZone,
    clock
  });
}

function deadLetters({ store, clock, configuration }: InquiryParts): BoundOperation[] {
  const list = createDeadLetterList({ store, clock });
  const one = createDeadLetterInquiry({ store, clock });
  const deciding = { store, writesRecords: configuration.salesforce !== undefined };
  const replay = createDeadLetterReplay(deciding);
  const skip = createDeadLetterSkip(deciding);
  const deciderOf = (operator: string | undefined, caller: OperationCaller | undefined) => ({
    subject: caller?.subject ?? 'nobody',
    operator
  });
  return [
    bind(operations.listDeadLetters, list),
    bind(operations.getDeadLetter, one),
    bind(operations.replayDeadLetter, ({ operator, ...request }, caller) =>
      replay(request, deciderOf(operator, caller))
    ),
    bind(operations.skipDeadLetter, ({ operator, ...request }, caller) =>
      skip(request, deciderOf(operator, caller))
    )
  ];
}

function syncs({ engine }: InquiryParts): BoundOperation[] {
  return [
    bind(operations.startSync, engine?.start ?? refuseWithoutSalesforce),
    bind(operations.getSync, engine?.find ?? refuseWithoutSalesforce),
    bind(operations.listSyncs, engine?.list ?? refuseWithoutSalesforce),
    bind(operations.stopSync, ({ operator, runId }, caller) =>
      engine === undefined
        ? refuseWithoutSalesforce()
        : engine.stop({ runId }, deciderNamed(operator, caller))
    ),
    bind(operations.estimateSync, engine?.estimate ?? refuseWithoutSalesforce)
  ];
}

function mappings({ engine }: InquiryParts): BoundOperation[] {
  return [
    bind(operations.listMappings, engine?.mappings ?? refuseWithoutSalesforce),
    bind(operations.getMapping, engine?.mapping ?? refuseWithoutSalesforce),
    bind(operations.getMappingFields, engine?.mappingFields ?? refuseWithoutSalesforce),
    bind(operations.compareMappings, engine?.compareMappings ?? refuseWithoutSalesforce),
    bind(operations.previewMapping, engine?.previewMapping ?? refuseWithoutSalesforce),
    bind(operations.publishMapping, ({ operator, ...request }, caller) =>
      engine === undefined
        ? refuseWithoutSalesforce()
        : engine.publishMapping(request, deciderNamed(operator, caller))
    ),
    bind(operations.rollBackMapping, ({ operator, ...request }, caller) =>
      engine === undefined
        ? refuseWithoutSalesforce()
        : engine.rollBackMapping(request, deciderNamed(operator, caller))
    )
  ];
}

function records({ engine }: InquiryParts): BoundOperation[] {
  return [
    bind(operations.getRecordComparison, engine?.compareRecord ?? refuseWithoutSalesforce),
    bind(operations.getRecordHistory, engine?.recordHistory ?? refuseWithoutSalesforce)
  ];
}

/** Whoever the caller says it is, with the subject of the token behind, which is what was proved. */
function deciderNamed(operator: string | undefined, caller: OperationCaller | undefined): string {
  const subject = caller?.subject ?? 'nobody';
  return operator === undefined ? subject : `${operator} (${subject})`;
}
