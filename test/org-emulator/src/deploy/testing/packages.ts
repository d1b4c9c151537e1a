import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from '@jsforce/jsforce-node';
import type { DeployResult } from '@jsforce/jsforce-node/lib/api/metadata.js';
import { strToU8, zipSync } from 'fflate';

/** Files of a deployment by path. */
export type DeployedFiles = Readonly<Record<string, string>>;

/** An XML document of metadata. */
export function metadataXml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${content}\n</${root}>\n`;
}

/** A `package.xml`, or a file of destructive changes, that names these components by type. */
export function manifest(members: Readonly<Record<string, readonly string[]>>): string {
  const types = Object.entries(members).map(([type, names]) => {
    const each = names.map((name) => `<members>${name}</members>`).join('');
    return `<types>${each}<name>${type}</name></types>`;
  });
  return metadataXml('Package', `${types.join('')}<version>66.0</version>`);
}

/** A field as it stands in its object's file. */
export function fieldXml(name: string, rest = '<type>Text</type><length>20</length>'): string {
  return `<fields>\n<fullName>${name}</fullName>\n<label>${name}</label>\n${rest}\n</fields>`;
}

/** A zip file, with the folder around that clients may put there. */
export function zipOf(files: DeployedFiles, folder = ''): Buffer {
  const entries = Object.entries(files).map(([path, text]) => [folder + path, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

/** Deploys by jsforce, and waits for the end. */
export async function deploy(
  connection: Connection,
  files: DeployedFiles,
  options: Readonly<Record<string, unknown>> = {}
): Promise<DeployResult> {
  const { id } = await connection.metadata.deploy(zipOf(files), { rollbackOnError: true, ...options });
  return ended(connection, id);
}

/** The result of a deployment, when it has ended; rejects when that takes ten seconds. */
export async function ended(connection: Connection, id: string, rest = false): Promise<DeployResult> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    const result = await connection.metadata.checkDeployStatus(id, true, rest);
    if (result.done) return result;
    await delay(10);
  }
  throw new Error(`The deployment ${id} did not end`);
}

/** A permission set that opens these fields. */
export function permissionSet(label: string, fields: readonly string[], object?: string): string {
  const objectPermissions =
    object === undefined
      ? ''
      : `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>${object}</object></objectPermissions>`;
  const fieldPermissions = fields.map(
    (field) =>
      `<fieldPermissions><editable>true</editable><field>${field}</field><readable>true</readable></fieldPermissions>`
  );
  return metadataXml(
    'PermissionSet',
    `<label>${label}</label>${objectPermissions}${fieldPermissions.join('')}`
  );
}
