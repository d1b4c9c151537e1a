import { onTestFinished } from 'vitest';
import { createOrg, type Org } from '../../org.ts';
import { admin, fixturePackage, privateKeyPem } from '../../testing/test-org.ts';
import { startPubSub } from '../pubsub-server.ts';
import { tenantId } from '../tenant.ts';
import { PlainClient } from './plain-client.ts';

/** An org of which only the streams are served, for tests that reach into it, and an admin's client. */
export async function startStreams(): Promise<{ readonly org: Org; readonly client: PlainClient }> {
  const org = createOrg({
    packageDirectory: fixturePackage,
    certificates: { Sage_Callout_Signing: privateKeyPem },
    namedCredentialUrls: {}
  });
  const pubSub = await startPubSub(org, 0);
  const userId = String(org.access.findUser(admin)?.userId);
  const accesstoken = org.sessions.start(tenantId(org), userId);
  const headers = { accesstoken, instanceurl: 'http://127.0.0.1', tenantid: tenantId(org) };
  const client = new PlainClient({ pubSub }, headers);
  onTestFinished(async () => {
    org.close();
    await pubSub.close();
  });
  return { org, client };
}
