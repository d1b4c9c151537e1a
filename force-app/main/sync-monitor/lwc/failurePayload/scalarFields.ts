/** A value of a content that can be edited by itself. */
export interface ScalarField {
  /** Names from the outside in, with points between them, as the service names fields. */
  readonly path: string;
  readonly kind: 'text' | 'number' | 'flag' | 'nothing';
  readonly text: string;
  readonly isOn: boolean;
}

type Entries = readonly (readonly [string, unknown])[];

/** The scalars of a content, in its order; inner ones by their path. */
export function scalarFields(content: unknown, before: readonly string[] = []): readonly ScalarField[] {
  if (typeof content === 'object' && content !== null)
    return entriesOf(content).flatMap(([name, value]) => scalarFields(value, [...before, name]));
  const path = before.join('.');
  if (path === '') return [];
  if (typeof content === 'boolean') return [{ path, kind: 'flag', text: '', isOn: content }];
  if (typeof content === 'number') return [{ path, kind: 'number', text: String(content), isOn: false }];
  if (typeof content === 'string') return [{ path, kind: 'text', text: content, isOn: false }];
  return [{ path, kind: 'nothing', text: '', isOn: false }];
}

/**
 * The content with one scalar replaced. A text takes the kind of what stood there: a number stays one where it still is
 * one, and what was nothing stays nothing while it is empty.
 */
export function withScalar(content: unknown, path: string, entered: string | boolean): unknown {
  const [name, ...inner] = path.split('.');
  if (name === undefined || path === '') return scalarOf(content, entered);
  if (typeof content !== 'object' || content === null) return content;
  const changed = entriesOf(content).map(
    ([own, value]) => [own, own === name ? withScalar(value, inner.join('.'), entered) : value] as const
  );
  return Array.isArray(content) ? changed.map(([, value]) => value) : Object.fromEntries(changed);
}

function scalarOf(before: unknown, entered: string | boolean): unknown {
  if (typeof entered === 'boolean') return entered;
  if (typeof before === 'number' && entered.trim() !== '' && Number.isFinite(Number(entered)))
    return Number(entered);
  return before === null && entered === '' ? null : entered;
}

function entriesOf(value: object): Entries {
  return Object.entries(value);
}
