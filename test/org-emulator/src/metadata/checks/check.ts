import type { Schema } from '../../schema/schema.ts';
import type { ProblemList } from '../load-error.ts';
import type { PackageMetadata } from '../package-metadata.ts';

/** What is checked: metadata that was read, and the schema made of it. */
export interface Checked {
  readonly metadata: PackageMetadata;
  readonly schema: Schema;
  /** Reports what is wrong with a component, named as `Object.Part` or by its own name. */
  readonly report: (
    component: { readonly file: { readonly shownPath: string } },
    name: string,
    problem: string
  ) => void;
}

/** Something that an org would refuse to deploy. */
export type Check = (checked: Checked) => void;

/** Makes a check's report join a list of problems. */
export function checkedWith(metadata: PackageMetadata, schema: Schema, problems: ProblemList): Checked {
  return {
    metadata,
    schema,
    report: ({ file }, name, problem) => problems.add(file.shownPath, name, problem)
  };
}
