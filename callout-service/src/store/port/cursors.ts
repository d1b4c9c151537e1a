/** How far a source was read: a watermark of a Sage table, or a replay id of a Salesforce channel. */
export interface Cursor {
  /** As `sage:AR_Customer` or `pubsub:/data/AccountChangeEvent`. */
  readonly name: string;
  /** Its meaning is its owner's. */
  readonly value: string;
  readonly movedAt: string;
}

export interface Cursors {
  find(name: string): Promise<Cursor | undefined>;
  all(): Promise<readonly Cursor[]>;
  /**
   * Moves it from where the caller saw it, undefined for a new one, so that two readers of one source cannot pass each
   * other. Belongs in the transaction that enqueues what was read.
   * @throws LB612 when it stands elsewhere.
   */
  move(name: string, from: string | undefined, to: string): Promise<void>;
  /** Puts it anywhere, or nowhere, by a person's decision; audited. */
  reset(name: string, to: string | undefined, operator: string): Promise<void>;
}
