import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { MappingContent } from '../mapping-content.ts';
import { accountCustomer } from './account-customer.ts';
import { contactContact } from './contact-contact.ts';

const mappings = byObject([accountCustomer, contactContact]);

/** Mappings of lines, by the pair of their documents. */
const lineMappings: ReadonlyMap<string, MappingContent> = new Map();

/**
 * The mapping of a pair (`Account-customer`) that comes with the package and holds until one is published.
 *
 * @throws LedgerBridgeError LB787 for what is no pair.
 */
export function packagedMapping(pair: string): MappingContent {
  const mapping = mappings.get(pair);
  if (mapping === undefined) throw new LedgerBridgeError('LB787', { detail: `pair ${pair}` });
  return mapping;
}

/**
 * The mapping of a pair's lines, which go with their document; its `object` is as `Sage_Invoice_Line__c-invoice-line`.
 * Undefined for pairs without lines.
 */
export function packagedLineMapping(pair: string): MappingContent | undefined {
  return lineMappings.get(pair);
}

function byObject(contents: readonly MappingContent[]): ReadonlyMap<string, MappingContent> {
  return new Map(contents.map((content) => [content.object, content]));
}
