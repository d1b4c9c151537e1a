/** Who is called back when a gate opens. */
export interface Listeners {
  add(listener: () => void): () => void;
  call(): void;
}

/** Makes an empty list of listeners. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    add(listener) {
      // A listener of its own for each call, so that one who asks twice ends each by itself.
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    call() {
      for (const listener of [...listeners]) listener();
    }
  };
}
