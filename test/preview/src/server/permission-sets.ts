import { z } from 'zod';
import type { OrgSession, OrgSessions } from './org-sessions.ts';

const answer = z.object({
  records: z.array(z.object({ PermissionSet: z.object({ Name: z.string() }).nullish() }))
});
const UNAUTHORIZED = 401;

/** Who is signed in, and the API names of the permission sets that the user holds. */
export interface SignedIn {
  readonly userId: string;
  readonly permissionSets: readonly string[];
}

/**
 * Signs a user in and asks what the user holds.
 * @throws Error when the org does not answer or does not know the user.
 */
export async function signIn(orgUrl: string, sessions: OrgSessions, username: string): Promise<SignedIn> {
  let session = await sessions.of(username);
  let response = await askPermissionSets(orgUrl, session);
  if (response.status === UNAUTHORIZED) {
    // The org may have been restarted since the session was opened.
    sessions.drop(username);
    session = await sessions.of(username);
    response = await askPermissionSets(orgUrl, session);
  }
  if (!response.ok) throw new Error(`The org did not say what ${username} holds: ${await response.text()}`);
  const { records } = answer.parse(await response.json());
  const permissionSets = records.flatMap(({ PermissionSet }) => PermissionSet?.Name ?? []);
  return { userId: session.userId, permissionSets };
}

function askPermissionSets(orgUrl: string, { accessToken, userId }: OrgSession): Promise<Response> {
  const url = new URL('/services/data/v66.0/query', orgUrl);
  url.searchParams.set(
    'q',
    `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = '${userId}'`
  );
  return fetch(url, { headers: { authorization: `Bearer ${accessToken}` } });
}
