import type { MetadataTypes } from './metadata-types.ts';
import type { PackageSource } from './package-source.ts';
import type { Problem } from './problem.ts';

/** One thing that is checked over a whole package. */
export interface Rule {
  readonly name: string;
  check(source: PackageSource, types: MetadataTypes): readonly Problem[];
}

/** Makes an error at a place of a file. */
export function problemAt(file: string, line: number, what: string, fix: string): Problem {
  return { file, line, severity: 'error', what, fix };
}
