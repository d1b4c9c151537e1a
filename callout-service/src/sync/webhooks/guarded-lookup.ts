import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** A name or address that leads to a place where no webhook may go. */
export class RefusedAddressError extends Error {
  constructor() {
    super('The address leads into a private network, and allowPrivateAddresses is not set');
    this.name = 'RefusedAddressError';
  }
}

/**
 * Looks names up and refuses those that lead into a private network. The connection goes to the very address that was
 * looked at, so a name that points elsewhere a moment later gains nothing.
 */
export const publicOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: readonly LookupAddress[]) => {
    if (error !== null) {
      callback(error, '');
      return;
    }
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
      callback(new RefusedAddressError(), '');
    } else if (options.all === true) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  });
};
