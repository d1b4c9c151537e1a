import type { ListedComponent, PathAndText } from '../metadata/deployable-package.ts';
import { typeOfSuffix } from '../metadata/component-types.ts';
import type { MetadataProblem } from '../metadata/load-error.ts';

/** Where a problem stands, and of which component. */
export interface ProblemPlace {
  readonly componentType: string;
  readonly fullName: string;
  readonly problem: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

const partTypes: Readonly<Record<string, string>> = {
  fields: 'CustomField',
  validationRules: 'ValidationRule',
  recordTypes: 'RecordType',
  listViews: 'ListView',
  labels: 'CustomLabel'
};

/**
 * Finds the component's type and, where the file shows it, the line of a problem. `known` are components that could be
 * read. What is no component but stands in
 * one, such as an element of a flow, is told in the problem.
 */
export function locateProblem(
  problem: MetadataProblem,
  files: readonly PathAndText[],
  known: readonly ListedComponent[]
): ProblemPlace {
  const { component, file } = problem;
  const text = files.find(({ path }) => path === file)?.text ?? '';
  const part = partOf(text, component);
  const line = lineOf(problem.problem, text, part?.offset);
  const listed = known.find((each) => each.file === file && each.fullName === component);
  const componentType = listed?.type ?? part?.type;
  if (componentType === undefined) return { ...insideFile(problem), ...line };
  return { componentType, fullName: component, problem: problem.problem, ...line };
}

/** A problem of something that is no component itself. */
function insideFile({ component, file, problem }: MetadataProblem): ProblemPlace {
  const { name, type: componentType } = ownerOf(file);
  if (name === '' || !component.startsWith(`${name}.`))
    return { componentType, fullName: component, problem };
  const inside = component.slice(name.length + 1);
  return { componentType, fullName: name, problem: `${inside}: ${problem}` };
}

function partOf(text: string, component: string): { type: string; offset: number } | undefined {
  const name = component.split('.').at(-1);
  const names = [...text.matchAll(/<fullName>\s*(?<name>[^<\s]+)\s*<\/fullName>/g)];
  const at = names.find(({ groups }) => groups?.name === name)?.index;
  if (at === undefined) return undefined;
  const tags = [
    ...text.slice(0, at).matchAll(/<(?<tag>fields|validationRules|recordTypes|listViews|labels)>/g)
  ];
  const type = partTypes[tags.at(-1)?.groups?.tag ?? ''];
  return type === undefined ? undefined : { type, offset: at };
}

/** The component of a file by its path. */
function ownerOf(path: string): { name: string; type: string } {
  const { name = '', suffix = '' } =
    /(?:^|\/)(?<name>[^/]+)\.(?<suffix>[A-Za-z]+)(?:-meta\.xml)?$/.exec(path)?.groups ?? {};
  return { name, type: typeOfSuffix(suffix) ?? '' };
}

type Line = Pick<ProblemPlace, 'columnNumber' | 'lineNumber'>;

/** The XML reader's own place; else the element that the problem names, from the component's beginning on. */
function lineOf(problem: string, text: string, from: number | undefined): Line {
  const place = /:(?<line>\d+):(?<column>\d+)$/.exec(problem)?.groups;
  if (place) return { lineNumber: Number(place.line), columnNumber: Number(place.column) };
  const element = /<(?:\w+\.)*(?<name>\w+)>/g;
  const names = [...problem.matchAll(element)].flatMap(({ groups }) => groups?.name ?? []);
  const offsets = names
    .map((name) => text.indexOf(`<${name}>`, startOfPart(text, from)))
    .filter((at) => at >= 0);
  const at = offsets.at(-1) ?? from;
  return at === undefined ? {} : { lineNumber: text.slice(0, at).split('\n').length };
}

/** A part's name is not always its first element. */
function startOfPart(text: string, from: number | undefined): number {
  if (from === undefined) return 0;
  return Math.max(text.lastIndexOf('<fields>', from), text.lastIndexOf('<validationRules>', from), 0);
}
