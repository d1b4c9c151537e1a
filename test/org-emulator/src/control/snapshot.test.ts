import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOrg, type Org } from '../org.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { admin, fixturePackage, privateKeyPem } from '../testing/test-org.ts';
import { loadSnapshot, saveSnapshot } from './snapshot.ts';

const newOrg = () =>
  createOrg({
    packageDirectory: fixturePackage,
    certificates: { Sage_Callout_Signing: privateKeyPem },
    namedCredentialUrls: {}
  });

/** The administrator's work on an org, since no client of REST can undelete. */
function workOn(org: Org) {
  const access = org.access.findUser(admin);
  const object = (name: string) => org.schema.object(name);
  const [account, contact] = [object('Account'), object('Contact')];
  if (!access || !account || !contact) throw new Error('The org lacks what this test needs');
  return { access, account, contact, dml: org.dml, database: org.database };
}

it('when a deleted record comes back after a restart, then so does what its deletion took along', () => {
  const file = join(temporaryDirectory(), 'org.json');
  const first = newOrg();
  const before = workOn(first);
  const accountId = before.dml.insert(before.access, before.account, { Name: 'ABF' });
  const values = { LastName: 'Doe', AccountId: accountId };
  const contactId = before.dml.insert(before.access, before.contact, values);
  before.dml.delete(before.access, before.account, accountId);
  saveSnapshot(first, file);

  const second = newOrg();
  loadSnapshot(second, file);
  const after = workOn(second);
  expect(after.database.table(after.contact).get(contactId)).toMatchObject({ IsDeleted: true });
  after.dml.undelete(after.access, after.account, accountId);
  expect(after.database.table(after.contact).get(contactId)).toMatchObject({ IsDeleted: false });
  first.close();
  second.close();
});
