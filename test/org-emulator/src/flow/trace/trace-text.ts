import { type FlowValue, isCollection, isFlowRecord } from '../flow-value.ts';
import type { FlowTrace, TraceOutcome, TraceStep } from './flow-trace.ts';

/** Names of elements as Flow Builder shows them. */
const elementNames: Readonly<Record<string, string>> = {
  actionCalls: 'Action',
  assignments: 'Assignment',
  collectionProcessors: 'Collection Sort or Filter',
  customErrors: 'Custom Error',
  decisions: 'Decision',
  loops: 'Loop',
  recordCreates: 'Create Records',
  recordDeletes: 'Delete Records',
  recordLookups: 'Get Records',
  recordRollbacks: 'Roll Back Records',
  recordUpdates: 'Update Records',
  screens: 'Screen',
  subflows: 'Subflow',
  transforms: 'Transform',
  waits: 'Wait'
};

const endings: Readonly<Record<TraceOutcome, string>> = {
  fault: 'Ended with a fault that no fault path took',
  finished: 'Finished',
  running: 'Still running, or hanging',
  screen: 'Waiting for its user at a screen',
  waiting: 'Waiting for its moment'
};

/**
 * A run as an administrator reads it: who started it and with what, element by element what was looked up, decided,
 * set and called, what came back, how long it took, and where a fault led.
 */
export function traceText(trace: FlowTrace): string {
  const total = trace.steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const why = trace.faultMessage === undefined ? '' : `: ${trace.faultMessage}`;
  return [
    `${trace.label} (${trace.flow})`,
    `Started by ${trace.trigger} as ${trace.user} at ${trace.startedAt}`,
    ...named('Given', trace.inputs),
    ...trace.steps.flatMap(stepLines),
    ...named('Handed out', trace.outputs),
    `${endings[trace.outcome]}${why} (${trace.steps.length} elements, ${total} ms)`
  ].join('\n');
}

/** Several runs, oldest first, with a line between. */
export function tracesText(traces: readonly FlowTrace[]): string {
  return traces.length === 0 ? 'No flow has run.' : traces.map(traceText).join('\n\n---\n\n');
}

function stepLines({ name, kind, did, fault, next, durationMs }: TraceStep, index: number): string[] {
  const faultLine = fault === undefined ? [] : [`     FAULT ${fault}`];
  const notes = did.map(({ what, value }) => `     ${what}: ${shown(value)}`);
  const on = next === undefined ? 'end' : fault === undefined ? next : `fault path to ${next}`;
  return [
    `${String(index + 1).padStart(3)}. ${name} [${elementNames[kind] ?? kind}, ${durationMs} ms] -> ${on}`,
    ...notes,
    ...faultLine
  ];
}

function named(what: string, values: Readonly<Record<string, FlowValue>>): string[] {
  return Object.entries(values).map(([name, value]) => `${what}: ${name} = ${shown(value)}`);
}

const longest = 300;

function shown(value: FlowValue): string {
  if (isCollection(value)) return `${value.length} items ${value.slice(0, 3).map(shown).join(', ')}`.trim();
  if (!isFlowRecord(value)) return shortened(JSON.stringify(value));
  const { Id, Name } = value.fields;
  const fields = Id === undefined ? value.fields : { Id, ...(Name === undefined ? {} : { Name }) };
  return `${value.objectName} ${shortened(JSON.stringify(fields))}`;
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}
