import type { Line } from './line';

/** The lines as they are drawn now, with what was before each act. */
export interface Draft {
  readonly lines: readonly Line[];
  readonly past: readonly (readonly Line[])[];
  readonly future: readonly (readonly Line[])[];
}

/** What a person does to the lines. */
export type DraftAct =
  | { readonly kind: 'add'; readonly lines: readonly Line[] }
  | { readonly kind: 'change'; readonly line: Line }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'replace'; readonly lines: readonly Line[] }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

const MOST_STEPS = 200;

export function draftOf(lines: readonly Line[]): Draft {
  return { lines, past: [], future: [] };
}

/** The draft after an act. An act that changes nothing leaves no step. */
export function afterAct(draft: Draft, act: DraftAct): Draft {
  switch (act.kind) {
    case 'undo':
      return undone(draft);
    case 'redo':
      return redone(draft);
    default: {
      const lines = linesAfter(draft.lines, act);
      if (areSame(lines, draft.lines)) return draft;
      return { lines, past: [...draft.past, draft.lines].slice(-MOST_STEPS), future: [] };
    }
  }
}

type LineAct = Exclude<DraftAct, { readonly kind: 'undo' | 'redo' }>;

function linesAfter(lines: readonly Line[], act: LineAct): readonly Line[] {
  switch (act.kind) {
    case 'add':
      return [...lines, ...act.lines];
    case 'change':
      return lines.map((line) => (line.id === act.line.id ? act.line : line));
    case 'remove':
      return lines.filter(({ id }) => id !== act.id);
    default:
      return act.lines;
  }
}

function undone({ lines, past, future }: Draft): Draft {
  const before = past[past.length - 1];
  if (before === undefined) return { lines, past, future };
  return { lines: before, past: past.slice(0, -1), future: [lines, ...future] };
}

function redone({ lines, past, future }: Draft): Draft {
  const [next, ...rest] = future;
  if (next === undefined) return { lines, past, future };
  return { lines: next, past: [...past, lines], future: rest };
}

export function areSame(one: readonly Line[], other: readonly Line[]): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
