/** Stands in for a part that is being written. */
export function unfinished<T extends object>(part: string): T {
  return new Proxy({} as T, {
    get: (_target, member) => () => Promise.reject(new Error(`${part}.${String(member)} is not there yet`))
  });
}
