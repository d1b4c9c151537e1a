import { packageNames } from '../port/package-names.ts';

/** Turns names as the service has them into those of the org, and back. */
export interface PackageNamer {
  /** A name of an object, field, event or relationship, as the org has it. */
  toOrg(name: string): string;
  fromOrg(name: string): string;
  /** A query with all its names as the org has them. Text in it stays as it is. */
  soql(query: string): string;
}

/**
 * Where the package is installed its names, and no others, carry its namespace: `ns__Name__c`. Without a namespace names
 * are the same on both sides. Source: ISVforce Guide, Namespace Prefix.
 */
export function createPackageNamer(namespace: string | undefined): PackageNamer {
  if (namespace === undefined) return unchanged;
  const prefix = `${namespace}__`;
  const toOrg = (name: string): string => (packageNames.has(name) ? `${prefix}${name}` : name);
  const fromOrg = (name: string): string => {
    if (!name.startsWith(prefix)) return name;
    const bare = name.slice(prefix.length);
    return packageNames.has(bare) ? bare : name;
  };
  return { toOrg, fromOrg, soql: (query) => withOrgNames(query, toOrg) };
}

const same = (name: string): string => name;
const unchanged: PackageNamer = { toOrg: same, fromOrg: same, soql: same };

/** A text in quotes, with what is escaped in it, or a name. Source: SOQL and SOSL Reference, Quoted String Escape Sequences. */
const textOrName = /'(?:[^'\\]|\\.)*'|[A-Za-z_]\w*/gs;

function withOrgNames(query: string, toOrg: (name: string) => string): string {
  return query.replace(textOrName, (token) => (token.startsWith("'") ? token : toOrg(token)));
}
