import type { MappingVersion } from '../../store/port/mapping-versions.ts';
import type { PairName } from '../pairs/pair-names.ts';
import { cutText } from '../write-back/cut-text.ts';
import type { MappingParts } from './mapping-parts.ts';

const COMMENT_LENGTH = 255;
/** Content__c. */
const CONTENT_LENGTH = 131_072;

/**
 * Shows a version in Salesforce after it was published: the store alone says what is in force. What cannot be written is
 * told in the log, and written with the next version; no run depends on it.
 */
export async function showVersion(
  { salesforce: { records }, integration, source, companyCode, logger }: MappingParts,
  pair: PairName,
  version: MappingVersion
): Promise<void> {
  try {
    const { configId } = await integration.current();
    const keyOf = (number: number) => `${companyCode}:${pair}:${number}`;
    const head = { Integration_Config__c: configId, Object_Pair__c: pair };
    const content = JSON.stringify(version.content);
    const before = version.version - 1;
    const outcomes = await records.upsert('Mapping_Version__c', 'Version_Key__c', [
      ...(before === 0
        ? []
        : [{ ...head, Version_Key__c: keyOf(before), Version__c: before, In_Force__c: false }]),
      {
        ...head,
        Version_Key__c: keyOf(version.version),
        Version__c: version.version,
        Published_At__c: version.publishedAt,
        Published_By__c: cutText(version.publishedBy, COMMENT_LENGTH),
        Comment__c: cutText(version.comment, COMMENT_LENGTH),
        Content__c: content.length > CONTENT_LENGTH ? null : content,
        In_Force__c: true
      }
    ]);
    const settings = await source.find(pair);
    const shown =
      settings === undefined
        ? []
        : await records.update('Sync_Object__c', [
            { id: settings.recordId, fields: { Published_Version__c: String(version.version) } }
          ]);
    for (const outcome of [...outcomes, ...shown]) if (!outcome.ok) throw outcome.error;
  } catch (err) {
    logger.warn(
      { err, pair, version: version.version },
      'a published mapping could not be shown in Salesforce'
    );
  }
}
