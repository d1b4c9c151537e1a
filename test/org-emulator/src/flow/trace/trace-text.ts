import { type FlowValue, isCollection, isFlowRecord } from '../flow-value.ts';
import type { FlowTrace, TraceStep } from './flow-trace.ts';

/** A trace as lines that a person can read. */
export function traceText(trace: FlowTrace): string {
  const head = `${trace.flow} (${trace.trigger}) as ${trace.user} at ${trace.startedAt}`;
  const end = trace.faultMessage === undefined ? trace.outcome : `${trace.outcome}: ${trace.faultMessage}`;
  return [
    head,
    ...named('in', trace.inputs),
    ...trace.steps.flatMap(stepLines),
    ...named('out', trace.outputs),
    `  => ${end}`
  ].join('\n');
}

function stepLines(step: TraceStep): string[] {
  const fault = step.fault === undefined ? [] : [`      FAULT ${step.fault}`];
  const did = step.did.map(({ what, value }) => `      ${what}: ${shown(value)}`);
  return [`  ${step.name} [${step.kind}] -> ${step.next ?? 'end'}`, ...did, ...fault];
}

function named(what: string, values: Readonly<Record<string, FlowValue>>): string[] {
  return Object.entries(values).map(([name, value]) => `  ${what} ${name} = ${shown(value)}`);
}

function shown(value: FlowValue): string {
  if (isCollection(value)) return `${value.length} items ${value.slice(0, 3).map(shown).join(', ')}`.trim();
  if (!isFlowRecord(value)) return JSON.stringify(value);
  const { Id, Name } = value.fields;
  const fields = Id === undefined ? value.fields : { Id, ...(Name === undefined ? {} : { Name }) };
  return `${value.objectName} ${JSON.stringify(fields)}`;
}
