import type { Clock } from '../../telemetry/clock.ts';
import type { SalesforceObjectDescription, SalesforceSchema } from '../port/salesforce-schema.ts';
import type { PackageNamer } from '../records/package-namer.ts';
import type { RestGateway } from '../rest/rest-gateway.ts';
import { readDescription } from './read-description.ts';

/** Admins change objects seldom, and may want to see what they changed. */
const KEPT_MS = 5 * 60_000;

interface Kept {
  readonly askedAt: number;
  readonly description: Promise<SalesforceObjectDescription | undefined>;
}

/** What objects look like to the service's user; asked for once in five minutes, also by many at a time. */
export function createSchema(
  gateway: Pick<RestGateway, 'root' | 'send'>,
  namer: PackageNamer,
  clock: Clock
): SalesforceSchema {
  const known = new Map<string, Kept>();
  return {
    describe(object) {
      const now = clock().toMillis();
      const kept = known.get(object);
      if (kept !== undefined && now - kept.askedAt < KEPT_MS) return kept.description;
      const asked: Kept = { askedAt: now, description: describe(gateway, namer, object) };
      known.set(object, asked);
      // What could not be had is asked for again by the next.
      asked.description.catch(() => {
        if (known.get(object) === asked) known.delete(object);
      });
      return asked.description;
    },
    refresh: () => known.clear()
  };
}

/** Source: REST API Developer Guide, sObject Describe. */
async function describe(
  gateway: Pick<RestGateway, 'root' | 'send'>,
  namer: PackageNamer,
  object: string
): Promise<SalesforceObjectDescription | undefined> {
  const body = await gateway.send({
    kind: 'describe',
    method: 'GET',
    path: `${gateway.root}/sobjects/${encodeURIComponent(namer.toOrg(object))}/describe`,
    repeatable: true,
    mayBeAbsent: true
  });
  return body === undefined ? undefined : readDescription(body, namer);
}
