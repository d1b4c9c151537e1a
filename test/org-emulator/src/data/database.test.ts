import { describe, expect, it } from 'vitest';
import { Clock } from '../clock.ts';
import { account } from '../schema/standard/index.ts';
import { Schema } from '../schema/schema.ts';
import { Database } from './database.ts';

function databaseWith(...names: string[]): Database {
  const database = new Database(new Schema([account]), new Clock());
  for (const Name of names) put(database, Name, Name);
  return database;
}

function put(database: Database, id: string, Name: string): void {
  database.put(account, id, { Id: id, Name, IsDeleted: false, OwnerId: `owner of ${Name}` });
}

const names = (database: Database) =>
  database
    .table(account)
    .all()
    .map(({ Name }) => Name);

describe('transactions', () => {
  it('when the work fails, then inserts and changes are undone, in the indexes too', () => {
    const database = databaseWith('a');
    const fail = () =>
      database.transaction(() => {
        put(database, 'a', 'changed');
        put(database, 'b', 'new');
        throw new Error('no');
      });
    expect(fail).toThrow('no');
    expect(names(database)).toEqual(['a']);
    expect(database.table(account).findByIndex('OwnerId', 'owner of a')).toHaveLength(1);
    expect(database.table(account).findByIndex('OwnerId', 'owner of changed')).toEqual([]);
  });

  it('when an inner transaction fails and the outer goes on, then only the inner work is undone', () => {
    const database = databaseWith();
    database.transaction(() => {
      put(database, 'a', 'kept');
      expect(() =>
        database.transaction(() => {
          put(database, 'b', 'undone');
          throw new Error('no');
        })
      ).toThrow();
    });
    expect(names(database)).toEqual(['kept']);
  });

  it('when the outer transaction fails, then the finished inner work is undone as well', () => {
    const database = databaseWith();
    expect(() =>
      database.transaction(() => {
        database.transaction(() => put(database, 'a', 'inner'));
        throw new Error('no');
      })
    ).toThrow();
    expect(names(database)).toEqual([]);
  });
});
