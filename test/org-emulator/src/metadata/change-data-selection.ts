import type { DeployedSelection } from '../events/event-selection.ts';
import { objectOfChangeEvent } from './event-channel.ts';
import type { PackageMetadata } from './package-metadata.ts';

/** What the package selects for change data capture, and which events its own channels carry. */
export function changeDataSelection({
  eventChannels,
  eventChannelMembers
}: PackageMetadata): DeployedSelection {
  const members = [...eventChannelMembers.values()];
  const entities = members.flatMap(({ event }) => objectOfChangeEvent(event) ?? []);
  const channels = new Map(
    [...eventChannels.keys()].map((name) => [
      name,
      members.filter(({ channel }) => channel === name).map(({ event }) => event)
    ])
  );
  return { entities: [...new Set(entities)], channels };
}
