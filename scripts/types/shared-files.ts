import ts from 'typescript';

/** Makes the host of a project's compilation; projects whose options read a file alike share what was read. */
export type HostOf = (options: ts.CompilerOptions) => ts.CompilerHost;

/**
 * Reads, parses and binds each file once, as editors do: most projects have the same libraries and each other's files.
 * With `mayShare` only some, where others change from one compilation to the next.
 */
export function sharedFiles(mayShare: (file: string) => boolean = () => true): HostOf {
  const read = new Map<string, ts.SourceFile | undefined>();
  const registry = ts.createDocumentRegistry();
  return (options) => {
    const host = ts.createCompilerHost(options);
    const likeness = registry.getKeyForCompilationSettings(options);
    return {
      ...host,
      getSourceFile(file, languageVersion, ...others) {
        if (!mayShare(file)) return host.getSourceFile(file, languageVersion, ...others);
        const format =
          typeof languageVersion === 'object' ? languageVersion.impliedNodeFormat : languageVersion;
        const key = [likeness, format, file].join('|');
        if (!read.has(key)) read.set(key, host.getSourceFile(file, languageVersion, ...others));
        return read.get(key);
      }
    };
  };
}
