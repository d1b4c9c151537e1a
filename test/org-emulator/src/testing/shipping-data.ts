import type { UserAccess } from '../access/user-access.ts';
import type { RequestValues } from '../data/request-values.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import { createOrg, type Org } from '../org.ts';
import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { shipper, shippingPackage } from './shipping-package.ts';

/** The shipping package's records, without HTTP: for what a property does some thousand times. */
export interface ShippingData {
  readonly org: Org;
  readonly access: UserAccess;
  readonly insert: (object: string, values: RequestValues) => string;
  readonly update: (id: string, values: RequestValues) => void;
  readonly delete: (id: string) => void;
  readonly undelete: (id: string) => void;
  readonly get: (id: string) => RecordValues;
  readonly live: (object: string) => readonly RecordValues[];
  /** Does work that Salesforce may refuse. */
  readonly attempt: (work: () => void) => void;
}

let org: Org | undefined;

/** An org with the shipping package and no records yet, the same one each time. */
export function shippingData(): ShippingData {
  org ??= createOrg({
    packageDirectory: shippingPackage,
    certificates: {},
    namedCredentialUrls: {},
    users: [shipper]
  });
  org.reset();
  return dataOf(org, requireUser(org));
}

function requireUser(of: Org): UserAccess {
  const access = of.access.findUser(shipper.username);
  if (!access) throw new Error('The shipper is missing');
  return access;
}

function dataOf(of: Org, access: UserAccess): ShippingData {
  const objectOf = (id: string): ObjectDefinition => require(of.schema.objectOfId(id), id);
  const named = (name: string): ObjectDefinition => require(of.schema.object(name), name);
  return {
    org: of,
    access,
    insert: (object, values) => of.dml.insert(access, named(object), values),
    update: (id, values) => of.dml.update(access, objectOf(id), id, values),
    delete: (id) => of.dml.delete(access, objectOf(id), id),
    undelete: (id) => of.dml.undelete(access, objectOf(id), id),
    get: (id) => require(of.database.table(objectOf(id)).get(id), id),
    live: (object) =>
      of.database
        .table(named(object))
        .all()
        .filter(({ IsDeleted }) => IsDeleted !== true),
    attempt: (work) => {
      try {
        work();
      } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
      }
    }
  };
}

function require<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
}
