import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { packagedMapping } from '../../mapping/defaults/packaged-mappings.ts';
import { mappingContentSchema, type MappingContent } from '../../mapping/mapping-content.ts';
import type { Store } from '../../store/port/store.ts';
import type { PairName } from '../pairs/pair-names.ts';

/** What a version says; version 0 comes with the package. @throws LedgerBridgeError LB787, LB60x. */
export async function contentOfVersion(
  { mappingVersions }: Pick<Store, 'mappingVersions'>,
  pair: PairName,
  version: number
): Promise<MappingContent> {
  if (version === 0) return packagedMapping(pair);
  const stored = await mappingVersions.find(pair, version);
  const read = mappingContentSchema.safeParse(stored?.content);
  if (read.success) return read.data;
  throw new LedgerBridgeError('LB787', {
    detail: `The mapping of ${pair} has no version ${version} that can be read.`
  });
}
