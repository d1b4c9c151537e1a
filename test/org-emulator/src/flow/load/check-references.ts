import { z } from 'zod';
import type { FlowMetadata } from '../../metadata/flow.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import { mergeFieldsOf, referencesOf } from '../flow-value.ts';
import type { TypeOf } from '../flow-element.ts';
import { globalNames } from '../globals.ts';
import type { Report } from './load-problems.ts';

/** Finds connectors and references that lead nowhere. */
export function checkReferences(
  flow: FlowDefinition,
  metadata: FlowMetadata,
  typeOf: TypeOf,
  report: Report
): void {
  const names = namesOf(flow, metadata);
  const check = (component: string, references: readonly string[]) => {
    for (const reference of references.filter((each) => !isKnown(each, names, flow, typeOf))) {
      report(component, `refers to ${reference}, ${reasonAgainst(reference)}`);
    }
  };
  const lead = (component: string, target: string | undefined) => {
    if (target !== undefined && !names.has(target))
      report(component, `leads to ${target}, which does not exist`);
  };
  lead('start', flow.start.firstElement);
  for (const path of flow.start.paths) lead('start', path.connector);
  check(
    'start',
    flow.start.filters.flatMap(({ value }) => referencesOf(value))
  );
  for (const element of flow.elements.values()) {
    for (const problem of element.problems ?? []) report(element.name, problem);
    for (const target of element.targets) lead(element.name, target);
    check(element.name, element.references);
  }
  for (const { name, value } of [...flow.variables.values(), ...flow.constants.values()]) {
    check(name, referencesOf(value));
  }
  for (const { name, text } of flow.textTemplates.values()) check(name, mergeFieldsOf(text));
}

function isGlobal(head: string): boolean {
  return head.startsWith('$Record') || globalNames.some((name) => name === head);
}

function reasonAgainst(reference: string): string {
  const [head = ''] = reference.split('.');
  if (head === '$Setup') return 'but custom settings are not supported by the local org';
  const isUnknown = head.startsWith('$') && !isGlobal(head);
  return isUnknown ? 'which is not supported by the local org' : 'which does not exist';
}

/** Whether a reference names something; of global variables and of a record that starts the flow also the field. */
function isKnown(
  reference: string,
  names: ReadonlySet<string>,
  flow: FlowDefinition,
  typeOf: TypeOf
): boolean {
  const [head = '', ...path] = reference.split('.');
  if (head === '$Record' || head === '$Record__Prior') {
    return flow.start.object !== undefined && (path.length === 0 || typeOf(reference) !== undefined);
  }
  if (head.startsWith('$')) return path.length > 0 && isGlobal(head) && typeOf(reference) !== undefined;
  return names.has(head);
}

const namedItems = z.array(z.looseObject({ name: z.string() })).catch([]);

/** Names of all elements, resources and what is inside them, read or not, so that one fault is not told twice. */
function namesOf(flow: FlowDefinition, metadata: FlowMetadata): Set<string> {
  const all = [...metadata.elementsByKind.values()].flat();
  const outcomes = all.flatMap(({ rules }) => namedItems.parse(rules));
  const inner = [...flow.elements.values()].flatMap(({ innerNames }) => [...(innerNames?.keys() ?? [])]);
  return new Set([...[...namedItems.parse(all), ...outcomes].map(({ name }) => name), ...inner]);
}
