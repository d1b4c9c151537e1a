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
  return descendants(flow.file.root).flatMap((each) =>
    pathsIn(each.text).flatMap(({ name, field }) => {
      const object = objectOf(flow, name);
      if (object === undefined || !hasObject(source, object) || hasField(source, object, field)) return [];
      return [missingField(flow, each.line, object, field)];
    })
  );
}

/** A text that is a path itself, as in a reference, and every `{!path}` inside a formula or a sentence. */
function pathsIn(text: string): { name: string; field: string }[] {
  const mergeFields = [...text.matchAll(/\{!([^}]+)\}/g)].map(([, path = '']) => path);
  return [text, ...mergeFields].flatMap((path) => {
    const [, name, field] = /^(\$?\w+)\.(\w+)$/.exec(path) ?? [];
    return name === undefined || field === undefined ? [] : [{ name, field }];
  });
}

function objectOf(flow: FlowModel, name: string): string | undefined {
  if (name === '$Record' || name === '$Record__Prior') return objectOfStart(flow);
  const step = flow.steps.get(name);
  if (step !== undefined) return step.name === 'recordLookups' ? childText(step, 'object') : undefined;
  const variable = flow.resources.get(name);
  return variable === undefined ? undefined : childText(variable, 'objectType');
}

/** The object whose records start the flow. */
function objectOfStart(flow: FlowModel): string | undefined {
  const start = flow.file.root.children.find((each) => each.name === 'start');
  return start === undefined ? undefined : childText(start, 'object');
}

function missingField(flow: FlowModel, line: number, object: string, field: string): Problem {
  return problemAt(
    flow.file.file,
    line,
    `the field ${object}.${field} does not exist`,
    'Correct the name or add it'
  );
}
