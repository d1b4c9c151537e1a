import { askPage } from 'c/failureModel';
import type { FailureFilter } from 'c/failureModel';
import type { Asked, Transport } from 'c/sageOperation';

/** The most that one selection holds: decisions on more than that are for several rounds. */
export const MOST_SELECTED = 2_000;
const PAGE = 200;

/** The numbers of all failures of a question, page by page; the first `MOST_SELECTED` of more. */
export async function collect(
  transport: Transport,
  filter: FailureFilter
): Promise<Asked<readonly number[]>> {
  const jobIds: number[] = [];
  let cursor: string | undefined;
  do {
    const asked = await askPage(transport, filter, { cursor, pageSize: PAGE });
    if (asked.kind === 'problem') return asked;
    jobIds.push(...asked.value.items.map(({ jobId }) => jobId));
    cursor = asked.value.nextCursor;
  } while (cursor !== undefined && jobIds.length < MOST_SELECTED);
  return { kind: 'answer', value: jobIds.slice(0, MOST_SELECTED) };
}
