/** A user of the local org. */
export interface OrgUser {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly alias: string;
  readonly profile: string;
  /** Permission sets given when the package has them. */
  readonly permissionSets: readonly string[];
  /** The username unless given. */
  readonly email?: string | undefined;
  /** IANA name; the org's unless given. */
  readonly timeZone?: string | undefined;
  /** Such as `en_US`; the org's unless given. */
  readonly locale?: string | undefined;
}

/** The administrator, as whom seeds are inserted. */
export const administrator = 'admin@ledger-bridge.example';

/**
 * What `User.UserType` says of the Automated Process user, as whom platform events start flows. Every org has one: it
 * has no profile, shows in queries, and nobody can log in as it.
 */
export const automatedProcessType = 'AutomatedProcess';

/** Its username in an org. */
export function automatedProcessUsername(organizationId: string): string {
  return `autoproc@${organizationId.slice(0, 15).toLowerCase()}`;
}

/** Users of the local org, one for each kind of access worth showing. */
export const orgUsers: readonly OrgUser[] = [
  {
    username: administrator,
    firstName: 'Ada',
    lastName: 'Admin',
    alias: 'admin',
    profile: 'System Administrator',
    permissionSets: ['Ledger_Bridge_Admin']
  },
  {
    username: 'rep@ledger-bridge.example',
    firstName: 'Rita',
    lastName: 'Rep',
    alias: 'rep',
    profile: 'Standard User',
    permissionSets: ['Ledger_Bridge_Rep']
  },
  {
    username: 'noaccess@ledger-bridge.example',
    firstName: 'Nora',
    lastName: 'Noaccess',
    alias: 'noaccess',
    profile: 'Standard User',
    permissionSets: []
  },
  {
    username: 'integration@ledger-bridge.example',
    firstName: 'Ian',
    lastName: 'Integration',
    alias: 'integr',
    profile: 'Minimum Access - API Only Integrations',
    permissionSets: ['Ledger_Bridge_Integration']
  }
];
