import { z } from 'zod';
import { notFound, SalesforceError } from '../errors/salesforce-error.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { type GraphqlCall, selectFrom } from './connection.ts';
import { GraphqlFault, undefinedField } from './graphql-fault.ts';
import { nodeOf } from './node.ts';
import type { SelectedField } from './selection.ts';

const values = z.record(z.string(), z.unknown());
const inputSchema = z.looseObject({ Id: z.string().optional() });
const allOrNoneSchema = z.object({
  input: z.object({ allOrNone: z.boolean().default(true) }).default({ allOrNone: true })
});

/** What mutations of one request did so far: ids by key, for `@{key}` in later ones. */
type Done = Map<string, string>;

/**
 * The mutations below `uiapi`, in their order. With `allOrNone`, which is usual, one failure undoes all; else the
 * others stay (GraphQL API Developer Guide, "Mutations Schema").
 */
export function runMutations(
  call: GraphqlCall,
  field: SelectedField,
  faults: GraphqlFault[]
): Record<string, unknown> | null {
  const { allOrNone } = allOrNoneSchema.parse(field.arguments).input;
  const done: Done = new Map();
  const answers: Record<string, unknown> = {};
  try {
    call.org.database.transaction(() => {
      for (const selected of field.fields) {
        const fault = attempt(call, selected, done, answers);
        if (!fault) continue;
        faults.push(fault);
        answers[selected.key] = null;
        if (allOrNone) throw new RolledBack();
      }
    });
    return answers;
  } catch (error) {
    if (error instanceof RolledBack) return null;
    throw error;
  }
}

class RolledBack extends Error {}

function attempt(
  call: GraphqlCall,
  selected: SelectedField,
  done: Done,
  answers: Record<string, unknown>
): GraphqlFault | undefined {
  const path = ['uiapi', selected.key];
  try {
    answers[selected.key] = call.org.database.transaction(() => mutate(call, selected, path, done));
    return undefined;
  } catch (error) {
    if (error instanceof GraphqlFault) return error;
    if (error instanceof SalesforceError) {
      return new GraphqlFault('DataFetchingException', error.message, path, selected.locations);
    }
    throw error;
  }
}

function mutate(call: GraphqlCall, selected: SelectedField, path: readonly string[], done: Done): unknown {
  const [, name = '', action] = /^(.+)(Create|Update|Delete)$/.exec(selected.name) ?? [];
  const object = call.org.schema.object(name);
  if (!object || !call.access.can('read', object)) {
    throw undefinedField(selected.name, 'UIAPIMutations', path, selected.locations);
  }
  const { Id = '', [object.name]: given = {} } = inputSchema.parse(selected.arguments.input ?? {});
  const id = resolveReference(Id, done);
  const changes = Object.fromEntries(
    Object.entries(values.parse(given)).map(([key, value]) => [key, resolveReference(value, done)])
  );
  switch (action) {
    case 'Create': {
      const created = call.org.dml.insert(call.access, object, changes);
      done.set(selected.key, created);
      return recordPayload(call, object, created, selected, path);
    }
    case 'Update':
      call.org.dml.update(call.access, object, String(id), changes);
      done.set(selected.key, String(id));
      return recordPayload(call, object, String(id), selected, path);
    default:
      call.org.dml.delete(call.access, object, String(id));
      return selectFrom(selected, path, 'RecordDeletePayload', { Id: () => id });
  }
}

/** `@{key}` stands for the id that an earlier mutation of the request gave. */
function resolveReference(value: unknown, done: Done): unknown {
  const [, key] = typeof value === 'string' ? (/^@\{(\w+)\}$/.exec(value) ?? []) : [];
  return key === undefined ? value : (done.get(key) ?? value);
}

function recordPayload(
  call: GraphqlCall,
  object: ObjectDefinition,
  id: string,
  selected: SelectedField,
  path: readonly string[]
): unknown {
  const record = call.org.database.table(object).get(id);
  if (!record) throw notFound();
  return selectFrom(selected, path, `${object.name}Payload`, {
    Record: (node) => nodeOf(call, object, record, node, [...path, 'Record']),
    success: () => true
  });
}
