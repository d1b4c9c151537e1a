import { z } from 'zod';
import type { FlowMetadata } from '../metadata/flow.ts';
import type { ProblemList } from '../metadata/load-error.ts';
import { ignored } from '../metadata/xml.ts';
import { elementKinds } from './element-kinds.ts';
import type { FlowDefinition } from './flow-definition.ts';
import { connectorSchema, type FlowElement, type FlowLoadContext } from './flow-element.ts';
import { constantSchema, variableSchema } from './resources.ts';

const startSchema = z.strictObject({
  connector: connectorSchema.optional(),
  locationX: ignored,
  locationY: ignored,
  processMetadataValues: ignored
});

const resourceKinds = new Set(['variables', 'constants']);
const globals = new Set(['$Flow', '$User', '$Label']);

/**
 * Makes a flow runnable: reads its start, resources and elements, and checks that every connector and every
 * reference leads somewhere. Problems join the list, naming the element; unknown element kinds are refused.
 */
export function loadFlow(
  metadata: FlowMetadata,
  context: FlowLoadContext,
  problems: ProblemList
): FlowDefinition {
  const report = (component: string, problem: string) =>
    problems.add(
      metadata.file.shownPath,
      component ? `${metadata.fullName}.${component}` : metadata.fullName,
      problem
    );
  refuseOtherKinds(metadata, report);
  const read = <T>(kind: string, parse: (xml: Record<string, unknown>) => T): T[] =>
    (metadata.elementsByKind.get(kind) ?? []).flatMap((xml) =>
      attempt(() => parse(xml), String(xml.name), report)
    );
  const [start] = attempt(() => startSchema.parse(metadata.start), 'start', report);
  const definition: FlowDefinition = {
    fullName: metadata.fullName,
    label: metadata.label,
    active: metadata.active,
    needsExplicitAccess: metadata.needsExplicitAccess,
    firstElement: start?.connector,
    variables: named(
      read('variables', (xml) => variableSchema.parse(xml)),
      report
    ),
    constants: named(
      read('constants', (xml) => constantSchema.parse(xml)).map(({ name, value }) => ({ name, value })),
      report
    ),
    elements: named(
      elementKinds.flatMap((kind) => read(kind.kind, (xml) => kind.load(xml, context))),
      report
    )
  };
  checkElements(definition, namesOf(metadata), report);
  return definition;
}

type Report = (component: string, problem: string) => void;

function refuseOtherKinds(metadata: FlowMetadata, report: Report): void {
  if (metadata.processType !== 'AutoLaunchedFlow') {
    report('', `process type ${metadata.processType} is not supported by the local org`);
  }
  if (metadata.runInMode !== 'DefaultMode') {
    report('', `run mode ${metadata.runInMode} is not supported by the local org`);
  }
  for (const [kind, elements] of metadata.elementsByKind) {
    const known = resourceKinds.has(kind) || elementKinds.some((each) => each.kind === kind);
    if (known) continue;
    for (const { name } of elements) report(String(name), `<${kind}> is not supported by the local org`);
  }
}

function checkElements(flow: FlowDefinition, names: ReadonlySet<string>, report: Report): void {
  if (flow.firstElement !== undefined && !names.has(flow.firstElement)) {
    report('start', `leads to ${flow.firstElement}, which does not exist`);
  }
  for (const element of flow.elements.values()) {
    for (const problem of element.problems ?? []) report(element.name, problem);
    for (const target of element.targets) {
      if (target !== undefined && !names.has(target)) {
        report(element.name, `leads to ${target}, which does not exist`);
      }
    }
    for (const missing of unknownReferences(element, names)) {
      report(element.name, `refers to ${missing}, which does not exist`);
    }
  }
}

function unknownReferences(element: FlowElement, names: ReadonlySet<string>): string[] {
  return element.references.filter((reference) => {
    const [head = ''] = reference.split('.');
    return !names.has(head) && !globals.has(head);
  });
}

const namedItems = z.array(z.looseObject({ name: z.string() })).catch([]);

/** Names of all elements, resources and outcomes, read or not, so that one fault is not reported twice. */
function namesOf(metadata: FlowMetadata): Set<string> {
  const all = [...metadata.elementsByKind.values()].flat();
  const outcomes = all.flatMap(({ rules }) => namedItems.parse(rules));
  return new Set([...namedItems.parse(all), ...outcomes].map(({ name }) => name));
}

function attempt<T>(work: () => T, component: string, report: Report): T[] {
  try {
    return [work()];
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    for (const issue of error.issues) {
      const unknown =
        issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `<${key}>`).join(', ') : '';
      report(
        component,
        unknown ? `${unknown} is not supported by the local org` : `${issue.path.join('.')}: ${issue.message}`
      );
    }
    return [];
  }
}

function named<T extends { name: string }>(items: readonly T[], report: Report): Map<string, T> {
  const byName = new Map<string, T>();
  for (const item of items) {
    if (byName.has(item.name)) report(item.name, 'is defined twice');
    byName.set(item.name, item);
  }
  return byName;
}
