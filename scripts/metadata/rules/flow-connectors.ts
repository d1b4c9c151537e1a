import { flowModels, type FlowModel } from '../flow-model.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { descendants } from '../xml.ts';

/** Every connector of a flow leads to a step of it, and every step can be reached. */
export const flowConnectorsRule: Rule = {
  name: 'flow-connectors',
  check: (source, types) =>
    flowModels(source, types).flatMap((flow) => [...checkTargets(flow), ...checkReached(flow)])
};

function targets({ file }: FlowModel) {
  return descendants(file.root).filter((each) => each.name === 'targetReference');
}

function checkTargets(flow: FlowModel): Problem[] {
  return targets(flow)
    .filter((target) => !flow.steps.has(target.text))
    .map((target) =>
      problemAt(flow.file.file, target.line, `no step is named '${target.text}'`, 'Correct <targetReference>')
    );
}

function checkReached(flow: FlowModel): Problem[] {
  const reached = new Set(targets(flow).map((target) => target.text));
  // Old flows begin at <startElementReference> instead of <start>.
  for (const each of flow.file.root.children)
    if (each.name === 'startElementReference') reached.add(each.text);
  return [...flow.steps]
    .filter(([name, step]) => step.name !== 'start' && !reached.has(name))
    .map(([name, step]) =>
      problemAt(flow.file.file, step.line, `nothing leads to the step ${name}`, 'Connect it or remove it')
    );
}
