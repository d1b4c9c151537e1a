import { z } from 'zod';
import type { DeclaredType, FlowDataType } from '../flow/data-type.ts';
import { type FlowValue, isCollection, isFlowRecord, isSingle } from '../flow/flow-value.ts';
import { CalloutFault } from './callout-fault.ts';

/** Type of a parameter, body or answer of an operation: single values, objects with properties, and lists. */
export type ApiType =
  | { readonly kind: 'single'; readonly dataType: FlowDataType }
  | {
      readonly kind: 'object';
      /** Name of the Apex class that Salesforce makes of it, without prefix. */
      readonly name: string;
      readonly properties: ReadonlyMap<string, ApiProperty>;
    }
  | { readonly kind: 'list'; readonly items: ApiType };

/** A property, under the name that flows know it by. */
export interface ApiProperty {
  readonly jsonName: string;
  readonly type: ApiType;
}

/** The type as flows declare it; lists of lists have none. */
export function declaredType(registration: string, type: ApiType): DeclaredType {
  if (type.kind === 'single') return { dataType: type.dataType, isCollection: false };
  if (type.kind === 'list') return { ...declaredType(registration, type.items), isCollection: true };
  return {
    dataType: 'Apex',
    isCollection: false,
    objectType: className(registration, type.name),
    get properties() {
      return new Map(
        [...type.properties].map(([name, each]) => [name, declaredType(registration, each.type)])
      );
    }
  };
}

/** Name of the class, as flows write it: `ExternalService__Registration_Type`. */
function className(registration: string, name: string): string {
  return `ExternalService__${registration}_${name}`;
}

const jsonObject = z.record(z.string(), z.unknown());

/** A JSON answer as a flow holds it. Properties that are missing are null. Throws CalloutFault where it does not fit. */
export function fromJson(registration: string, type: ApiType, json: unknown): FlowValue {
  if (json === null || json === undefined) return null;
  if (type.kind === 'list') {
    if (!Array.isArray(json)) throw doesNotFit('list');
    return json.map((each: unknown) => fromJson(registration, type.items, each));
  }
  if (type.kind === 'single') return singleFromJson(type.dataType, json);
  const object = jsonObject.safeParse(json);
  if (!object.success || Array.isArray(json)) throw doesNotFit('object');
  const fields = [...type.properties].map(
    ([name, each]) => [name, fromJson(registration, each.type, object.data[each.jsonName])] as const
  );
  return {
    objectName: className(registration, type.name),
    fields: Object.fromEntries(fields)
  };
}

function singleFromJson(dataType: FlowDataType, json: unknown): FlowValue {
  const wanted = dataType === 'Number' ? 'number' : dataType === 'Boolean' ? 'boolean' : 'string';
  const value = z.union([z.string(), z.number(), z.boolean()]).safeParse(json);
  if (!value.success || typeof value.data !== wanted) throw doesNotFit(`value of type ${dataType}`);
  return value.data;
}

function doesNotFit(needed: string): CalloutFault {
  return new CalloutFault(`The answer cannot be read: it has no ${needed} where its schema declares one.`);
}

/** A flow's value as the JSON of a request body: null properties are left out. */
export function toJson(type: ApiType, value: FlowValue): unknown {
  if (value === null) return undefined;
  if (type.kind === 'list' && isCollection(value)) return value.map((each) => toJson(type.items, each));
  if (type.kind === 'single' && isSingle(value)) return value;
  if (type.kind === 'object' && isFlowRecord(value)) {
    const fields = [...type.properties].map(
      ([name, each]) => [each.jsonName, toJson(each.type, value.fields[name] ?? null)] as const
    );
    return Object.fromEntries(fields.filter(([, json]) => json !== undefined));
  }
  throw new CalloutFault('The request body does not have the type that its schema declares.');
}
