import { sql } from 'kysely';
import { jsonText } from '../json-text.ts';
import { createAudit } from '../operation/audit.ts';
import type { ReplayOutcome, ReplayRequest } from '../port/jobs.ts';
import type { StoreContext } from '../store-context.ts';
import { placeOf } from './place-of.ts';

/**
 * A dead job begins anew, at its old place: its fence counts on, and what may have had its effect is still looked up.
 * @throws LedgerBridgeError LB610.
 */
export function replay(context: StoreContext, id: number, request: ReplayRequest): Promise<ReplayOutcome> {
  const { operator, payload } = request;
  const payloadText = payload === undefined ? undefined : jsonText(payload, 'new payload');
  return context.inTransaction(async (within) => {
    const { lane } = await placeOf(within, id);
    if (!(await revive(within, id, payloadText))) {
      return { outcome: 'not-dead', state: (await placeOf(within, id)).state };
    }
    within.announceDue(lane);
    await createAudit(within).record({
      operator,
      action: 'replay',
      subject: `job ${id}`,
      detail: { edited: payloadText !== undefined }
    });
    return { outcome: 'replayed' };
  });
}

async function revive(
  { database }: StoreContext,
  id: number,
  payloadText: string | undefined
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('job')
    .set((eb) => ({ state: 'ready', attempts: 0, replays: eb('replays', '+', 1) }))
    .$if(payloadText !== undefined, (query) =>
      query.set({
        payload_json: payloadText ?? '',
        original_payload_json: sql<string>`coalesce(original_payload_json, payload_json)`
      })
    )
    .where('id', '=', id)
    .where(sql<boolean>`state = 'dead'`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
