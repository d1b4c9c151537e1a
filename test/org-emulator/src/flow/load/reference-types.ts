import { type DeclaredType, dataTypeOfField } from '../data-type.ts';
import type { FlowLoadContext, TypeOf } from '../flow-element.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import type { Schema } from '../../schema/schema.ts';

const text: DeclaredType = { dataType: 'String', isCollection: false };
const flag: DeclaredType = { dataType: 'Boolean', isCollection: false };

const globals: Readonly<Record<string, DeclaredType>> = {
  '$Flow.CurrentDate': { dataType: 'Date', isCollection: false },
  '$Flow.CurrentDateTime': { dataType: 'DateTime', isCollection: false },
  '$Flow.FaultMessage': text,
  '$Flow.InterviewGuid': text,
  '$GlobalConstant.EmptyString': text,
  '$GlobalConstant.False': flag,
  '$GlobalConstant.True': flag
};

/** Objects behind global variables with fields. */
const globalObjects: Readonly<Record<string, string>> = {
  $Organization: 'Organization',
  $Profile: 'Profile',
  $User: 'User'
};

/** Finds the declared types of everything that a flow's references can name. */
export function referenceTypes(
  flow: FlowDefinition,
  { schema, labels, customPermissions }: Pick<FlowLoadContext, 'customPermissions' | 'labels' | 'schema'>
): TypeOf {
  const typeOf = (reference: string): DeclaredType | undefined => {
    if (globals[reference]) return globals[reference];
    const [head = '', ...path] = reference.split('.');
    if (head === '$Label') return labels.has(path.join('.')) ? text : undefined;
    if (head === '$Permission') return customPermissions.has(path.join('.')) ? flag : undefined;
    return along(schema, headType(flow, head, typeOf), path);
  };
  return typeOf;
}

function headType(flow: FlowDefinition, head: string, typeOf: TypeOf): DeclaredType | undefined {
  if (head === '$Record' || head === '$Record__Prior') return objectType(flow.start.object);
  if (head.startsWith('$')) return objectType(globalObjects[head]);
  const declared = flow.variables.get(head) ?? typed(flow, head);
  if (declared) return declared;
  const element = flow.elements.get(head);
  if (element) return element.valueType?.(typeOf);
  return innerType(flow, head);
}

function typed(flow: FlowDefinition, name: string): DeclaredType | undefined {
  if (flow.textTemplates.has(name)) return text;
  const resources = [flow.constants, flow.formulas, flow.choices, flow.choiceSets];
  return resources.map((each) => each.get(name)?.type).find((type) => type !== undefined);
}

function innerType(flow: FlowDefinition, name: string): DeclaredType | undefined {
  for (const { innerNames } of flow.elements.values()) {
    const type = innerNames?.get(name);
    if (type) return type;
  }
  return undefined;
}

function objectType(objectName: string | undefined): DeclaredType | undefined {
  return objectName === undefined
    ? undefined
    : { dataType: 'SObject', isCollection: false, objectType: objectName };
}

/** The type at the end of a path of properties, fields and relationships. */
function along(
  schema: Schema,
  type: DeclaredType | undefined,
  path: readonly string[]
): DeclaredType | undefined {
  const [name, ...rest] = path;
  if (name === undefined || type === undefined) return type;
  if (type.properties) return along(schema, type.properties.get(name), rest);
  const object = type.dataType === 'SObject' ? schema.object(type.objectType ?? '') : undefined;
  const field = object?.field(name);
  if (field) {
    return rest.length > 0 ? undefined : { dataType: dataTypeOfField(field), isCollection: false };
  }
  const parent = object?.relationship(name.split(':')[0] ?? '')?.referenceTo[0];
  return along(schema, objectType(parent), rest);
}
