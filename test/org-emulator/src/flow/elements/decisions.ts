import { z } from 'zod';
import { ignored, text } from '../../metadata/xml.ts';
import { compileConditionLogic, type ConditionLogic } from '../condition-logic.ts';
import { conditionReferences, conditionSchema, isConditionTrue } from '../conditions.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';

const rule = z.strictObject({
  name: text,
  label: text,
  conditionLogic: text.default('and'),
  conditions: z.array(conditionSchema).default([]),
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
    const outcomes = rules.map((each) => ({ ...each, decide: compileRule(each, problems) }));
    return {
      targets: [defaultConnector, ...rules.map(({ connector }) => connector)],
      references: rules.flatMap(({ conditions }) => conditions.flatMap(conditionReferences)),
      problems,
      run: (interview) => {
        const chosen = outcomes.find(({ decide, conditions }) =>
          decide((index) => conditions[index] !== undefined && isConditionTrue(conditions[index], interview))
        );
        if (chosen) interview.visit(chosen.name);
        return chosen ? chosen.connector : defaultConnector;
      }
    };
  }
});

function compileRule({ name, conditionLogic, conditions }: Rule, problems: string[]): ConditionLogic {
  try {
    return compileConditionLogic(conditionLogic, conditions.length);
  } catch (error) {
    problems.push(`outcome ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return () => false;
  }
}
