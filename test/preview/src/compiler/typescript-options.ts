import { existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

// ESNext or nothing: lower targets rewrite decorators into helpers that the LWC compiler cannot read.
const LWC_DEFAULTS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  useDefineForClassFields: true,
  verbatimModuleSyntax: true,
  experimentalDecorators: false
};

/**
 * The compiler options of the project's own tsconfig.json, so that a component runs here as it is deployed;
 * LWC's defaults where there is none.
 */
export function lwcCompilerOptions(projectRoot: string): ts.CompilerOptions {
  const file = path.join(projectRoot, 'tsconfig.json');
  if (!existsSync(file)) return LWC_DEFAULTS;
  const config: unknown = ts.readConfigFile(file, (name) => ts.sys.readFile(name)).config;
  const { options } = ts.parseJsonConfigFileContent(
    config,
    { ...ts.sys, readDirectory: () => [] },
    projectRoot
  );
  return { ...options, ...LWC_DEFAULTS };
}
