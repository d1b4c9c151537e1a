/** Lets jobs of a lane through, or holds them back while they could only fail. */
export interface Gate {
  /** While it is closed, no job is claimed, so that an outage uses up no attempts. */
  isOpen(): boolean;
  /** Calls back when it opens. Returns the end of it. */
  onOpened(listener: () => void): () => void;
}
