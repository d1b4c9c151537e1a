/** A promise that is kept waiting until the test opens it. */
export interface Gate {
  readonly passed: Promise<undefined>;
  open(): void;
}

/** Makes a gate; one that is never opened stands for something that hangs. */
export function createGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { passed: promise, open: () => resolve(undefined) };
}
