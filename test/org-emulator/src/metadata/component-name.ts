/** Takes the namespace off a name without a type's suffix, such as a permission set's: `ns__Name`. */
export function splitNamespace(fullName: string): {
  readonly namespace: string | null;
  readonly name: string;
} {
  const at = fullName.indexOf('__');
  if (at < 0) return { namespace: null, name: fullName };
  return { namespace: fullName.slice(0, at), name: fullName.slice(at + 2) };
}

/** The full name of a component whose namespace stands apart, as in setup records. */
export function joinNamespace(namespace: unknown, name: string): string {
  return typeof namespace === 'string' && namespace !== '' ? `${namespace}__${name}` : name;
}
