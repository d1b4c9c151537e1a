import type { FromReaderProcess } from '../protocol.ts';

export type Send = (message: FromReaderProcess) => void;

/** Sends to the parent. A message that cannot be sent has no reader any more: `disconnect` ends this process then. */
export const sendToParent: Send = (message) => {
  process.send?.(message, undefined, undefined, () => undefined);
};
