/** Who a token speaks for. One external credential, and so one named credential, for each. */
export type Role = 'reader' | 'writer' | 'admin';

const coveredBy: Readonly<Record<Role, readonly Role[]>> = {
  reader: ['reader'],
  writer: ['writer'],
  admin: ['admin', 'reader']
};

/** Whether a token's role covers an operation's. An admin may read what a reader may; nobody else reaches over. */
export function covers(role: Role, needed: Role): boolean {
  return coveredBy[role].includes(needed);
}

/** Whether a claim is a role that this service knows. */
export function isRole(claim: unknown): claim is Role {
  return claim === 'reader' || claim === 'writer' || claim === 'admin';
}
