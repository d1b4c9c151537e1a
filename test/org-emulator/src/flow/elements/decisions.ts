import { z } from 'zod';
import { flag, ignored, text } from '../../metadata/xml.ts';
import { compileLogic, conditionReferences, conditionSchema, isConditionTrue } from '../conditions.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import type { Interview } from '../interview.ts';

const rule = z.strictObject({
  name: text,
  label: text.optional(),
  conditionLogic: text.default('and'),
  conditions: z.array(conditionSchema).default([]),
  doesRequireRecordChangedToMeetCriteria: flag.default(false),
  connector: connectorSchema.optional(),
  description: ignored,
  processMetadataValues: ignored
});
type Rule = z.infer<typeof rule>;

/** Decision: the first outcome whose conditions hold says where to go; else the default outcome. */
export const decisions = defineElement({
  kind: 'decisions',
  schema: z.strictObject({
    ...commonProperties,
    defaultConnector: connectorSchema.optional(),
    defaultConnectorLabel: ignored,
    rules: z.array(rule).default([])
  }),
  build: ({ rules, defaultConnector }) => {
    const problems: string[] = [];
    const outcomes = rules.map((each) => compileOutcome(each, problems));
    return {
      targets: [defaultConnector, ...rules.map(({ connector }) => connector)],
      references: rules.flatMap(({ conditions }) => conditions.flatMap(conditionReferences)),
      innerNames: new Map(rules.map(({ name }) => [name, { dataType: 'Boolean', isCollection: false }])),
      problems,
      run: (interview) => {
        const chosen = outcomes.find(({ holds }) => holds(interview));
        interview.recorder.note('outcome', chosen?.name ?? '(default)');
        if (!chosen) return defaultConnector;
        interview.visit(chosen.name);
        interview.setElementValue(chosen.name, true);
        return chosen.connector;
      }
    };
  }
});

interface Outcome {
  readonly name: string;
  readonly connector: string | undefined;
  readonly holds: (interview: Interview) => boolean;
}

function compileOutcome(rule: Rule, problems: string[]): Outcome {
  const { name, conditionLogic, conditions, connector } = rule;
  const decide = compileLogic(conditionLogic, conditions.length, `outcome ${name}: `, problems);
  const holds = (interview: Interview) =>
    decide((index) => conditions[index] !== undefined && isConditionTrue(conditions[index], interview));
  if (!rule.doesRequireRecordChangedToMeetCriteria) return { name, connector, holds };
  return {
    name,
    connector,
    holds: (interview) => holds(interview) && !interview.asBefore(holds)
  };
}
