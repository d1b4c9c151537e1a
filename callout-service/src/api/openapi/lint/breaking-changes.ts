import { listOf, objectOf, type JsonObject } from './json.ts';
import { operationsOf, schemasOf } from './visit.ts';

/**
 * What a document takes away from, or changes in, the one that was released before it. An active operation of a
 * registration cannot be changed so, and then needs a registration of another name.
 */
export function findBreakingChanges(released: JsonObject, current: JsonObject): string[] {
  return [...operationChanges(released, current), ...schemaChanges(released, current)];
}

function operationChanges(released: JsonObject, current: JsonObject): string[] {
  const now = new Map(operationsOf(current).map((found) => [found.name, found]));
  return operationsOf(released).flatMap((before) => {
    const after = now.get(before.name);
    if (after === undefined) return [`${before.name} is gone`];
    if (after.method !== before.method || after.path !== before.path) return [`${before.name} has moved`];
    const codes = objectOf(after.operation.responses);
    return [
      ...Object.keys(objectOf(before.operation.responses))
        .filter((code) => !(code in codes))
        .map((code) => `${before.name} no longer declares ${code}`),
      ...parameterChanges(before.name, before.operation, after.operation)
    ];
  });
}

function parameterChanges(name: string, before: JsonObject, after: JsonObject): string[] {
  const known = new Set(listOf(before.parameters).map((parameter) => objectOf(parameter).name));
  const kept = new Set(listOf(after.parameters).map((parameter) => objectOf(parameter).name));
  return [
    ...[...known]
      .filter((each) => !kept.has(each))
      .map((each) => `${name} lost the parameter ${String(each)}`),
    ...listOf(after.parameters)
      .map(objectOf)
      .filter((each) => each.required === true && !known.has(each.name))
      .map((each) => `${name} now requires ${String(each.name)}`)
  ];
}

function schemaChanges(released: JsonObject, current: JsonObject): string[] {
  const now = new Map(schemasOf(current).map(({ where, schema }) => [where, schema]));
  return schemasOf(released).flatMap(({ where, schema }) => {
    const after = now.get(where);
    if (after === undefined) return [`${where} is gone`];
    const changed = ['type', 'format', '$ref'].filter((word) => schema[word] !== after[word]);
    const values = listOf(after.enum);
    const lost = listOf(schema.enum).filter((value) => !values.includes(value));
    return [
      ...changed.map((word) => `${where} has another ${word}`),
      ...lost.map((value) => `${where} lost the value ${String(value)}`)
    ];
  });
}
