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

/** The process is there, but has not loaded the driver yet. */
export function readerStarting(): LedgerBridgeError {
  return new LedgerBridgeError('LB307', {
    detail: 'The process that reads from Sage has not started yet.'
  });
}

/** The process does all that it may at once. */
export function tooBusy(poolSize: number, waiting: number): LedgerBridgeError {
  return new LedgerBridgeError('LB303', {
    detail: `Every connection to Sage is busy (${poolSize} in all); ${waiting} more reads are waiting.`
  });
}
