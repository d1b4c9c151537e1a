/** The file of a bundler's module id, which may carry a query such as `?specifier=c/errorPanel`. */
export function withoutQuery(id: string): string {
  return id.split('?', 1)[0] ?? id;
}
