import { settle } from '../../../../shared/lwc/__tests__/support';

type Inputs = Readonly<Record<string, unknown>>;
/** What each flow ends with, by name; a flow that is not here goes on. */
export type Answers = Readonly<Record<string, (inputs: Inputs) => Readonly<Record<string, unknown>>>>;

interface Flow extends HTMLElement {
  readonly flowApiName: string;
  readonly flowInputVariables: readonly { readonly name: string; readonly value: unknown }[];
}

export const answered = (value: unknown) => ({ outcome: 'ANSWERED', answerJson: JSON.stringify(value) });
export const refused = (problem: unknown) => ({
  outcome: 'ANSWERED',
  clientProblemJson: JSON.stringify(problem)
});

/** Lets flows end, wherever they run inside the element, until none of the named ones is left. Gives what was asked. */
export async function endFlows(element: Element, answers: Answers): Promise<readonly string[]> {
  const asked: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    // eslint-disable-next-line no-await-in-loop -- one flow after the other, as they come
    await settle();
    const flow = flowsIn(element).find(({ flowApiName }) => flowApiName in answers);
    if (flow === undefined) return asked;
    const inputs = Object.fromEntries(flow.flowInputVariables.map(({ name, value }) => [name, value]));
    asked.push(`${flow.flowApiName} ${JSON.stringify(inputs)}`);
    const outputs = answers[flow.flowApiName]?.(inputs) ?? {};
    const outputVariables = Object.entries(outputs).map(([name, value]) => ({
      name,
      value,
      dataType: 'STRING'
    }));
    flow.dispatchEvent(
      new CustomEvent('statuschange', { detail: { status: 'FINISHED_SCREEN', outputVariables } })
    );
  }
  throw new Error('There are always more flows');
}

/** Flows that run inside the element and the components in it. */
export function flowsIn(element: Element): readonly Flow[] {
  const root = element.shadowRoot ?? element;
  const inside = [...root.querySelectorAll<HTMLElement>('*')];
  return inside.flatMap((each) => {
    if (each.tagName === 'LIGHTNING-FLOW') return [each as Flow];
    return each.shadowRoot === null ? [] : flowsIn(each);
  });
}
