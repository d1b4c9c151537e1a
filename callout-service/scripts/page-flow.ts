import type { OperationDefinition } from '../src/api/operations/definition.ts';
import type { Registration } from '../src/api/openapi/registration.ts';
import { child, goTo, leaf, place, reference, text, type Element } from './flow-xml.ts';
import { isSetByFlow, inputsOf, outputsOf, type FlowValue } from './page-flow-values.ts';
import { pageFlowVariables } from './page-flow-variables.ts';

/** Which registration's operation a page asks for through a flow of its own. */
export interface PageOperation {
  readonly registration: Registration;
  readonly definition: OperationDefinition;
}

/** `Sage_Get_Status` for `getStatus`: how pages name the flow. */
export function pageFlowName({ operationId }: Pick<OperationDefinition, 'operationId'>): string {
  const words = operationId.replace(/([A-Z])/g, '_$1');
  return `Sage_${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/**
 * The flow by which pages ask for an operation: its inputs are those of the operation, its outputs the answer as text or in
 * parts, problem details, and how it went. It reads no record: whoever may use the credential may ask.
 */
export function pageFlow(operation: PageOperation): readonly Element[] {
  const { definition } = operation;
  const name = pageFlowName(definition);
  const label = name.replaceAll('_', ' ');
  const parts = outputsOf(operation);
  return [
    ask(operation),
    leaf('apiVersion', '66.0'),
    ...noteParts(parts),
    note('Note_Answered', 'The service answered: with what was asked for, or with problem details.', 638, [
      ['outcome', text('ANSWERED')]
    ]),
    note('Note_Fault', 'Something failed on the way: the reason is handed to the page.', 638, [
      ['outcome', text('FAULT')],
      ['faultMessage', reference('$Flow.FaultMessage')]
    ]),
    ...noteRequest(operation),
    ...decision(parts),
    leaf('description', `${definition.summary}. Asked by pages; made from the operation of the service.`),
    leaf('environments', 'Default'),
    leaf('interviewLabel', `${label} {!$Flow.CurrentDateTime}`),
    leaf('label', label),
    ...['BuilderType', 'CanvasMode', 'OriginBuilderType'].map((each) =>
      child('processMetadataValues', [
        leaf('name', each),
        child('value', [
          leaf('stringValue', each === 'CanvasMode' ? 'AUTO_LAYOUT_CANVAS' : 'LightningFlowBuilder')
        ])
      ])
    ),
    leaf('processType', 'AutoLaunchedFlow'),
    leaf('runInMode', 'DefaultMode'),
    child('start', [
      leaf('locationX', '50'),
      leaf('locationY', '0'),
      goTo(definition.body === undefined ? 'Ask' : 'Note_Request')
    ]),
    leaf('status', 'Active'),
    ...pageFlowVariables(operation, parts)
  ];
}

function ask({ registration, definition }: PageOperation): Element {
  const action = `${registration.name}.${definition.operationId}`;
  const given = definition.parameters.map(({ name }) => [name, name] as const);
  const inputs = definition.body === undefined ? given : [...given, ['body', 'request'] as const];
  const outputs = [
    ['answer', '200'],
    ['clientProblemJson', '4XX'],
    ['serverProblemJson', '5XX'],
    ['responseCode', 'responseCode']
  ] as const;
  const isTyped = definition.answer.form === 'json';
  return child('actionCalls', [
    leaf(
      'description',
      'Asks the service next to Sage. A refusal comes back as problem details, or takes the fault path.'
    ),
    leaf('name', 'Ask'),
    leaf('label', 'Ask'),
    ...place(398),
    leaf('actionName', action),
    leaf('actionType', 'externalService'),
    goTo(isTyped ? 'Was_It_Answered' : 'Note_Answered'),
    child('faultConnector', [leaf('targetReference', 'Note_Fault')]),
    leaf('flowTransactionModel', 'Automatic'),
    ...inputs.map(([name, from]) =>
      child('inputParameters', [leaf('name', name), child('value', [reference(from)])])
    ),
    leaf('nameSegment', action),
    ...outputs.map(([to, name]) =>
      child('outputParameters', [
        leaf('assignToReference', to === 'answer' && !isTyped ? 'answerJson' : to),
        leaf('name', name)
      ])
    )
  ]);
}

/** The body is put together from the flow's inputs; who asks is not for the page to say. */
function noteRequest(operation: PageOperation): Element[] {
  if (operation.definition.body === undefined) return [];
  const items = inputsOf(operation)
    .filter(({ inBody }) => inBody)
    .map(({ name }) => [`request.${name}`, reference(isSetByFlow(name) ? '$User.Username' : name)] as const);
  return [note('Note_Request', 'Puts the body together.', 278, items, 'Ask')];
}

function noteParts(parts: readonly FlowValue[]): Element[] {
  if (parts.length === 0) return [];
  const items = parts.map(({ name }) => [name, reference(`answer.${name}`)] as const);
  return [note('Note_Answer', 'Hands the parts of the answer on.', 518, items, 'Note_Answered')];
}

function decision(parts: readonly FlowValue[]): Element[] {
  if (parts.length === 0) return [];
  return [
    child('decisions', [
      leaf('description', 'A refusal has no parts to hand on.'),
      leaf('name', 'Was_It_Answered'),
      leaf('label', 'Was It Answered?'),
      ...place(458),
      child('defaultConnector', [leaf('targetReference', 'Note_Answered')]),
      leaf('defaultConnectorLabel', 'Refused'),
      child('rules', [
        leaf('name', 'Answered'),
        leaf('conditionLogic', 'and'),
        child('conditions', [
          leaf('leftValueReference', 'responseCode'),
          leaf('operator', 'EqualTo'),
          child('rightValue', [leaf('numberValue', '200.0')])
        ]),
        goTo('Note_Answer'),
        leaf('label', 'Answered')
      ])
    ])
  ];
}

function note(
  name: string,
  description: string,
  y: number,
  items: readonly (readonly [string, Element])[],
  next?: string
): Element {
  return child('assignments', [
    leaf('description', description),
    leaf('name', name),
    leaf('label', name.replaceAll('_', ' ')),
    ...place(y),
    ...items.map(([to, value]) =>
      child('assignmentItems', [
        leaf('assignToReference', to),
        leaf('operator', 'Assign'),
        child('value', [value])
      ])
    ),
    ...(next === undefined ? [] : [goTo(next)])
  ]);
}
