import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { MappingContent } from '../../mapping/mapping-content.ts';
import type { PairName } from '../pairs/pair-names.ts';
import { draftOfRecords } from './draft-of-records.ts';
import { draftQuery } from './draft-query.ts';
import type { MappingParts } from './mapping-parts.ts';

/** What an admin has drawn of a pair. @throws LB785 with every fault, LB787 when nothing is drawn; LB70x. */
export async function readDraft(
  { salesforce, source, companyCode }: Pick<MappingParts, 'salesforce' | 'source' | 'companyCode'>,
  pair: PairName
): Promise<MappingContent> {
  const [row] = await salesforce.records.all(draftQuery(companyCode, pair));
  if (row === undefined) {
    throw new LedgerBridgeError('LB787', {
      detail: `${pair} has no record in the configuration of ${companyCode}.`
    });
  }
  const { content: inForce } = await source.mapping(pair);
  const { content, faults } = draftOfRecords(row, inForce);
  if (content === undefined) throw notPublishable(pair, faults);
  return content;
}

/** The refusal of a mapping with everything that does not fit. */
export function notPublishable(pair: PairName, faults: LedgerBridgeError['faults']): LedgerBridgeError {
  const sentences = faults.map(({ field, problem }) => `${field}: ${problem}`);
  return new LedgerBridgeError('LB785', {
    detail: `The mapping of ${pair} cannot be published. ${sentences.join(' ')}`,
    faults
  });
}
