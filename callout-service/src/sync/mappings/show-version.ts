import { z } from 'zod';
import type { MappingVersion } from '../../store/port/mapping-versions.ts';
import type { PairName } from '../pairs/pair-names.ts';
import { cutText } from '../write-back/cut-text.ts';
import type { MappingParts } from './mapping-parts.ts';

const idSchema = z.string();
const COMMENT_LENGTH = 255;
/** Content__c. */
const CONTENT_LENGTH = 131_072;

/**
 * Shows a version in Salesforce after it was published, and that those before it are in force no more: the store alone says
 * what is. What cannot be written is told in the log, and the next version puts the marks right; no run depends on it.
 */
export async function showVersion(
  { salesforce: { records }, integration, source, companyCode, logger }: MappingParts,
  pair: PairName,
  version: MappingVersion
): Promise<void> {
  try {
    const { configId } = await integration.current();
    const others =
      `Integration_Config__c = '${configId}' AND Object_Pair__c = '${pair}' AND In_Force__c = true ` +
      `AND Version__c != ${version.version}`;
    const before = await records.all(`SELECT Id FROM Mapping_Version__c WHERE ${others}`);
    const noMore = before.map(({ Id }) => ({ id: idSchema.parse(Id), fields: { In_Force__c: false } }));
    const ended = noMore.length === 0 ? [] : await records.update('Mapping_Version__c', noMore);
    const content = JSON.stringify(version.content);
    const made = await records.upsert('Mapping_Version__c', 'Version_Key__c', [
      {
        Integration_Config__c: configId,
        Object_Pair__c: pair,
        Version_Key__c: `${companyCode}:${pair}:${version.version}`,
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
    for (const outcome of [...ended, ...made, ...shown]) if (!outcome.ok) throw outcome.error;
  } catch (err) {
    logger.warn(
      { err, pair, version: version.version },
      'a published mapping could not be shown in Salesforce'
    );
  }
}
