import { dirname, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { sharedFiles } from '../types/shared-files.ts';

/** What one compilation of all bundles gives. */
export interface Compilation {
  /** Text by file, relative to the project with forward slashes. Empty when there are problems. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Compiler messages, one a line, as `tsc` prints them. */
  readonly problems: readonly string[];
}

const library = dirname(resolve(ts.getDefaultLibFilePath({})));
/** TypeScript's own library is the larger part of what is read, and never changes. */
const hostOf = sharedFiles((file) => dirname(resolve(file)) === library);

/** Compiles the bundles as the root `tsconfig.json` says, into memory. The output is what `tsc` would write. */
export function compileBundles(projectRoot: string): Compilation {
  const config = readConfig(projectRoot);
  const { fileNames: rootNames, options } = config;
  const program = ts.createProgram({ rootNames, options, host: hostOf(options) });
  const outputs = new Map<string, string>();
  const result = program.emit(undefined, (file, text) => {
    outputs.set(relative(projectRoot, file).split(sep).join('/'), text);
  });
  const diagnostics = [...config.errors, ...ts.getPreEmitDiagnostics(program), ...result.diagnostics];
  const problems = [...new Set(diagnostics.map((diagnostic) => describe(projectRoot, diagnostic)))];
  return { outputs: problems.length === 0 ? outputs : new Map(), problems };
}

function readConfig(projectRoot: string): ts.ParsedCommandLine {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: raise };
  const config = ts.getParsedCommandLineOfConfigFile(`${projectRoot}/tsconfig.json`, {}, host);
  if (config === undefined) throw new Error(`${projectRoot}/tsconfig.json cannot be read`);
  return config;
}

function raise(diagnostic: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

function describe(projectRoot: string, diagnostic: ts.Diagnostic): string {
  return ts
    .formatDiagnostic(diagnostic, {
      getCanonicalFileName: (file) => file,
      getCurrentDirectory: () => projectRoot,
      getNewLine: () => '\n'
    })
    .trim();
}
