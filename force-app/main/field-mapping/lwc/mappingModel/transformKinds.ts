import type { Transform } from './line';

/** How one setting of a transform is entered. */
export interface Setting {
  readonly name: string;
  readonly type: 'text' | 'number' | 'flag' | 'choice' | 'list' | 'pairs';
  readonly choices?: readonly string[];
  readonly optional?: boolean;
}

interface TransformKind {
  readonly settings: readonly Setting[];
  /** As it begins in a chain. */
  readonly fresh: Transform;
}

const choice = (name: string, ...choices: readonly string[]): Setting => ({ name, type: 'choice', choices });
const text = (name: string): Setting => ({ name, type: 'text' });
const number = (name: string): Setting => ({ name, type: 'number' });
const flag = (name: string): Setting => ({ name, type: 'flag' });
const at: Setting = { name: 'at', type: 'number', optional: true };
const FORMS = ['iso2', 'iso3', 'name'];

const kind = (fresh: Transform, ...settings: readonly Setting[]): TransformKind => ({ fresh, settings });

/** The service's closed list, with what can be set of each. Source: docs/mapping.md. */
const KINDS: Readonly<Record<string, TransformKind>> = {
  trim: kind({ kind: 'trim' }, at),
  case: kind(
    { kind: 'case', to: 'title' },
    choice('to', 'upper', 'lower', 'title'),
    { ...choice('toSage', 'upper', 'lower', 'title', 'as-is'), optional: true },
    at
  ),
  pad: kind(
    { kind: 'pad', length: 7, with: '0', strip: true },
    number('length'),
    text('with'),
    flag('strip'),
    at
  ),
  cut: kind({ kind: 'cut', length: 30 }, number('length'), at),
  'street-lines': kind({ kind: 'street-lines' }),
  join: kind({ kind: 'join', separator: '-', parts: 2 }, text('separator'), number('parts')),
  split: kind({ kind: 'split', separator: '/', parts: 2 }, text('separator'), number('parts')),
  'person-name': kind({ kind: 'person-name' }),
  country: kind(
    { kind: 'country', sage: 'iso3', salesforce: 'name' },
    choice('sage', ...FORMS),
    choice('salesforce', ...FORMS),
    at
  ),
  state: kind(
    { kind: 'state', salesforce: 'code' },
    choice('salesforce', 'code', 'name'),
    { ...number('countryAt'), optional: true },
    at
  ),
  phone: kind(
    { kind: 'phone', salesforce: 'national' },
    choice('salesforce', 'national', 'international', 'e164')
  ),
  round: kind({ kind: 'round', digits: 2 }, number('digits'), at),
  multiply: kind({ kind: 'multiply', by: '0.01' }, text('by'), at),
  currency: kind({ kind: 'currency', from: 'USD', to: 'CAD' }, text('from'), text('to'), {
    ...number('dayAt'),
    optional: true
  }),
  'day-to-moment': kind({ kind: 'day-to-moment', at: 'noon' }, choice('at', 'midnight', 'noon')),
  'number-text': kind({ kind: 'number-text' }, at),
  'flag-text': kind({ kind: 'flag-text', true: 'Yes', false: 'No' }, text('true'), text('false'), at),
  not: kind({ kind: 'not' }, at),
  'value-map': kind(
    { kind: 'value-map', pairs: [{ sage: '', salesforce: '' }], otherwise: { do: 'refuse' } },
    { name: 'pairs', type: 'pairs' },
    at
  ),
  constant: kind({ kind: 'constant', value: '' }, text('value')),
  'first-filled': kind({ kind: 'first-filled' }),
  template: kind({ kind: 'template', text: '{0}' }, text('text')),
  if: kind(
    { kind: 'if', at: 0, equals: [''], then: null, otherwise: null },
    number('at'),
    { name: 'equals', type: 'list' },
    { ...text('then'), optional: true },
    { ...text('otherwise'), optional: true }
  )
};

export const TRANSFORM_KINDS: readonly string[] = Object.keys(KINDS);

/** A transform as it begins; an unknown kind begins with nothing set. */
export function freshTransform(name: string): Transform {
  return KINDS[name]?.fresh ?? { kind: name };
}

export function settingsOf(name: string): readonly Setting[] {
  return KINDS[name]?.settings ?? [];
}

/** A transform with one setting entered; an optional one that is emptied is left out, or nothing where it must be there. */
export function withSetting(transform: Transform, setting: Setting, entered: unknown): Transform {
  const value = valueOf(setting, entered);
  if (value !== undefined) return { ...transform, [setting.name]: value };
  if (setting.optional === true && transform.kind === 'if') return { ...transform, [setting.name]: null };
  const { [setting.name]: _gone, ...rest } = transform;
  return { ...rest, kind: transform.kind };
}

function valueOf({ type, optional = false }: Setting, entered: unknown): unknown {
  if (type === 'flag' || type === 'pairs') return entered;
  const written = typeof entered === 'string' ? entered : '';
  if (optional && written === '') return undefined;
  if (type === 'number') return written.trim() === '' ? undefined : Number(written);
  return type === 'list' ? written.split(',').map((part) => part.trim()) : written;
}
