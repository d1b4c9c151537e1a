import type { UserAccess } from '../access/user-access.ts';
import type { RecordValues } from '../schema/field.ts';
import { asDeclared, dataTypeOfField } from './data-type.ts';
import type { FlowDefinition } from './flow-definition.ts';
import { FlowFault } from './flow-fault.ts';
import {
  type FlowRecord,
  type FlowValue,
  isFlowRecord,
  mergeField,
  textOf,
  type ValueExpression,
  withField
} from './flow-value.ts';
import { globalValue } from './globals.ts';
import { valueAt } from './record-values.ts';
import { formulaValue } from './resources/formulas.ts';
import type { FlowServices } from './runtime/flow-services.ts';
import { zoneOf } from './runtime/running-user.ts';
import type { TransactionUsages } from './runtime/transaction-usage.ts';
import { TraceRecorder } from './trace/trace-recorder.ts';

/** The record whose change started an interview. */
export interface TriggeringRecord {
  readonly record: FlowRecord;
  /** As it was before; null for a new record. */
  readonly prior: FlowRecord | null;
}

/** Who and what runs an interview. */
export interface InterviewSetting {
  readonly services: FlowServices;
  readonly usages: TransactionUsages;
  /** What it may do. */
  readonly access: UserAccess;
  /** The running user, for `$User`. */
  readonly user: RecordValues;
  /** What started it, for its trace. */
  readonly trigger: string;
  readonly triggering?: TriggeringRecord | undefined;
  /** The active flow of a name, for subflows. */
  readonly flowNamed: (name: string) => FlowDefinition | undefined;
}

/** One run of a flow for a user: its values, what its elements found, where it has been. */
export class Interview {
  readonly flow: FlowDefinition;
  readonly setting: InterviewSetting;
  readonly guid: string = crypto.randomUUID();
  readonly recorder: TraceRecorder;
  /** Name of the subflow element that this interview runs in, with a dot behind it; empty for the outermost. */
  readonly within: string;
  readonly #values = new Map<string, FlowValue>();
  readonly #visits = new Map<string, number>();
  readonly #loops = new Map<string, readonly FlowValue[] | undefined>();
  #faultMessage: string | null = null;

  constructor(
    flow: FlowDefinition,
    setting: InterviewSetting,
    parent?: { interview: Interview; name: string }
  ) {
    this.flow = flow;
    this.setting = setting;
    this.within = parent ? `${parent.interview.within}${parent.name}.` : '';
    this.recorder = parent?.interview.recorder ?? recorderOf(flow, setting, this.guid);
    if (setting.triggering) {
      this.#values.set('$Record', setting.triggering.record);
      this.#values.set('$Record__Prior', setting.triggering.prior);
    }
    for (const variable of flow.variables.values()) {
      const initial = variable.value ? this.evaluate(variable.value) : null;
      this.#values.set(variable.name, asDeclared(variable.name, variable, initial, this.zone));
    }
  }

  get services(): FlowServices {
    return this.setting.services;
  }

  get access(): UserAccess {
    return this.setting.access;
  }

  /** The running user's time zone. */
  get zone(): string {
    return zoneOf(this.setting.user);
  }

