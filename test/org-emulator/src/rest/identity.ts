import type { UserAccess } from '../access/user-access.ts';
import type { Org } from '../org.ts';
import { organizationId } from './oauth-resources.ts';

/** What the identity URL says of the user (help, "Identity URLs"); pictures and locale are left out. */
export function identity(org: Org, access: UserAccess, origin: string, version = '{version}') {
  const { user, userId } = access;
  return {
    id: `${origin}/id/${organizationId(org)}/${userId}`,
    asserted_user: true,
    user_id: userId,
    organization_id: organizationId(org),
    username: String(user.Username),
    nick_name: String(user.Alias),
    display_name: String(user.Name),
    email: String(user.Email),
    email_verified: true,
    first_name: String(user.FirstName),
    last_name: String(user.LastName),
    timezone: String(user.TimeZoneSidKey),
    active: user.IsActive === true,
    user_type: 'STANDARD',
    language: 'en_US',
    locale: 'en_US',
    utcOffset: 0,
    urls: addresses(org, userId, origin, version),
    last_modified_date: String(user.LastModifiedDate)
  };
}

function addresses(org: Org, userId: string, origin: string, version: string): Record<string, string> {
  const data = `${origin}/services/data/v${version}`;
  return {
    rest: `${data}/`,
    sobjects: `${data}/sobjects/`,
    query: `${data}/query/`,
    recent: `${data}/recent/`,
    profile: `${origin}/${userId}`,
    metadata: `${origin}/services/Soap/m/${version}/${organizationId(org).slice(0, 15)}`
  };
}
