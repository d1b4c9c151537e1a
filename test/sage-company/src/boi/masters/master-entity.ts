import type { SessionState } from '../session/session-state.ts';
import { BoiObject, LastMessage } from '../com/boi-object.ts';
import type { Method } from '../com/boi-object.ts';
import type { ComObject } from '../com/com-object.ts';
import { stampColumns } from '../company/stamps.ts';
import { deleteChange, insertChange, updateChange } from '../company/write-plan.ts';
import type { WritePlan } from '../company/write-plan.ts';
import type { CurrentRecord } from '../records/current-record.ts';
import type { Entity } from '../records/entity.ts';
import { RecordEditor } from '../records/record-editor.ts';
import { recordMembers } from '../records/record-members.ts';

/** An entity that is one record in one table, without its plan. */
export type MasterRules = Omit<Entity, 'planWrite' | 'planDelete'>;

/** Opens a business object for records that stand alone: customers, contacts, ship-to addresses, items. */
export function openMaster(
  session: SessionState,
  rules: MasterRules,
  further: (editor: RecordEditor) => Record<string, Method> = () => ({}),
  besides: (record: CurrentRecord, isNew: boolean) => WritePlan = () => []
): ComObject {
  const { table } = rules;
  const keyOf = (record: CurrentRecord) => table.key.map((name) => record.text(name));
  const entity: Entity = {
    ...rules,
    planWrite: (record, isNew) => {
      const stored = { ...record.stored(), ...stampColumns(table, session.userKey, isNew) };
      const change = isNew ? insertChange(table, stored) : updateChange(table, keyOf(record), stored);
      return [change, ...besides(record, isNew)];
    },
    planDelete: (record) => [deleteChange(table, keyOf(record))]
  };
  const message = new LastMessage();
  const editor = new RecordEditor(session, entity, message);
  return new BoiObject(message, {
    methods: { ...recordMembers(editor, table.columns), ...further(editor) },
    dropped: () => editor.clear()
  });
}
