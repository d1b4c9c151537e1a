import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOrg } from '../../org.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { fixturePackage, privateKeyPem } from '../../testing/test-org.ts';
import { thrownBy } from '../../testing/thrown-by.ts';

const fixture = join(import.meta.dirname, '../../../fixtures/flows/flows/Doubles.flow-meta.xml');

/** Lists of a flow (Metadata API, Flow) that the local org does not run. */
const notRun = [
  'apexPluginCalls',
  'collectionFilterCriteria',
  'dataLookups',
  'ends',
  'exitRules',
  'experiments',
  'groups',
  'orchestratedStages',
  'stages',
  'steps'
];

it('when a flow has kinds of elements that are not run, once or several times, then each is refused by name', () => {
  const packageDirectory = temporaryDirectory();
  cpSync(fixturePackage, packageDirectory, { recursive: true });
  const elements = notRun.map(
    (kind) => `<${kind}><name>A_${kind}</name></${kind}><${kind}><name>B</name></${kind}>`
  );
  const text = readFileSync(fixture, 'utf8').replace(
    '<interviewLabel>',
    `${elements.join('')}<interviewLabel>`
  );
  writeFileSync(join(packageDirectory, 'main/accounts/Doubles.flow-meta.xml'), text);
  const certificates = { Sage_Callout_Signing: privateKeyPem };
  const load = () => createOrg({ packageDirectory, certificates, namedCredentialUrls: {} });
  const problems = String(thrownBy(load));
  for (const kind of notRun) expect(problems).toContain(`<${kind}> is not supported by the local org`);
});