  /** The value of a variable, constant, formula, template, `Element.Field`, `$Record.Owner.Name` or `$User.Id`. */
  resolve(reference: string): FlowValue {
    const [head = '', ...path] = reference.split('.');
    const stored = this.#values.get(head);
    if (stored !== undefined) return valueAt(this.services, stored, path);
    if (head.startsWith('$')) return this.#global(head, path);
    return valueAt(this.services, this.#computed(head), path);
  }

  /** The value of an expression; merge fields in a text are replaced, blank where they are null. */
  evaluate(expression: ValueExpression): FlowValue {
    switch (expression.kind) {
      case 'reference':
        return this.resolve(expression.reference);
      case 'literal':
        return expression.value;
      case 'text':
        return this.mergeText(expression.template);
    }
  }

  /** A text with its merge fields replaced. */
  mergeText(template: string): string {
    return template.replace(mergeField, (_match, reference) =>
      textOf(this.resolve(String(reference).trim()))
    );
  }

  /** Sets a variable, or a field of a record that a variable, loop or element holds. */
  assign(reference: string, value: FlowValue): void {
    const [head = '', field, ...more] = reference.split('.');
    if (more.length > 0) throw new FlowFault(`${reference} cannot be set: it is behind a relationship.`);
    const set = field === undefined ? this.#asVariable(head, value) : this.#withField(head, field, value);
    this.#values.set(head, set);
    this.recorder.note(`set ${reference}`, value);
  }

  /** Whether a value stands under a name already. */
  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Keeps what an element found, under the element's own name. */
  setElementValue(elementName: string, value: FlowValue): void {
    this.#values.set(elementName, value);
  }

  /** The record that started the interview, as it is now in it. */
  get record(): FlowRecord | undefined {
    const record = this.#values.get('$Record') ?? null;
    return isFlowRecord(record) ? record : undefined;
  }

  visit(name: string): void {
    this.#visits.set(name, (this.#visits.get(name) ?? 0) + 1);
  }

  wasVisited(name: string): boolean {
    return this.#visits.has(name);
  }

  /** Name of a statement that interviews of this flow share: the element, and how often it has run. */
  statementOf(elementName: string): string {
    return `${this.flow.fullName}.${elementName}#${this.#visits.get(elementName) ?? 0}`;
  }

  /** Items that a loop has still to hand out; undefined while it does not run. */
  loopState(elementName: string): readonly FlowValue[] | undefined {
    return this.#loops.get(elementName);
  }

  setLoopState(elementName: string, items: readonly FlowValue[] | undefined): void {
    this.#loops.set(elementName, items);
  }

  /** Whether a test holds of the interview with the record as it was before its change; not for new records. */
  asBefore(test: (interview: Interview) => boolean): boolean {
    const prior = this.setting.triggering?.prior;
    const now = this.#values.get('$Record');
    if (!prior || now === undefined) return false;
    this.#values.set('$Record', prior);
    try {
      return test(this);
    } finally {
      this.#values.set('$Record', now);
    }
  }

  /** What `$Flow.FaultMessage` says from now on. */
  failed(message: string): void {
    this.#faultMessage = message;
  }

  #global(head: string, path: readonly string[]): FlowValue {
    const { services, guid } = this;
    const scope = {
      services,
      guid,
      user: this.setting.user,
      access: this.access,
      faultMessage: this.#faultMessage
    };
    return globalValue(scope, head, path);
  }

  #computed(name: string): FlowValue {
    const { constants, formulas, textTemplates, choices } = this.flow;
    const formula = formulas.get(name);
    if (formula) return formulaValue(formula, this);
    const template = textTemplates.get(name);
    if (template) return this.mergeText(template.text);
    const expression = (constants.get(name) ?? choices.get(name))?.value;
    return expression ? this.evaluate(expression) : null;
  }

  #asVariable(name: string, value: FlowValue): FlowValue {
    const variable = this.flow.variables.get(name);
    if (variable) return asDeclared(name, variable, value, this.zone);
    throw new FlowFault(`${name} is not a variable of this flow.`);
  }

  #withField(head: string, field: string, value: FlowValue): FlowRecord {
    const holder = this.#values.get(head) ?? this.#emptyRecord(head);
    if (!isFlowRecord(holder)) throw new FlowFault(`${head} holds no record, so ${field} cannot be set.`);
    const definition = this.services.schema.object(holder.objectName)?.field(field);
    if (!definition) return withField(holder, field, value);
    const type = { dataType: dataTypeOfField(definition), isCollection: false };
    return withField(holder, definition.name, asDeclared(`${head}.${field}`, type, value, this.zone));
  }

  /** A record variable that was never set begins empty when its first field is set. */
  #emptyRecord(name: string): FlowValue {
    const variable = this.flow.variables.get(name);
    const isOne = variable !== undefined && !variable.isCollection;
    return isOne && variable.objectType !== undefined
      ? { objectName: variable.objectType, fields: {} }
      : null;
  }
}

function recorderOf(flow: FlowDefinition, setting: InterviewSetting, id: string): TraceRecorder {
  return new TraceRecorder({
    id,
    flow: flow.fullName,
    label: flow.label,
    trigger: setting.trigger,
    user: String(setting.user.Username ?? setting.user.Id),
    startedAt: setting.services.clock.now().toISOString()
  });
}
