import { createHash } from 'node:crypto';
import { z } from 'zod';
import { salesforceId } from '../../canonical/salesforce-id.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { quoted, type SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { enqueueOrderRequest } from '../order-request/enqueue-order-request.ts';
import { orderKeyOf } from '../order-request/order-key.ts';
import {
  orderRequestSchema,
  type OrderAction,
  type OrderObject,
  type OrderRequest
} from '../order-request/order-request.ts';
import type { IntegrationSettingsSource } from '../settings/integration-settings.ts';

/** What the operation `submitOrder` takes. */
export interface OrderSubmission {
  readonly objectName: OrderObject;
  /** 15 or 18 characters. */
  readonly recordId: string;
  readonly action: OrderAction;
  /** Who asks, 15 or 18 characters; undefined where nobody is known. */
  readonly requestedBy: string | undefined;
  readonly idempotencyKey: string;
}

/** What is answered at once: the order itself is written by a job, and its outcome comes to the record. */
export const acceptedOrderSchema = z
  .object({
    jobId: z.int().describe('Of the job that writes the order, as listDeadLetters shows it if it fails'),
    orderKey: z.string().describe('Identity of the order in both systems'),
    acceptedAt: z.iso.datetime(),
    duplicate: z.boolean().describe('Whether a request with this Idempotency-Key was accepted before')
  })
  .meta({ id: 'AcceptedOrder' });

export type AcceptedOrder = z.infer<typeof acceptedOrderSchema>;

export interface OrderSubmissionParts {
  readonly records: SalesforceRecords;
  readonly settings: IntegrationSettingsSource;
  readonly store: Store;
  readonly clock: Clock;
}

const SCOPE = 'submitOrder';

/**
 * Takes the request for an order: the same path as that of an event, for pages and for flows of an admin.
 * @throws LedgerBridgeError LB104 no id, LB110 the key was used for something else, LB706 no such record, LB70x, LB751.
 */
export function createOrderSubmission(parts: OrderSubmissionParts) {
  return async (submission: OrderSubmission): Promise<AcceptedOrder> => {
    const request = await requestOf(submission, parts);
    return parts.store.transaction(async (within) => {
      const { idempotencyKeys } = within;
      const fingerprint = fingerprintOf(request);
      const known = await idempotencyKeys.take({ scope: SCOPE, key: submission.idempotencyKey, fingerprint });
      if (known.outcome === 'known') return answerAgain(known, submission.idempotencyKey);
      const { orderKey, requestedAt } = request;
      const { id } = await enqueueOrderRequest(within, request);
      const accepted: AcceptedOrder = { jobId: id, orderKey, acceptedAt: requestedAt, duplicate: false };
      await idempotencyKeys.answer(SCOPE, submission.idempotencyKey, accepted);
      return accepted;
    });
  };
}

function answerAgain(
  known: { readonly sameContent: boolean; readonly answer: unknown },
  key: string
): AcceptedOrder {
  if (!known.sameContent) {
    throw new LedgerBridgeError('LB110', {
      detail: 'The Idempotency-Key came before with another record or action; nothing was done.',
      subject: `request ${key}`
    });
  }
  return { ...acceptedOrderSchema.parse(known.answer), duplicate: true };
}

async function requestOf(submission: OrderSubmission, parts: OrderSubmissionParts): Promise<OrderRequest> {
  const { objectName: object, action, requestedBy } = submission;
  const recordId = idOf(submission.recordId, 'recordId');
  const [row, { orderTrigger }] = await Promise.all([
    find(object, recordId, parts),
    parts.settings.current()
  ]);
  const opportunityId = row['OpportunityId'];
  return orderRequestSchema.parse({
    object,
    recordId,
    orderKey: orderKeyOf(
      { id: recordId, opportunityId: typeof opportunityId === 'string' ? opportunityId : null },
      orderTrigger
    ),
    action,
    requestedBy: requestedBy === undefined ? null : idOf(requestedBy, 'requestedBy'),
    requestedAt: parts.clock().toUTC().toISO(),
    source: 'operation'
  });
}

async function find(object: OrderObject, recordId: string, { records }: OrderSubmissionParts) {
  const fields = object === 'Order' ? 'Id, OpportunityId' : 'Id';
  const [row] = await records.all(`SELECT ${fields} FROM ${object} WHERE Id = ${quoted(recordId)}`);
  if (row !== undefined) return row;
  throw new LedgerBridgeError('LB706', {
    detail: `Salesforce has no such ${object}, or the integration user may not see it.`,
    subject: `${object} ${recordId}`
  });
}

function idOf(text: string, field: string): string {
  const id = salesforceId(text);
  if (id !== undefined) return id;
  throw new LedgerBridgeError('LB104', {
    detail: `${field} is not the id of a record in Salesforce.`,
    faults: [
      {
        code: 'LB104',
        field,
        value: text.slice(0, 40),
        problem: 'It is not an id of 15 or 18 characters.',
        fix: 'Send the id of the record, as {!$Record.Id} gives it.'
      }
    ]
  });
}

/** Of what is asked for, without the moment: the same request sent twice has the same one. */
function fingerprintOf({ object, recordId, action }: OrderRequest): string {
  return createHash('sha256').update(`${object}\n${recordId}\n${action}`).digest('hex');
}
