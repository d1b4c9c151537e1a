import type { Schema } from '../../schema/schema.ts';
import { compileConditionLogic } from '../condition-logic.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import type { Report } from './load-problems.ts';

/** What flows that run before the save may contain (Salesforce Help, "Flow Element Availability by Flow Type"). */
const beforeSaveKinds = new Set([
  'assignments',
  'collectionProcessors',
  'customErrors',
  'decisions',
  'loops',
  'recordLookups',
  'recordUpdates',
  'transforms'
]);

/** Finds what is wrong with how a flow starts. */
export function checkStart(flow: FlowDefinition, schema: Schema, report: Report): void {
  const { start } = flow;
  const object = start.object === undefined ? undefined : schema.object(start.object);
  if (start.object !== undefined && !object) report('start', `the object ${start.object} does not exist`);
  if (start.object === undefined && start.kind !== 'None' && start.kind !== 'Scheduled') {
    report('start', `a flow of the trigger ${start.kind} needs an object`);
  }
  if (start.kind === 'Scheduled' && !start.schedule) report('start', 'has no schedule');
  if (start.kind === 'PlatformEvent' && object && object.options.kind !== 'platformEvent') {
    report('start', `the object ${object.name} is no platform event`);
  }
  for (const { field } of start.filters) {
    if (object && !object.field(field)) report('start', `the field ${object.name}.${field} does not exist`);
  }
  checkLogic(flow, report);
  checkPaths(flow, report);
  if (start.kind === 'RecordBeforeSave') checkBeforeSave(flow, report);
  if (flow.processType === 'Flow' && start.kind !== 'None') report('start', 'a screen flow has no trigger');
}

function checkLogic({ start }: FlowDefinition, report: Report): void {
  if (start.filters.length === 0) return;
  try {
    compileConditionLogic(start.filterLogic, start.filters.length);
  } catch (error) {
    report('start', error instanceof Error ? error.message : String(error));
  }
}

function checkPaths({ start }: FlowDefinition, report: Report): void {
  if (start.paths.length > 0 && start.kind !== 'RecordAfterSave') {
    report('start', 'only flows that run after the save have paths of their own');
  }
  for (const path of start.paths) {
    if (path.timeSource === 'RecordField' && path.recordField === undefined) {
      report('start', `the path ${path.name} names no field`);
    }
  }
}

function checkBeforeSave(flow: FlowDefinition, report: Report): void {
  for (const element of flow.elements.values()) {
    if (!beforeSaveKinds.has(element.kind) || element.hasEffects === true) {
      report(element.name, `<${element.kind}> cannot run before the save`);
    }
  }
}
