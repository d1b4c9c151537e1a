import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/**
 * Waits for the store no longer than that; what it does goes on.
 * @throws LedgerBridgeError LB602 when it takes longer.
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const detail = `The store did not answer within ${milliseconds} ms.`;
      reject(new LedgerBridgeError('LB602', { detail }));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
