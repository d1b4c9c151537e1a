/** A user of the local org that the preview can sign in as. */
export interface PreviewUser {
  /** Short name for `?user=` and the cookie. */
  readonly key: 'rep' | 'admin' | 'noaccess';
  readonly label: string;
  readonly username: string;
}

const REP: PreviewUser = { key: 'rep', label: 'Sales rep', username: 'rep@ledger-bridge.example' };

/** The users to choose from: who may see Sage figures, who sets everything up, and who may do neither. */
export const PREVIEW_USERS: readonly PreviewUser[] = [
  REP,
  { key: 'admin', label: 'Admin', username: 'admin@ledger-bridge.example' },
  { key: 'noaccess', label: 'No access', username: 'noaccess@ledger-bridge.example' }
];

/** The user who is signed in until another is chosen. */
export const DEFAULT_USER: PreviewUser = REP;

/** The user of that short name. */
export function findPreviewUser(key: unknown): PreviewUser | undefined {
  return PREVIEW_USERS.find((user) => user.key === key);
}
