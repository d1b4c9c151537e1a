import { isStandardValueSet } from '../../schema/standard-settings.ts';
import { objectOfChangeEvent } from '../event-channel.ts';
import type { Check, Checked } from './check.ts';

/** Credentials, channels, value sets, custom metadata and reports name what exists. */
export const checkSetup: Check = (checked) => {
  checkCredentials(checked);
  checkChannels(checked);
  checkCustomMetadata(checked);
  checkReports(checked);
  for (const set of checked.metadata.standardValueSets.values()) {
    if (isStandardValueSet(set.fullName)) continue;
    checked.report(
      set,
      set.fullName,
      `the standard value set ${set.fullName} is not supported by the local org`
    );
  }
};

function checkCredentials({ metadata, report }: Checked): void {
  for (const named of metadata.namedCredentials.values()) {
    if (metadata.externalCredentials.has(named.externalCredential)) continue;
    report(named, named.fullName, `the external credential ${named.externalCredential} does not exist`);
  }
}

function checkChannels({ metadata, schema, report }: Checked): void {
  for (const member of metadata.eventChannelMembers.values()) {
    const changed = objectOfChangeEvent(member.event);
    const object = schema.object(changed ?? member.event);
    const kind = changed === undefined ? 'platformEvent' : 'record';
    if (object?.options.kind !== kind)
      report(member, member.fullName, `the event ${member.event} does not exist`);
    if (member.channel !== 'ChangeEvents' && !metadata.eventChannels.has(member.channel)) {
      report(member, member.fullName, `the channel ${member.channel} does not exist`);
    }
  }
}

function checkCustomMetadata({ metadata, schema, report }: Checked): void {
  for (const record of metadata.customMetadataRecords.values()) {
    const object = schema.object(record.objectName);
    if (object?.options.kind !== 'customMetadata') {
      report(record, record.fullName, `the custom metadata type ${record.objectName} does not exist`);
      continue;
    }
    for (const name of record.values.keys()) {
      if (!object.field(name))
        report(record, record.fullName, `the field ${object.name}.${name} does not exist`);
    }
  }
}

function checkReports({ metadata, schema, report }: Checked): void {
  for (const each of metadata.reports.values()) {
    const folder = each.fullName.slice(0, each.fullName.lastIndexOf('/'));
    if (folder !== 'unfiled$public' && !metadata.reportFolders.has(folder)) {
      report(each, each.fullName, `the report folder ${folder} does not exist`);
    }
    const ownType = /^(?<name>\w+)__c$/.exec(each.reportType)?.groups?.name;
    if (ownType !== undefined && !metadata.reportTypes.has(ownType)) {
      report(each, each.fullName, `the report type ${each.reportType} does not exist`);
    }
  }
  for (const type of metadata.reportTypes.values()) {
    if (!schema.object(type.baseObject))
      report(type, type.fullName, `the object ${type.baseObject} does not exist`);
  }
}
