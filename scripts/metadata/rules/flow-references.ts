import { flowModels, type FlowModel } from '../flow-model.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { descendants, type XmlElement } from '../xml.ts';

/** Elements of a flow whose text is the name of a variable or step, with a field after it or not. */
const referring = new Set([
  'elementReference',
  'assignToReference',
  'assignRecordIdToReference',
  'leftValueReference',
  'inputReference',
  'outputReference',
  'collectionReference',
  'assignNextValueToReference'
]);

/** Every value that a flow refers to is declared in it. */
export const flowReferencesRule: Rule = {
  name: 'flow-references',
  check: (source, types) => flowModels(source, types).flatMap(checkFlow)
};

function checkFlow(flow: FlowModel): Problem[] {
  return descendants(flow.file.root)
    .flatMap((element) => references(element).map((reference) => ({ element, reference })))
    .filter(({ reference }) => !isDeclared(reference, flow))
    .map(({ element, reference }) =>
      problemAt(
        flow.file.file,
        element.line,
        `<${element.name}> refers to '${reference}', which the flow does not declare`,
        'Correct the name or add the variable'
      )
    );
}

function references(element: XmlElement): string[] {
  if (element.children.length > 0) return [];
  if (referring.has(element.name)) return [element.text];
  return [...element.text.matchAll(/\{!([^}]+)\}/g)].map((match) => match[1] ?? '');
}

function isDeclared(reference: string, flow: FlowModel): boolean {
  // $Flow, $Record, $User, $Label and so on are Salesforce's own.
  if (reference.startsWith('$')) return true;
  const [name = ''] = reference.split('.');
  return flow.steps.has(name) || flow.resources.has(name);
}
