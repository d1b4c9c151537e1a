import type { PathAndText } from '../metadata/deployable-package.ts';
import { typeOfSuffix } from '../metadata/component-types.ts';
import type { MetadataProblem } from '../metadata/load-error.ts';

/** Where a problem stands, and of which component. */
export interface ProblemPlace {
  readonly componentType: string;
  readonly fullName: string;
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

/** Finds the component's type and, where the file shows it, the line of a problem. */
export function locateProblem(problem: MetadataProblem, files: readonly PathAndText[]): ProblemPlace {
  const text = files.find(({ path }) => path === problem.file)?.text ?? '';
  const fullName = problem.component;
  const partName = fullName.split('.').at(-1) ?? fullName;
  const part = partOf(text, partName);
  const componentType = part?.type ?? typeOfFile(problem.file);
  return { componentType, fullName, ...lineOf(problem.problem, text, part?.offset) };
}

function partOf(text: string, name: string): { type: string; offset: number } | undefined {
  const names = [...text.matchAll(/<fullName>\s*(?<name>[^<\s]+)\s*<\/fullName>/g)];
  const at = names.find(({ groups }) => groups?.name === name)?.index;
  if (at === undefined) return undefined;
  const tags = [
    ...text.slice(0, at).matchAll(/<(?<tag>fields|validationRules|recordTypes|listViews|labels)>/g)
  ];
  const type = partTypes[tags.at(-1)?.groups?.tag ?? ''];
  return type === undefined ? undefined : { type, offset: at };
}

function typeOfFile(path: string): string {
  const suffix = /\.(?<suffix>[A-Za-z]+)(?:-meta\.xml)?$/.exec(path)?.groups?.suffix ?? '';
  return typeOfSuffix(suffix) ?? '';
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
