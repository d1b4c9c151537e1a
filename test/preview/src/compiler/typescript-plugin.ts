import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';
import ts from 'typescript';
import { withoutQuery } from './module-id.ts';

/** Strips the types of component sources with TypeScript's own compiler, keeping decorators for LWC's. */
export function typescriptPlugin(options: ts.CompilerOptions, sourceMap: boolean) {
  const compilerOptions: ts.CompilerOptions = {
    ...options,
    sourceMap,
    inlineSourceMap: false,
    noEmit: false
  };
  return {
    name: 'lwc-typescript',
    resolveId(id, importer) {
      if (!importer || !id.startsWith('.') || path.extname(id)) return null;
      const file = `${path.resolve(path.dirname(withoutQuery(importer)), id)}.ts`;
      return existsSync(file) ? file : null;
    },
    transform(code, id) {
      const file = withoutQuery(id);
      if (!file.endsWith('.ts') || file.includes('/node_modules/')) return null;
      const { outputText, sourceMapText } = ts.transpileModule(code, { fileName: file, compilerOptions });
      return { code: outputText.replace(/\n\/\/# sourceMappingURL=.*$/, ''), map: sourceMapText ?? null };
    }
  } satisfies Plugin;
}
