import type { Method } from '../com/boi-object.ts';
import type { CallArguments } from '../com/com-object.ts';
import type { RecordEditor } from './record-editor.ts';

/** The members that all business objects have. */
export function recordMembers(
  editor: RecordEditor,
  columns: ReadonlyMap<string, unknown>
): Record<string, Method> {
  return {
    nSetKeyValue: (args) => editor.setKeyValue(args.text(0), args.value(1)),
    nSetKey: (args) => editor.open(optionalText(args)),
    nSetValue: (args) => editor.setValue(args.text(0), args.value(1)),
    nGetValue: (args) => {
      args.give(1, editor.value(args.text(0)));
      return 1;
    },
    sValue: (args) => editor.value(args.text(0)),
    nValue: (args) => editor.value(args.text(0)),
    nWrite: () => editor.write(),
    nDelete: () => editor.delete(),
    nClear: () => editor.clear(),
    nFind: (args) => editor.find(optionalText(args)),
    nMoveFirst: () => editor.move('first'),
    nMoveNext: () => editor.move('next'),
    sGetColumns: () => [...columns.keys()].join('\u008a')
  };
}

function optionalText(args: CallArguments): string | undefined {
  return args.count > 0 ? args.text(0) : undefined;
}
