import type { FieldKind } from '../field-value.ts';

const TEXTS: readonly FieldKind[] = ['text', 'code', 'reference'];
const NUMBERS: readonly FieldKind[] = ['decimal', 'integer'];

export const isTextKind = (kind: FieldKind): boolean => TEXTS.includes(kind);
export const isNumberKind = (kind: FieldKind): boolean => NUMBERS.includes(kind);

/** Replaces the kind at a place, or each kind, where all of those are accepted. */
export function kindsOnEach(
  entering: readonly FieldKind[],
  at: number | undefined,
  accepts: (kind: FieldKind) => boolean,
  leaving?: FieldKind
): readonly FieldKind[] | string {
  if (at !== undefined && at >= entering.length)
    return `it stands for value ${at}, and there are ${entering.length}, counted from 0`;
  const wrong = entering.find((kind, index) => (at === undefined || at === index) && !accepts(kind));
  if (wrong !== undefined) return `it does not take values of kind ${wrong}`;
  return entering.map((kind, index) =>
    (at === undefined || at === index) && leaving !== undefined ? leaving : kind
  );
}

/** Texts as many as asked for, which become so many others. */
export function kindsOfTexts(
  entering: readonly FieldKind[],
  takes: number,
  gives: number
): readonly FieldKind[] | string {
  if (entering.length !== takes) return `it takes ${takes} values, and ${entering.length} come`;
  const wrong = entering.find((kind) => !isTextKind(kind));
  return wrong === undefined
    ? Array.from({ length: gives }, () => 'text' as const)
    : `it does not take values of kind ${wrong}`;
}
