/** How a failure is to be treated: retried, given to a person, or looked up before anything is sent again. */
export type FailureKind = 'transient' | 'permanent' | 'ambiguous';

/** One kind of failure. `docs/errors.md` is generated from these entries. */
export interface ErrorEntry {
  readonly status: number;
  readonly kind: FailureKind;
  /** Short and the same in every case of this code. */
  readonly title: string;
  /** Why it happens, in plain words. */
  readonly cause: string;
  /** What the reader can do now. */
  readonly action: string;
}
