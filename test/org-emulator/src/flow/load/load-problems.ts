import { z } from 'zod';
import type { FlowMetadata } from '../../metadata/flow.ts';
import type { ProblemList } from '../../metadata/load-error.ts';

/** Notes what is wrong with a component of a flow; an empty name means the flow itself. */
export type Report = (component: string, problem: string) => void;

/** Problems of a flow, naming its file and component. */
export function reporter(metadata: FlowMetadata, problems: ProblemList): Report {
  return (component, problem) =>
    problems.add(
      metadata.file.shownPath,
      component ? `${metadata.fullName}.${component}` : metadata.fullName,
      problem
    );
}

/** Reads one component; where its XML is not as it must be, that is reported and nothing comes back. */
export function attempt<T>(work: () => T, component: string, report: Report): T[] {
  try {
    return [work()];
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    for (const issue of error.issues) report(component, describe(issue));
    return [];
  }
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return `${issue.path.join('.')}: ${issue.message}`;
  const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return `${where}${issue.keys.map((key) => `<${key}>`).join(', ')} is not supported by the local org`;
}

/** Items by name; names that stand twice are reported. */
export function named<T extends { name: string }>(items: readonly T[], report: Report): Map<string, T> {
  const byName = new Map<string, T>();
  for (const item of items) {
    if (byName.has(item.name)) report(item.name, 'is defined twice');
    byName.set(item.name, item);
  }
  return byName;
}
