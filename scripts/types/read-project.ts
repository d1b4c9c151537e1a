import ts from 'typescript';

/** One `tsconfig.json` with the files that it includes. */
export interface TypedProject {
  readonly name: string;
  readonly config: ts.ParsedCommandLine;
}

/** Reads a `tsconfig.json`; what is wrong in it is among the problems that checking finds. */
export function readProject(name: string): TypedProject {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: raise };
  const config = ts.getParsedCommandLineOfConfigFile(name, { noEmit: true }, host);
  if (config === undefined) throw new Error(`${name} cannot be read`);
  return { name, config };
}

function raise(diagnostic: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}
