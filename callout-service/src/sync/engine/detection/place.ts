import { z } from 'zod';
import type { Store, StoreContent } from '../../../store/port/store.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { RunMode } from '../detection.ts';

const lookSchema = z.object({
  startedAt: z.iso.datetime(),
  phase: z.enum(['stamps', 'figures', 'whole', 'scan', 'vanished']),
  /** Key of the last record that is done with, in this phase. */
  after: z.string().optional(),
  /** Rows of Sage that were looked at. */
  looked: z.int(),
  /** Records of this look that the store knows now; of a look at the whole. */
  stored: z.int().optional(),
  sketch: z.string().optional(),
  /** What the look was made for; a look that goes on for something else begins anew. */
  scope: z.string().optional()
});

const placeSchema = z.object({
  /** Every change before this moment was found. */
  since: z.iso.datetime().optional(),
  /** A look that has not come to its end. */
  look: lookSchema.optional()
});

/** How far a look has come. */
export type Look = z.infer<typeof lookSchema>;
export type PlaceValue = z.infer<typeof placeSchema>;

/** Where the looks of one mode stand: the store's cursor `sync:<pair>:<mode>`. */
export class Place {
  readonly #name: string;
  #stands: string | undefined;

  private constructor(name: string, stands: string | undefined) {
    this.#name = name;
    this.#stands = stands;
  }

  static async open({ cursors }: Pick<Store, 'cursors'>, pair: PairName, mode: RunMode): Promise<Place> {
    const name = `sync:${pair}:${mode}`;
    return new Place(name, (await cursors.find(name))?.value);
  }

  /** What cannot be read, as after a person's mistake, is as if nothing had been looked at. */
  get value(): PlaceValue {
    const read = placeSchema.safeParse(jsonOf(this.#stands));
    return read.success ? read.data : {};
  }

  /**
   * Moves it, within the transaction that keeps what was found. To be kept before the next move: the store compares where
   * it stands, so that of two readers of one place one is refused (LB612).
   */
  moveTo(value: PlaceValue): (within: StoreContent) => Promise<void> {
    const from = this.#stands;
    const to = JSON.stringify(value);
    this.#stands = to;
    return async ({ cursors }) => {
      if (to !== from) await cursors.move(this.#name, from, to);
    };
  }
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return undefined;
  }
}
