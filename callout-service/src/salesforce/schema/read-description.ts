import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceFieldDescription, SalesforceObjectDescription } from '../port/salesforce-schema.ts';
import type { PackageNamer } from '../records/package-namer.ts';

// Numbers come as text: see `exactJson`.
const whole = z.coerce.number().int().default(0);

const fieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  length: whole,
  precision: whole,
  scale: whole,
  createable: z.boolean(),
  updateable: z.boolean(),
  nillable: z.boolean(),
  defaultedOnCreate: z.boolean(),
  externalId: z.boolean().default(false),
  unique: z.boolean().default(false),
  restrictedPicklist: z.boolean().default(false),
  picklistValues: z.array(z.object({ value: z.string(), active: z.boolean().default(true) })).nullish(),
  referenceTo: z.array(z.string()).nullish()
});

const objectSchema = z.object({ name: z.string(), label: z.string(), fields: z.array(fieldSchema) });

/** An object from the answer to a describe. @throws LedgerBridgeError LB714 when it is none. */
export function readDescription(body: unknown, namer: PackageNamer): SalesforceObjectDescription {
  const read = objectSchema.safeParse(body);
  if (!read.success) {
    const [issue] = read.error.issues;
    const detail = `The description of an object cannot be read (${issue?.path.join('.') ?? ''}).`;
    throw new LedgerBridgeError('LB714', { detail });
  }
  const { name, label, fields } = read.data;
  return { name: namer.fromOrg(name), label, fields: fields.map((field) => fieldOf(field, namer)) };
}

function fieldOf(field: z.infer<typeof fieldSchema>, namer: PackageNamer): SalesforceFieldDescription {
  const { nillable, defaultedOnCreate, picklistValues, referenceTo, ...same } = field;
  return {
    ...same,
    name: namer.fromOrg(field.name),
    required: !nillable && !defaultedOnCreate && field.createable,
    picklistValues: (picklistValues ?? []).filter(({ active }) => active).map(({ value }) => value),
    referenceTo: (referenceTo ?? []).map((object) => namer.fromOrg(object))
  };
}
