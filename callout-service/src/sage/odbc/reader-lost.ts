import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** The process ended, and the read cannot be made again in time. */
export function readerLost(): LedgerBridgeError {
  return new LedgerBridgeError('LB307', {
    detail: 'The process that reads from Sage ended during this read.'
  });
}

/** No process takes reads for the moment. */
export function noReader(): LedgerBridgeError {
  return new LedgerBridgeError('LB307', {
    detail: 'The process that reads from Sage is being started again.'
  });
}
