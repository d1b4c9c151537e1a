import type { ProjectedRow } from '../port/sage-projections.ts';
import { digestOf } from './row-reader.ts';
import type { StreamedRow } from './table-stream.ts';

/**
 * Tables side by side, in the order of the first column of their keys, as both give it. All rows of one value of it come
 * in one page; those of one key are one row. A page of each table is in memory.
 */
export async function* mergeStreams(
  streams: readonly AsyncIterable<readonly StreamedRow[]>[],
  size: number
): AsyncGenerator<readonly ProjectedRow[]> {
  const queues = streams.map((stream) => new RowQueue(stream));
  let page: ProjectedRow[] = [];
  for (;;) {
    for (const queue of queues) await queue.fill();
    const order = lowest(queues);
    if (order === undefined) break;
    const group = new Map<string, string[]>();
    for (const queue of queues) {
      for await (const { key, digest } of queue.takeAll(order))
        group.set(key, [...(group.get(key) ?? []), digest]);
    }
    for (const [key, digests] of group) page.push({ key, digest: oneOf(digests) });
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

function lowest(queues: readonly RowQueue[]): string | undefined {
  const orders = queues.flatMap(({ head }) => (head === undefined ? [] : [head.order]));
  return orders.reduce<string | undefined>(
    (least, each) => (least === undefined || each < least ? each : least),
    undefined
  );
}

function oneOf(digests: readonly string[]): string {
  const [only = ''] = digests;
  return digests.length === 1 ? only : digestOf(digests.join());
}

/** The rows of one table that were read and not yet taken. */
class RowQueue {
  readonly #pages: AsyncIterator<readonly StreamedRow[]>;
  #rows: readonly StreamedRow[] = [];
  #next = 0;
  #ended = false;

  constructor(stream: AsyncIterable<readonly StreamedRow[]>) {
    this.#pages = stream[Symbol.asyncIterator]();
  }

  get head(): StreamedRow | undefined {
    return this.#rows[this.#next];
  }

  async fill(): Promise<void> {
    while (this.head === undefined && !this.#ended) {
      const next = await this.#pages.next();
      this.#ended = next.done === true;
      this.#rows = next.done === true ? [] : next.value;
      this.#next = 0;
    }
  }

  /** Those at its head with this value, also where they reach into the next page. */
  async *takeAll(order: string): AsyncGenerator<StreamedRow> {
    for (;;) {
      const { head } = this;
      if (head?.order !== order) return;
      this.#next += 1;
      yield head;
      await this.fill();
    }
  }
}
