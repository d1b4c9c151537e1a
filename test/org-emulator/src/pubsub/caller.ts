import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { tenantId } from './tenant.ts';
import { refusals } from './pubsub-error.ts';

/** The authentication metadata of a call. */
export interface CallHeaders {
  readonly accesstoken: string | undefined;
  readonly instanceurl: string | undefined;
  readonly tenantid: string | undefined;
}

/**
 * The user of a call (Pub/Sub API Guide, "Supported Authentication"): token, URL of the org and its id of 15 or 18
 * characters. Throws PubSubError.
 */
export function callerOf(org: Org, { accesstoken, instanceurl, tenantid }: CallHeaders): UserAccess {
  if (!accesstoken || !instanceurl || !tenantid) throw refusals.headers();
  if (!URL.canParse(instanceurl)) throw refusals.headers();
  const userId = org.sessions.userId(accesstoken);
  const isThisOrg = tenantid.length >= 15 && tenantId(org).startsWith(tenantid);
  if (userId === undefined || !isThisOrg) throw refusals.authentication();
  return accessOf(org, userId);
}

/** What a user may do now. Throws PubSubError when the user is no longer active. */
export function accessOf(org: Org, userId: string): UserAccess {
  try {
    return org.access.ofUser(userId);
  } catch (error) {
    if (error instanceof SalesforceError) throw refusals.authentication();
    throw error;
  }
}
