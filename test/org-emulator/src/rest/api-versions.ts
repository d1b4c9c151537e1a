const oldest = 31;
const newest = 66;

/** Whether a path's version is one the org offers. */
export function isApiVersion(version: string): boolean {
  const number = Number(/^v(\d+)\.0$/.exec(version)?.[1]);
  return number >= oldest && number <= newest;
}

/** The list at `/services/data`. */
export function apiVersions(): { label: string; url: string; version: string }[] {
  return Array.from({ length: newest - oldest + 1 }, (_none, index) => {
    const version = `${oldest + index}.0`;
    return { label: `API ${version}`, url: `/services/data/v${version}`, version };
  });
}
