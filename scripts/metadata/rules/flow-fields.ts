import { flowModels, type FlowModel } from '../flow-model.ts';
import { hasField, hasObject } from '../inventory.ts';
import type { PackageSource } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { childText, descendants, type XmlElement } from '../xml.ts';

/** Objects and fields that a flow reads, writes or refers to exist. */
export const flowFieldsRule: Rule = {
  name: 'flow-fields',
  check: (source, types) =>
    flowModels(source, types).flatMap((flow) => [
      ...checkSteps(flow, source),
      ...checkReferences(flow, source)
    ])
};

function checkSteps(flow: FlowModel, source: PackageSource): Problem[] {
  return [...flow.steps.values(), ...flow.file.root.children.filter((each) => each.name === 'start')].flatMap(
    (step) => {
      const object = childText(step, 'object');
      if (object === undefined) return [];
      if (!hasObject(source, object)) {
        return [
          problemAt(
            flow.file.file,
            step.line,
            `the object ${object} does not exist`,
            'Correct <object> or add it'
          )
        ];
      }
      return fieldsNamedIn(step)
        .filter((field) => !hasField(source, object, field.text))
        .map((field) => missingField(flow, field.line, object, field.text));
    }
  );
}

function fieldsNamedIn(step: XmlElement): XmlElement[] {
  return descendants(step).filter((each) => ['field', 'queriedFields', 'sortField'].includes(each.name));
}

/** `Get_Account.Sage_Customer_No__c`: the step says the object. Paths over a relationship are not followed. */
function checkReferences(flow: FlowModel, source: PackageSource): Problem[] {
  return descendants(flow.file.root).flatMap((each) => {
    const match = /^(\w+)\.(\w+)$/.exec(each.text);
    const [, name = '', field = ''] = match ?? [];
    const object = objectOf(flow, name);
    if (object === undefined || !hasObject(source, object) || hasField(source, object, field)) return [];
    return [missingField(flow, each.line, object, field)];
  });
}

function objectOf(flow: FlowModel, name: string): string | undefined {
  const step = flow.steps.get(name);
  if (step !== undefined) return step.name === 'recordLookups' ? childText(step, 'object') : undefined;
  const variable = flow.resources.get(name);
  return variable === undefined ? undefined : childText(variable, 'objectType');
}

function missingField(flow: FlowModel, line: number, object: string, field: string): Problem {
  return problemAt(
    flow.file.file,
    line,
    `the field ${object}.${field} does not exist`,
    'Correct the name or add it'
  );
}
