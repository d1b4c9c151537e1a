/** A user every local org has. */
export interface OrgUser {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly alias: string;
  readonly profile: string;
  /** Permission sets given when the package has them. */
  readonly permissionSets: readonly string[];
}

/** The administrator, as whom seeds are inserted. */
export const administrator = 'admin@ledger-bridge.example';

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
  }
];
