import type { FlowValue } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { choicesOf, type ShownChoice } from './screen-choices.ts';
import type { FlowScreen, ScreenField } from './screen-definition.ts';
import { isVisible } from './screen-values.ts';

/** A field as a page shows it. */
export interface ScreenFieldView {
  readonly name: string;
  readonly fieldType: ScreenField['fieldType'];
  readonly dataType: string | undefined;
  /** Label or text, rich text (HTML), with its merge fields replaced. */
  readonly text: string;
  readonly helpText: string | undefined;
  readonly required: boolean;
  readonly visible: boolean;
  readonly readOnly: boolean;
  readonly disabled: boolean;
  readonly value: FlowValue;
  readonly choices: readonly ShownChoice[];
  /** Of a component: its name, such as `c:balance`, and what its attributes are set to. */
  readonly component: string | undefined;
  readonly inputs: Readonly<Record<string, FlowValue>>;
  /** Of a region: what is in it. */
  readonly fields: readonly ScreenFieldView[];
}

/** A screen as a page shows it. */
export interface ScreenView {
  readonly name: string;
  readonly label: string;
  readonly helpText: string | undefined;
  readonly allowBack: boolean;
  readonly allowFinish: boolean;
  readonly showHeader: boolean;
  readonly showFooter: boolean;
  readonly backLabel: string;
  readonly nextLabel: string | undefined;
  readonly fields: readonly ScreenFieldView[];
  /** Which screen actions run on which events of which fields. */
  readonly triggers: FlowScreen['triggers'];
}

/** A screen with the values that it has in an interview at this moment. */
export function screenView(screen: FlowScreen, interview: Interview): ScreenView {
  const { name, helpText, allowBack, allowFinish, showHeader, showFooter, triggers } = screen;
  return {
    ...{ name, helpText, allowBack, allowFinish, showHeader, showFooter, triggers },
    label: interview.mergeText(screen.label ?? name),
    backLabel: screen.backButtonLabel ?? 'Previous',
    nextLabel: screen.nextOrFinishButtonLabel,
    fields: screen.fields.map((field) => fieldView(field, interview))
  };
}

function fieldView(field: ScreenField, interview: Interview): ScreenFieldView {
  const { name, fieldType, dataType, helpText, isRequired, extensionName, inputParameters } = field;
  const inputs = inputParameters.map((each) => [each.name, evaluate(each.value, interview)] as const);
  return {
    ...{ name, fieldType, dataType, helpText },
    text: interview.mergeText(field.fieldText ?? ''),
    required: isRequired,
    visible: isVisible(field, interview),
    readOnly: evaluate(field.isReadOnly, interview) === true,
    disabled: evaluate(field.isDisabled, interview) === true,
    value: interview.has(name) ? interview.resolve(name) : null,
    choices: choicesOf(field, interview),
    component: extensionName,
    inputs: Object.fromEntries(inputs),
    fields: field.fields.map((each) => fieldView(each, interview))
  };
}

function evaluate(expression: ScreenField['defaultValue'], interview: Interview): FlowValue {
  return expression ? interview.evaluate(expression) : null;
}
