/** Every lane of jobs, by what it does. Names are stored: they never change. */
export const lanes = {
  /** Brings Sage in step with an opportunity or order; key: that of the order (`order-key.ts`). */
  salesOrderOut: 'sales-order-out',
  /** Writes what Sage made of an order to its records in Salesforce; key: that of the order. */
  orderWriteBack: 'order-write-back',
  /** Writes a customer's number to its account, a contact's key to its contact; key: the record's id. */
  accountWriteBack: 'account-write-back',
  /** Writes the stock of an item to Salesforce; key: the item code. */
  stockRecords: 'stock-records',
  /** Publishes the stock of an item as an event; key: the item code. */
  stockEvents: 'stock-events',
  /** Writes a line of the sync log; key: its own. */
  syncLog: 'sync-log',
  /** Writes or resolves a failure record; key: the failure's. */
  syncFailure: 'sync-failure',
  /** Tells people of a trouble by mail; key: the alert's topic. */
  alertMail: 'alert-mail',
  /** Tells people of a trouble by an event in Salesforce; key: the alert's topic. */
  alertEvent: 'alert-event',
  /** Looks for requests whose event never came; no key, by schedule. */
  orderCatchUp: 'order-catch-up',
  /** Looks for orders that changed in Sage; no key, by schedule. */
  orderStatus: 'order-status',
  /** A slice of a run over one object pair; key: the pair. */
  syncRun: 'sync-run',
  /** Brings one record in step in both directions; key: `recordKey` of its pair and id. */
  recordInStep: 'record-in-step',
  /** Tells a webhook of a changed record; key: webhook, pair and key in Sage. */
  webhook: 'webhook',
  /** Runs a report of Salesforce and delivers it to Sage's side; key: the report. */
  reportOut: 'report-out'
} as const;

export type Lane = (typeof lanes)[keyof typeof lanes];

/** Topics with several subscribers. */
export const topics = {
  /** Stock of an item is to be read again and told to everyone. Payload: `stockChangeSchema`. */
  stockChanged: 'stock-changed',
  /** A record of Sage is new, different or gone. Payload: `recordChangeSchema`. */
  recordChanged: 'record-changed'
} as const;
