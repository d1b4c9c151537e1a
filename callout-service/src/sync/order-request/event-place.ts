import type { StoreContent } from '../../store/port/store.ts';

/** Of the cursor of order requests; stored, so it never changes. */
export const placeName = 'pubsub:/event/Sage_Order_Request__e';

/** How far the stream was taken, as this instance knows it. Another instance may move it too. */
export class EventPlace {
  readonly #name: string;
  #known: string | undefined;

  constructor(known: string | undefined, name = placeName) {
    this.#known = known;
    this.#name = name;
  }

  isAt(place: string): boolean {
    return this.#known === place;
  }

  /** To be called once the transaction that moved it is committed. */
  standsAt(place: string): void {
    this.#known = place;
  }

  /**
   * Moves it within the transaction of the events before it, and gives back where it then stands. Where another instance
   * has moved it and had all these events too, that one is at least as far: it is left where it is.
   * @throws LedgerBridgeError LB612 when another instance moves it at this moment: the transaction begins again.
   */
  async move({ cursors }: Pick<StoreContent, 'cursors'>, to: string, nothingNew: boolean): Promise<string> {
    const stored = (await cursors.find(this.#name))?.value;
    if (stored === to) return to;
    if (stored !== undefined && stored !== this.#known && nothingNew) return stored;
    await cursors.move(this.#name, stored, to);
    return to;
  }
}
