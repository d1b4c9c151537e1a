import type { Selectable } from 'kysely';
import { entryName, freeText } from '../entry-text.ts';
import { fromJsonText, jsonText } from '../json-text.ts';
import { isoOf } from '../moment.ts';
import type { Audit, AuditEntry } from '../port/audit.ts';
import { pageSize, reading } from '../reading.ts';
import type { AuditEntryTable } from '../schema/operation-tables.ts';
import type { StoreContext } from '../store-context.ts';

/** What people did, written beside the act itself. */
export function createAudit(context: StoreContext): Audit {
  return {
    record: ({ operator, action, subject, detail }) =>
      context.inTransaction(async ({ database, dialect }) => {
        await database
          .insertInto('audit_entry')
          .values({
            at: dialect.now(),
            operator: entryName(operator, 'operator'),
            action: entryName(action, 'action'),
            subject: freeText(subject),
            detail_json: detail === undefined ? null : jsonText(detail, 'detail of the act')
          })
          .execute();
      }),
    list: ({ subject, before, limit }) =>
      reading(context, async (database) => {
        const rows = await database
          .selectFrom('audit_entry')
          .selectAll()
          .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
          .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
          .orderBy('id', 'desc')
          .limit(pageSize(limit))
          .execute();
        return rows.map(entryOf);
      })
  };
}

function entryOf(row: Selectable<AuditEntryTable>): AuditEntry {
  const { id, at, operator, action, subject, detail_json: detail } = row;
  return {
    id,
    at: isoOf(at),
    operator,
    action,
    subject,
    ...(detail === null ? {} : { detail: fromJsonText(detail) })
  };
}
