import type { StoreContent } from '../../../store/port/store.ts';
import type { ChangedPage } from '../detection.ts';

type Keep = (within: StoreContent) => Promise<void>;

/** A page with all that is to be kept with it. */
export function foundPage<E>(
  found: { readonly records?: readonly E[]; readonly vanished?: readonly string[]; readonly looked: number },
  ...keep: readonly Keep[]
): ChangedPage<E> {
  return {
    records: found.records ?? [],
    vanished: found.vanished ?? [],
    looked: found.looked,
    async commit(within) {
      for (const each of keep) await each(within);
    }
  };
}

/** The end of a look: finds nothing more, and keeps that it is over. */
export function lastPage<E>(...keep: readonly Keep[]): ChangedPage<E> {
  return { ...foundPage<E>({ looked: 0 }, ...keep), last: true };
}

/** Parts of a list, of at most so many. */
export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size)
  );
}
