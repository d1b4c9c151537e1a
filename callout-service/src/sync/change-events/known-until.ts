import type { StoreContent } from '../../store/port/store.ts';

/** Name of the cursor of a channel's replay id; stored, so it never changes. */
export function placeNameOf(channel: string): string {
  return `pubsub:${channel}`;
}

/** Of the cursor that says until when all changes of a channel are known; stored, so it never changes. */
export function knownUntilNameOf(channel: string): string {
  return `pubsub-known-until:${channel}`;
}

/** Moves the moment until which all changes of a channel are known, never back. ISO 8601 in UTC. */
export async function moveKnownUntil(
  { cursors }: Pick<StoreContent, 'cursors'>,
  channel: string,
  moment: string
): Promise<void> {
  const name = knownUntilNameOf(channel);
  const stored = (await cursors.find(name))?.value;
  if (stored === undefined || stored < moment) await cursors.move(name, stored, moment);
}

/** The moment until which all changes of a channel are known; undefined where none ever came. */
export async function knownUntil(
  { cursors }: Pick<StoreContent, 'cursors'>,
  channel: string
): Promise<string | undefined> {
  const known = await cursors.find(knownUntilNameOf(channel));
  return known?.value ?? (await cursors.find(placeNameOf(channel)))?.movedAt;
}
