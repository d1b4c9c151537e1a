import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { JobContext, JobHandler } from '../../jobs/handler.ts';
import type { ClaimedJob } from '../../store/port/job.ts';
import { lanes } from '../lanes.ts';
import { bringInStep } from './bring-in-step.ts';
import { cancelOrder } from './cancel-order.ts';
import { commitOutcome } from './commit-outcome.ts';
import type { OrderRun, SalesOrderOutOptions } from './order-out-options.ts';
import { createOrderReader, type OrderReader } from './read-order.ts';
import { requestOf } from './request-of.ts';
import { createStory } from './story.ts';

/** Sage writes one record at a time; a second job reads meanwhile. */
const CONCURRENCY = 2;

/**
 * Makes the handler of lane `sales-order-out`. It needs no look-up of its own: every run looks for the order first, by
 * link, number and request key, whatever became of the attempt before, and then compares and writes only what is missing.
 */
export function createSalesOrderOut(options: SalesOrderOutOptions): JobHandler {
  const reader = createOrderReader(options.salesforce.records, options.company.currency);
  return {
    lane: lanes.salesOrderOut,
    concurrency: CONCURRENCY,
    ...(options.gate !== undefined && { gate: options.gate }),
    async run(job, context) {
      const run = await begin(job, context, reader, options);
      const { story, request, rules } = run;
      story.tell(`${request.action} was asked for at ${request.requestedAt} (${request.source}).`);
      const source = await story.step(
        `Read ${request.object} ${request.recordId}`,
        () => reader.read(request, rules),
        (found) => (found === undefined ? 'it is not there' : `"${found.name}", ${found.lines.length} lines`)
      );
      const work = request.action === 'cancel' ? cancelOrder : bringInStep;
      const outcome = await work(source, run);
      if (outcome.message !== null && outcome.message !== '') story.tell(outcome.message);
      options.logger.info(
        {
          lane: job.lane,
          jobId: job.id,
          action: request.action,
          outcome: outcome.action,
          attempt: job.attempt
        },
        'an order request is done'
      );
      return { commit: (within) => commitOutcome(within, outcome, run) };
    }
  };
}

async function begin(
  job: ClaimedJob,
  context: JobContext,
  reader: OrderReader,
  options: SalesOrderOutOptions
): Promise<OrderRun> {
  const { writer } = options.sage;
  const request = requestOf(job);
  if (writer === undefined)
    throw new LedgerBridgeError('LB520', { detail: 'The service writes nothing to Sage.' });
  const rules = await options.settings.current();
  const story = createStory(options.clock().toUTC().toISO());
  return { ...options, job, request, rules, context, reader, story, writer };
}
