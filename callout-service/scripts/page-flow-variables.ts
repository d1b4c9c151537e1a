import { child, leaf, type Element } from './flow-xml.ts';
import type { PageOperation } from './page-flow.ts';
import { inputsOf, isSetByFlow, type FlowValue } from './page-flow-values.ts';

/** Variables of a page's flow, by their names. */
export function pageFlowVariables(operation: PageOperation, parts: readonly FlowValue[]): Element[] {
  const { registration, definition } = operation;
  const { body, answer } = definition;
  const typed = (name: string, type: string) =>
    variable(
      { name, description: `Type of the service: ${type}.`, type: 'Apex' },
      {
        apexClass: `ExternalService__${registration.name}_${type}`
      }
    );
  const inputs = inputsOf(operation).filter(({ name }) => !isSetByFlow(name));
  const fixed: FlowValue[] = [
    {
      name: 'clientProblemJson',
      type: 'String',
      description: 'Problem details (RFC 9457) of an answer 4XX.'
    },
    { name: 'faultMessage', type: 'String', description: 'Why the fault path was taken.' },
    { name: 'outcome', type: 'String', description: 'ANSWERED or FAULT.' },
    { name: 'responseCode', type: 'Number', description: 'HTTP status of the answer.' },
    { name: 'serverProblemJson', type: 'String', description: 'Problem details (RFC 9457) of an answer 5XX.' }
  ];
  const answerJson: FlowValue = {
    name: 'answerJson',
    type: 'String',
    description: 'The answer 200 as JSON text.'
  };
  const all = [
    ...(body === undefined ? [] : [{ name: 'request', element: typed('request', body.name) }]),
    ...(answer.form === 'json' ? [{ name: 'answer', element: typed('answer', answer.name) }] : []),
    ...inputs.map((value) => ({ name: value.name, element: variable(value, { isInput: true }) })),
    ...[...fixed, ...(answer.form === 'json' ? parts : [answerJson])].map((value) => ({
      name: value.name,
      element: variable(value, { isOutput: true })
    }))
  ];
  return all.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ element }) => element);
}

function variable(
  { name, type, description }: FlowValue,
  how: { readonly isInput?: true; readonly isOutput?: true; readonly apexClass?: string }
): Element {
  const way = how.isInput === true ? 'Input: ' : how.isOutput === true ? 'Output: ' : '';
  return child('variables', [
    leaf('description', `${way}${description}`),
    leaf('name', name),
    ...(how.apexClass === undefined ? [] : [leaf('apexClass', how.apexClass)]),
    leaf('dataType', type),
    leaf('isCollection', 'false'),
    leaf('isInput', String(how.isInput ?? false)),
    leaf('isOutput', String(how.isOutput ?? false)),
    ...(type === 'Number' ? [leaf('scale', '0')] : [])
  ]);
}
