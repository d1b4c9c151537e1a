import { LightningElement, api } from 'lwc';
import { forgetChoice, freshTransform, settingsOf, withSetting } from 'c/mappingModel';
import type { Setting, Transform, ValuePair } from 'c/mappingModel';
import { labels, otherwiseOptions, settingInWords, transformInWords, transformOptions } from 'c/mappingWords';

interface SettingView {
  readonly key: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly checked: boolean;
  readonly isText: boolean;
  readonly isFlag: boolean;
  readonly isChoice: boolean;
  readonly isPairs: boolean;
  readonly inputType: 'text' | 'number';
  readonly options: readonly { readonly label: string; readonly value: string }[];
  readonly pairs: readonly ValuePair[];
}

interface StepView {
  readonly index: number;
  readonly title: string;
  readonly settings: readonly SettingView[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly otherwise: string | undefined;
  readonly isDefault: boolean;
  readonly defaultSage: string;
  readonly defaultSalesforce: string;
}

const MOST_STEPS = 8;

/** The chain of a line: what is done with its values on their way to Salesforce, one step after another. */
export default class MappingTransformChain extends LightningElement {
  @api transforms: readonly Transform[] = [];

  readonly labels = labels;
  readonly kinds = transformOptions;
  readonly otherwiseOptions = otherwiseOptions;

  get steps(): readonly StepView[] {
    return this.transforms.map((transform, index) => {
      const otherwise = membersOf(transform.otherwise);
      return {
        index,
        title: `${index + 1}. ${transformInWords(transform.kind)}`,
        settings: settingsOf(transform.kind).map((setting) => viewOf(transform, setting, index)),
        isFirst: index === 0,
        isLast: index === this.transforms.length - 1,
        otherwise: transform.kind === 'value-map' ? textOf(otherwise.do) : undefined,
        isDefault: otherwise.do === 'default',
        defaultSage: textOf(otherwise.sage),
        defaultSalesforce: textOf(otherwise.salesforce)
      };
    });
  }

  get isEmpty(): boolean {
    return this.transforms.length === 0;
  }

  get isFull(): boolean {
    return this.transforms.length >= MOST_STEPS;
  }

  handleAdd(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    if (value === '') return;
    this.change([...this.transforms, freshTransform(value)]);
    forgetChoice(event);
  }

  handleRemove(event: Event): void {
    const { index } = placeOf(event);
    this.change(this.transforms.filter((_, at) => at !== index));
  }

  handleUp(event: Event): void {
    this.move(placeOf(event).index, -1);
  }

  handleDown(event: Event): void {
    this.move(placeOf(event).index, 1);
  }

  handleSetting(
    event: CustomEvent<{ value?: string; checked?: boolean; pairs?: readonly ValuePair[] }>
  ): void {
    const { index, name } = placeOf(event);
    const transform = this.transforms[index];
    const setting = settingsOf(transform?.kind ?? '').find((each) => each.name === name);
    if (transform === undefined || setting === undefined) return;
    const { value, checked, pairs } = event.detail;
    const entered = setting.type === 'flag' ? checked === true : setting.type === 'pairs' ? pairs : value;
    this.put(index, withSetting(transform, setting, entered));
  }

  handleOtherwise(event: CustomEvent<{ value: string }>): void {
    const { index } = placeOf(event);
    const { value } = event.detail;
    const otherwise = value === 'default' ? { do: value, sage: '', salesforce: '' } : { do: value };
    this.putOtherwise(index, otherwise);
  }

  handleDefault(event: CustomEvent<{ value: string }>): void {
    const { index, name } = placeOf(event);
    const before = membersOf(this.transforms[index]?.otherwise);
    this.putOtherwise(index, { ...before, [name]: event.detail.value });
  }

  private putOtherwise(index: number, otherwise: object): void {
    const transform = this.transforms[index];
    if (transform !== undefined) this.put(index, { ...transform, otherwise });
  }

  private put(index: number, transform: Transform): void {
    this.change(this.transforms.map((each, at) => (at === index ? transform : each)));
  }

  private move(index: number, by: number): void {
    const list = [...this.transforms];
    const [moved] = list.splice(index, 1);
    if (moved === undefined) return;
    list.splice(index + by, 0, moved);
    this.change(list);
  }

  /** Not named change: that of the fields inside comes out of this component as well. */
  private change(transforms: readonly Transform[]): void {
    this.dispatchEvent(new CustomEvent('transformschange', { detail: { transforms } }));
  }
}

function viewOf(transform: Transform, setting: Setting, index: number): SettingView {
  const value = transform[setting.name];
  const { name, type, choices = [], optional = false } = setting;
  const options = choices.map((choice) => ({ label: settingInWords(choice), value: choice }));
  return {
    key: `${index}-${name}`,
    name,
    label: settingInWords(name),
    value: Array.isArray(value) ? value.join(', ') : textOf(value),
    checked: value === true,
    isText: ['text', 'number', 'list'].includes(type),
    isFlag: type === 'flag',
    isChoice: type === 'choice',
    isPairs: type === 'pairs',
    inputType: type === 'number' ? 'number' : 'text',
    options: optional ? [{ label: labels.nothing, value: '' }, ...options] : options,
    pairs: type === 'pairs' ? pairsIn(value) : []
  };
}

function pairsIn(value: unknown): readonly ValuePair[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => {
    const { sage, salesforce, preferred } = membersOf(item);
    return {
      sage: textOf(sage),
      salesforce: textOf(salesforce),
      ...(preferred === true && { preferred: true })
    };
  });
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function placeOf(event: Event): { readonly index: number; readonly name: string } {
  const { currentTarget } = event;
  const data = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
  return { index: Number(data.index ?? -1), name: data.name ?? '' };
}
