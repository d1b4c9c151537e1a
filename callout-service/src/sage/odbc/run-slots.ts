import type { CellRow, DriverFailure } from './protocol.ts';

/** Which reads go first. */
export type Priority = 'interactive' | 'background';

/** What became of one run. `lost` means that the process ended before it answered. */
export type RunOutcome =
  | { readonly type: 'rows'; readonly results: readonly (readonly CellRow[])[] }
  | { readonly type: 'failed'; readonly failure: DriverFailure }
  | { readonly type: 'lost' };

/** Hears of a run's outcome, exactly once. */
export type RunAnswer = (outcome: RunOutcome) => void;

interface Slot {
  readonly priority: Priority;
  readonly answer: RunAnswer;
  timer: NodeJS.Timeout;
  /** The answer was given; the connection is still held by a statement that was cancelled. */
  answered: boolean;
}

/** The runs that a reader process has under way: each holds a slot from its start until its connection is free. */
export class RunSlots {
  readonly #slots = new Map<number, Slot>();

  get size(): number {
    return this.#slots.size;
  }

  sizeOf(priority: Priority): number {
    return [...this.#slots.values()].filter((slot) => slot.priority === priority).length;
  }

  /** Whether no run is left but those that were answered and still hold their connection. */
  get onlyAnsweredAreLeft(): boolean {
    return [...this.#slots.values()].every((slot) => slot.answered);
  }

  /** Takes a slot. `onImpatient` is called when nothing was heard of the run for that long. */
  take(
    id: number,
    run: Pick<Slot, 'priority' | 'answer'>,
    patienceMs: number,
    onImpatient: () => void
  ): void {
    this.#slots.set(id, { ...run, timer: setTimeout(onImpatient, patienceMs), answered: false });
  }

  /** Answers a run whose connection is not free yet; `onHeld` is called when it is not within `graceMs`. */
  answerEarly(id: number, outcome: RunOutcome, graceMs: number, onHeld: () => void): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    clearTimeout(slot.timer);
    slot.timer = setTimeout(onHeld, graceMs);
    slot.answered = true;
    slot.answer(outcome);
  }

  /** Answers a run, which keeps its slot until `free`. */
  answer(id: number, outcome: RunOutcome): void {
    this.#slots.get(id)?.answer(outcome);
  }

  /** Gives a slot back. False when nobody held it. */
  free(id: number): boolean {
    clearTimeout(this.#slots.get(id)?.timer);
    return this.#slots.delete(id);
  }

  /** Gives all slots back, and gives the answer of every run that has none yet. */
  empty(): RunAnswer[] {
    const slots = [...this.#slots.values()];
    this.#slots.clear();
    for (const slot of slots) clearTimeout(slot.timer);
    return slots.filter((slot) => !slot.answered).map((slot) => slot.answer);
  }
}
