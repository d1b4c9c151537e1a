import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../setup/paths.mjs';

const accountEvents = `<?xml version="1.0" encoding="UTF-8"?>
<PlatformEventChannelMember xmlns="http://soap.sforce.com/2006/04/metadata">
    <eventChannel>ChangeEvents</eventChannel>
    <selectedEntity>AccountChangeEvent</selectedEntity>
</PlatformEventChannelMember>
`;

/** This package in a directory of its own, with change events of accounts selected. */
export function benchmarkPackage(directory: string): string {
  const copy = join(directory, 'package');
  cpSync(join(projectRoot, 'force-app'), copy, { recursive: true });
  const members = join(copy, 'main/bench/platformEventChannelMembers');
  mkdirSync(members, { recursive: true });
  writeFileSync(
    join(members, 'ChangeEvents_AccountChangeEvent.platformEventChannelMember-meta.xml'),
    accountEvents
  );
  return copy;
}
