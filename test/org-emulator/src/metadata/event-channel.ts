import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { readMetadata, text } from './xml.ts';

const memberSchema = z.strictObject({
  eventChannel: text,
  selectedEntity: text
});

/** An event that a channel carries. The channel `ChangeEvents` is the standard one for change data. */
export interface EventChannelMemberMetadata {
  readonly file: SourceFile;
  readonly fullName: string;
  /** `ChangeEvents`, or a channel of the package (`X__chn`). */
  readonly channel: string;
  /** API name of the event: `AccountChangeEvent`, `Invoice__ChangeEvent`, `Sage_Request__e`. */
  readonly event: string;
}

/** Reads `platformEventChannelMembers/X.platformEventChannelMember-meta.xml`. Filters and enrichment are refused. */
export function readEventChannelMember(file: SourceFile): EventChannelMemberMetadata {
  const shape = { root: 'PlatformEventChannelMember', lists: [], schema: memberSchema };
  const { eventChannel, selectedEntity } = readMetadata(file, shape);
  return { file, fullName: file.fullName, channel: eventChannel, event: selectedEntity };
}

const channelSchema = z.strictObject({ channelType: z.enum(['data', 'event']), label: text });

/** A channel of the package's own. */
export type EventChannelMetadata = z.infer<typeof channelSchema> & {
  readonly file: SourceFile;
  readonly fullName: string;
};

/** Reads `platformEventChannels/X__chn.platformEventChannel-meta.xml`. */
export function readEventChannel(file: SourceFile): EventChannelMetadata {
  const shape = { root: 'PlatformEventChannel', lists: [], schema: channelSchema };
  return { ...readMetadata(file, shape), file, fullName: file.fullName };
}

/** The object whose changes an event tells of, or undefined for a platform event. */
export function objectOfChangeEvent(event: string): string | undefined {
  if (event.endsWith('__ChangeEvent')) return event.replace(/__ChangeEvent$/, '__c');
  return event.endsWith('ChangeEvent') ? event.replace(/ChangeEvent$/, '') : undefined;
}
