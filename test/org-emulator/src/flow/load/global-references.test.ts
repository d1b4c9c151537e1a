import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOrg } from '../../org.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { fixturePackage, privateKeyPem } from '../../testing/test-org.ts';
import { thrownBy } from '../../testing/thrown-by.ts';

const flows = join(import.meta.dirname, '../../../fixtures/flows');

const refused = [
  ['$User.ManagerNo__c', 'which does not exist'],
  ['$Profile.Colour', 'which does not exist'],
  ['$Organization.Colour', 'which does not exist'],
  ['$Permission.Unknown', 'which does not exist'],
  ['$Label.Unknown', 'which does not exist'],
  ['$Flow.Unknown', 'which does not exist'],
  ['$Setup.Settings__c.On__c', 'but custom settings are not supported by the local org'],
  ['$Api.Session_ID', 'which is not supported by the local org'],
  ['$UserRole.Name', 'which is not supported by the local org']
] as const;
const loaded = ['$User.Email', '$User.Profile.Name', '$Profile.Name', '$Organization.Name'];

let problems: string | undefined;

/** What a flow is refused for that refers to all of them; loaded once. */
function refusal(): string {
  const names = [...refused.map(([name]) => name), ...loaded];
  problems ??= String(thrownBy(() => loadWith(names.map((name) => `{!${name}}`).join(' '))));
  return problems;
}

/** Loads the fixture flows with one text changed to another. */
function loadWith(text: string): void {
  const packageDirectory = temporaryDirectory();
  cpSync(fixturePackage, packageDirectory, { recursive: true });
  cpSync(flows, join(packageDirectory, 'main/flows'), { recursive: true });
  const path = join(packageDirectory, 'main/flows/flows/Texts_And_Globals.flow-meta.xml');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('Yours,', () => text)
  );
  const certificates = { Sage_Callout_Signing: privateKeyPem };
  createOrg({ packageDirectory, certificates, namedCredentialUrls: {} }).close();
}

describe('references to global variables', () => {
  it.each(refused)('when a flow refers to %s, then it is refused at load, %s', (reference, reason) => {
    expect(refusal()).toContain(`refers to ${reference}, ${reason}`);
  });

  it.each(loaded)('when a flow refers to %s, then nothing is wrong with that', (reference) => {
    expect(refusal()).not.toContain(`refers to ${reference},`);
  });
});
