import { z } from 'zod';
import { MetadataLoadError } from './load-error.ts';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text, whole } from './xml.ts';

const rawElement = z.record(z.string(), z.unknown());

/** Properties of a flow that are no lists of elements. */
export const flowHead = {
  label: text,
  status: z.enum(['Active', 'Draft', 'Obsolete', 'InvalidDraft']),
  processType: text,
  apiVersion: text.optional(),
  runInMode: text.optional(),
  isAdditionalPermissionRequiredToRun: flag.optional(),
  start: rawElement.optional(),
  triggerOrder: whole.optional(),
  interviewLabel: text.optional(),
  timeZoneSidKey: ignored,
  areMetricsLoggedToDataCloud: ignored,
  isOverridable: ignored,
  sourceTemplate: ignored,
  startElementReference: text.optional(),
  description: ignored,
  environments: ignored,
  processMetadataValues: ignored,
  isTemplate: ignored,
  customProperties: ignored
};

const headProperties: ReadonlySet<string> = new Set(Object.keys(flowHead));

/** The shape of a flow's file. What the head does not name is a list of elements, resources, or what is not known. */
export const flowSchema = z
  .object(flowHead)
  .catchall(z.array(rawElement, { error: 'is not supported by the local org' }));

/** A flow as its file says it: head, start, and per XML element name the elements of that kind, unread. */
export interface FlowMetadata {
  readonly file: SourceFile;
  readonly fullName: string;
  readonly label: string;
  readonly active: boolean;
  readonly processType: string;
  readonly runInMode: string;
  readonly needsExplicitAccess: boolean;
  /** Label of its interviews, with merge fields. */
  readonly interviewLabel: string | undefined;
  /** Place among the record-triggered flows of its object. */
  readonly triggerOrder: number | undefined;
  readonly start: Readonly<Record<string, unknown>>;
  readonly elementsByKind: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
}

/** Elements that may repeat anywhere in a flow (Metadata API, Flow). */
const lists = [
  'actionCalls',
  'actions',
  'apexPluginCalls',
  'assignments',
  'assignmentItems',
  'choiceReferences',
  'choices',
  'collectionProcessors',
  'conditions',
  'constants',
  'customErrorMessages',
  'customErrors',
  'decisions',
  'dynamicChoiceSets',
  'experiments',
  'exitRules',
  'fields',
  'filters',
  'formulas',
  'handlers',
  'inputAssignments',
  'inputParameters',
  'loops',
  'mapItems',
  'orchestratedStages',
  'outputAssignments',
  'outputParameters',
  'queriedFields',
  'recordCreates',
  'recordDeletes',
  'recordLookups',
  'recordRollbacks',
  'recordUpdates',
  'rules',
  'scheduledPaths',
  'screens',
  'sortOptions',
  'stages',
  'steps',
  'subflows',
  'textTemplates',
  'transforms',
  'transformValueActions',
  'transformValues',
  'triggers',
  'variables',
  'waitEvents',
  'waits'
];

/**
 * Texts that stand as written: XML keeps the white space of a text, and a separator such as `, ` lives of it. Only
 * Flow Builder's own fields trim what is typed.
 */
const verbatim = ['choiceText', 'errorMessage', 'fieldText', 'stringValue', 'text'];

/** Reads `flows/X.flow-meta.xml`. Which element kinds can run is the flow runtime's business. */
export function readFlow(file: SourceFile): FlowMetadata {
  const xml = readMetadata(file, { root: 'Flow', lists, verbatim, schema: flowSchema });
  const { label, status, processType, runInMode, start, startElementReference } = xml;
  if (start === undefined && startElementReference === undefined) {
    throw new MetadataLoadError([
      {
        file: file.shownPath,
        component: file.fullName,
        problem: 'has no start element'
      }
    ]);
  }
  return {
    file,
    fullName: file.fullName,
    label,
    active: status === 'Active',
    processType,
    runInMode: runInMode ?? 'DefaultMode',
    needsExplicitAccess: xml.isAdditionalPermissionRequiredToRun ?? false,
    interviewLabel: xml.interviewLabel,
    triggerOrder: xml.triggerOrder,
    start: start ?? { connector: { targetReference: startElementReference } },
    elementsByKind: new Map(Object.entries(xml).flatMap(([kind, value]) => elementLists(kind, value)))
  };
}

const elementList = z.array(rawElement);

function elementLists(kind: string, value: unknown): [string, Record<string, unknown>[]][] {
  const parsed = elementList.safeParse(value);
  return parsed.success && !headProperties.has(kind) ? [[kind, parsed.data]] : [];
}
