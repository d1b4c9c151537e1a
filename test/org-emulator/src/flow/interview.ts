import type { UserAccess } from '../access/user-access.ts';
import type { ExternalServices } from '../callouts/external-services.ts';
import type { Clock } from '../clock.ts';
import type { FieldValue } from '../schema/field.ts';
import type { SoqlEngine } from '../soql/query.ts';
import type { FlowDefinition } from './flow-definition.ts';
import type { FlowElement } from './flow-element.ts';
import { FlowFault } from './flow-fault.ts';
import { type FlowValue, isFlowRecord, mergeField, textOf, type ValueExpression } from './flow-value.ts';
import { asDataType } from './resources.ts';

/** The parts of the org that elements use. */
export interface FlowServices {
  readonly soql: SoqlEngine;
  readonly externalServices: ExternalServices;
  readonly clock: Clock;
  readonly labels: ReadonlyMap<string, string>;
}

/** Salesforce ends an interview that goes round for ever; older flow versions stop at 2,000 elements. */
const mostElements = 2000;

/** One run of a flow for a user: its variables, what its elements found, where it has been. */
export class Interview {
  readonly flow: FlowDefinition;
  readonly access: UserAccess;
  readonly services: FlowServices;
  readonly guid: string;
  readonly #values = new Map<string, FlowValue>();
  readonly #visited = new Set<string>();
  #faultMessage: string | null = null;

  constructor(flow: FlowDefinition, access: UserAccess, services: FlowServices) {
    this.flow = flow;
    this.access = access;
    this.services = services;
    this.guid = crypto.randomUUID();
    for (const variable of flow.variables.values()) {
      const initial = variable.value ? this.evaluate(variable.value) : null;
      this.#values.set(variable.name, asDataType(variable, initial));
    }
  }

  /** Runs from the start to the end of a path. Throws FlowFault when an element fails without fault path. */
  async run(): Promise<void> {
    let next = this.flow.firstElement;
    for (let count = 0; next !== undefined; count += 1) {
      if (count >= mostElements) throw new FlowFault('Number of Iterations Exceeded');
      const element = this.flow.elements.get(next);
      if (!element) throw new FlowFault(`The element ${next} does not exist.`);
      this.visit(element.name);
      next = await this.#runElement(element);
    }
  }

  /** The value of `variable`, `Element.Field`, `$Flow.FaultMessage`, `$User.Id` or `$Label.name`. */
  resolve(reference: string): FlowValue {
    const [head = '', ...path] = reference.split('.');
    if (head.startsWith('$')) return this.#resolveGlobal(head, path);
    const constant = this.flow.constants.get(head);
    const value = constant?.value ? this.evaluate(constant.value) : (this.#values.get(head) ?? null);
    if (path.length === 0 || value === null) return value;
    const [field = ''] = path;
    if (!isFlowRecord(value) || path.length > 1)
      throw new FlowFault(`The reference ${reference} cannot be read.`);
    return fieldOf(value.fields, field);
  }

  /** The value of an expression; merge fields in a text are replaced, blank where they are null. */
  evaluate(expression: ValueExpression): FlowValue {
    switch (expression.kind) {
      case 'reference':
        return this.resolve(expression.reference);
      case 'literal':
        return expression.value;
      case 'text':
        return expression.template.replace(mergeField, (_match, reference) => {
          return textOf(this.resolve(String(reference).trim()));
        });
    }
  }

  /** Sets a variable. */
  assign(reference: string, value: FlowValue): void {
    const variable = this.flow.variables.get(reference);
    if (!variable) throw new FlowFault(`${reference} is not a variable of this flow.`);
    this.#values.set(reference, asDataType(variable, value));
  }

  /** Keeps what an element found, under the element's own name. */
  setElementValue(elementName: string, value: FlowValue): void {
    this.#values.set(elementName, value);
  }

  visit(name: string): void {
    this.#visited.add(name);
  }

  wasVisited(name: string): boolean {
    return this.#visited.has(name);
  }

  async #runElement(element: FlowElement): Promise<string | undefined> {
    try {
      return await element.run(this);
    } catch (error) {
      if (!(error instanceof FlowFault) || element.faultTarget === undefined) throw error;
      this.#faultMessage = error.message;
      return element.faultTarget;
    }
  }

  #resolveGlobal(head: string, path: readonly string[]): FlowValue {
    const [name = ''] = path;
    if (head === '$User') return fieldOf(this.access.user, name);
    if (head === '$Label') return this.services.labels.get(name) ?? null;
    const now = this.services.clock.now().toISOString();
    const flowGlobals: Readonly<Record<string, FieldValue>> = {
      FaultMessage: this.#faultMessage,
      CurrentDateTime: now,
      CurrentDate: now.slice(0, 10),
      InterviewGuid: this.guid
    };
    if (head === '$Flow' && name in flowGlobals) return flowGlobals[name] ?? null;
    throw new FlowFault(`The local org does not support the reference ${head}.${path.join('.')}.`);
  }
}

function fieldOf(fields: Readonly<Record<string, FieldValue>>, name: string): FieldValue {
  const key = Object.keys(fields).find((each) => each.toLowerCase() === name.toLowerCase());
  if (key === undefined) throw new FlowFault(`The field ${name} was not read, so it cannot be used.`);
  return fields[key] ?? null;
}
