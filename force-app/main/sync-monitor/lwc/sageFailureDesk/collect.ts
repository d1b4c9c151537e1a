import { askPage } from 'c/failureModel';
import type { FailureFilter } from 'c/failureModel';
import type { Asked, Transport } from 'c/sageOperation';

/** The most that one selection holds: decisions on more than that are for several rounds. */
export const MOST_SELECTED = 2_000;
const PAGE = 200;

/** The numbers of all failures of a question, page by page; the first `MOST_SELECTED` of more. */
export function collect(transport: Transport, filter: FailureFilter): Promise<Asked<readonly number[]>> {
  return collectAfter(transport, filter, [], undefined);
}

async function collectAfter(
  transport: Transport,
  filter: FailureFilter,
  before: readonly number[],
  cursor: string | undefined
): Promise<Asked<readonly number[]>> {
  const asked = await askPage(transport, filter, { cursor, pageSize: PAGE });
  if (asked.kind === 'problem') return asked;
  const { items, nextCursor } = asked.value;
  const jobIds = [...before, ...items.map(({ jobId }) => jobId)];
  if (nextCursor !== undefined && jobIds.length < MOST_SELECTED)
    return collectAfter(transport, filter, jobIds, nextCursor);
  return { kind: 'answer', value: jobIds.slice(0, MOST_SELECTED) };
}
