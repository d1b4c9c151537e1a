import type { z } from 'zod';
import type { FlowMetadata } from '../metadata/flow.ts';
import type { ProblemList } from '../metadata/load-error.ts';
import { elementKinds } from './element-kinds.ts';
import type { FlowDefinition } from './flow-definition.ts';
import type { FlowLoadContext, TypeOf } from './flow-element.ts';
import { checkReferences } from './load/check-references.ts';
import { checkStart } from './load/check-start.ts';
import { attempt, named, type Report, reporter } from './load/load-problems.ts';
import { referenceTypes } from './load/reference-types.ts';
import { choiceSchema } from './resources/choices.ts';
import { choiceSetSchema } from './resources/choice-sets.ts';
import { attemptFormula, compileFlowFormula, formulaSchema } from './resources/formulas.ts';
import { constantSchema, textTemplateSchema, variableSchema } from './resources/resources.ts';
import { type FlowStart, startSchema } from './start/start-definition.ts';

/** Kinds of resources with the shapes of their XML. */
export const resourceSchemas: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['choices', choiceSchema],
  ['constants', constantSchema],
  ['dynamicChoiceSets', choiceSetSchema],
  ['formulas', formulaSchema],
  ['textTemplates', textTemplateSchema],
  ['variables', variableSchema]
]);

const systemModes = ['SystemModeWithSharing', 'SystemModeWithoutSharing'];

/**
 * Makes a flow runnable: reads its start, resources and elements, compiles its formulas, and checks that every
 * connector and every reference leads somewhere. Problems join the list, naming the element; what the local org
 * does not know is refused by its name.
 */
export function loadFlow(
  metadata: FlowMetadata,
  context: Omit<FlowLoadContext, 'flow'>,
  problems: ProblemList
): FlowDefinition {
  const report = reporter(metadata, problems);
  refuseOtherKinds(metadata, report);
  const definition = readFlow(metadata, { ...context, flow: metadata }, report);
  const typeOf = referenceTypes(definition, context);
  checkReferences(definition, metadata, typeOf, report);
  checkStart(definition, context.schema, report);
  compileFormulas(definition, typeOf, report);
  for (const element of definition.elements.values()) {
    for (const problem of element.prepare?.(typeOf) ?? []) report(element.name, problem);
  }
  return definition;
}

const noStart: FlowStart = startSchema.parse({});

function readFlow(metadata: FlowMetadata, context: FlowLoadContext, report: Report): FlowDefinition {
  const all = <T extends { name: string }>(kind: string, parse: (xml: unknown) => T): Map<string, T> =>
    named(
      (metadata.elementsByKind.get(kind) ?? []).flatMap((xml) =>
        attempt(() => parse(xml), String(xml.name), report)
      ),
      report
    );
  const [start = noStart] = attempt(() => startSchema.parse(metadata.start), 'start', report);
  const elements = elementKinds.flatMap(({ kind, load }) => [
    ...all(kind, (xml) => load(xml, context)).values()
  ]);
  return {
    fullName: metadata.fullName,
    label: metadata.label,
    active: metadata.active,
    processType: metadata.processType,
    inSystemMode: systemModes.includes(metadata.runInMode),
    needsExplicitAccess: metadata.needsExplicitAccess,
    interviewLabel: metadata.interviewLabel,
    triggerOrder: metadata.triggerOrder,
    start,
    variables: all('variables', (xml) => variableSchema.parse(xml)),
    constants: all('constants', (xml) => constantSchema.parse(xml)),
    formulas: all('formulas', (xml) => formulaSchema.parse(xml)),
    textTemplates: all('textTemplates', (xml) => textTemplateSchema.parse(xml)),
    choices: all('choices', (xml) => choiceSchema.parse(xml)),
    choiceSets: all('dynamicChoiceSets', (xml) => choiceSetSchema.parse(xml)),
    elements: named(elements, report)
  };
}

function refuseOtherKinds(metadata: FlowMetadata, report: Report): void {
  if (metadata.processType !== 'AutoLaunchedFlow' && metadata.processType !== 'Flow') {
    report('', `process type ${metadata.processType} is not supported by the local org`);
  }
  if (!['DefaultMode', 'UserMode', ...systemModes].includes(metadata.runInMode)) {
    report('', `run mode ${metadata.runInMode} is not supported by the local org`);
  }
  for (const [kind, elements] of metadata.elementsByKind) {
    if (resourceSchemas.has(kind) || elementKinds.some((each) => each.kind === kind)) continue;
    const reason = kind === 'apexPluginCalls' ? ': Apex is not supported' : '';
    for (const { name } of elements) {
      report(String(name), `<${kind}> is not supported by the local org${reason}`);
    }
  }
}

function compileFormulas(flow: FlowDefinition, typeOf: TypeOf, report: Report): void {
  for (const formula of flow.formulas.values()) {
    const problems = attemptFormula(() => {
      formula.compiled = compileFlowFormula(formula.expression, typeOf, formula.type);
    });
    for (const problem of problems) report(formula.name, problem);
  }
  const { start } = flow;
  const { filterFormula } = start;
  if (filterFormula === undefined) return;
  const problems = attemptFormula(() => {
    start.compiledFormula = compileFlowFormula(filterFormula, typeOf, {
      dataType: 'Boolean',
      isCollection: false
    });
  });
  for (const problem of problems) report('start', problem);
}
