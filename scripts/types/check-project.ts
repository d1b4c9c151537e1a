import { resolve } from 'node:path';
import ts from 'typescript';
import type { TypedProject } from './read-project.ts';
import type { HostOf } from './shared-files.ts';

/** Checks projects one after the other; gives what is wrong in one, as `tsc` prints it. */
export type CheckProject = (project: TypedProject) => string;

/**
 * A project answers for the files that it includes, and for those that it imports and no project includes. What it
 * imports from another project is that one's to check, with that one's options.
 */
export function projectCheck(projects: readonly TypedProject[], hostOf: HostOf): CheckProject {
  const owned = new Set(projects.flatMap(filesOf));
  return (project) => {
    const { options, fileNames, projectReferences } = project.config;
    const program = ts.createProgram({
      rootNames: fileNames,
      options,
      host: hostOf(options),
      ...(projectReferences === undefined ? {} : { projectReferences }),
      configFileParsingDiagnostics: ts.getConfigFileParsingDiagnostics(project.config)
    });
    const own = new Set(filesOf(project));
    const isFree = (file: ts.SourceFile): boolean =>
      !owned.has(file.fileName) && !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file);
    const files = program.getSourceFiles().filter((file) => own.has(file.fileName) || isFree(file));
    return ts.formatDiagnostics(problemsOf(program, files), format);
  };
}

const filesOf = ({ config }: TypedProject): readonly string[] =>
  config.fileNames.map((file) => resolve(file));

function problemsOf(program: ts.Program, files: readonly ts.SourceFile[]): readonly ts.Diagnostic[] {
  const found = [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => program.getSyntacticDiagnostics(file)),
    ...files.flatMap((file) => program.getSemanticDiagnostics(file))
  ];
  return ts.sortAndDeduplicateDiagnostics(found);
}

const format: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (file) => file,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n'
};
