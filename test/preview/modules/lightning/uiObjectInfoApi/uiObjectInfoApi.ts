import { ReadWire } from 'preview/readWire';

type ObjectId = string | { readonly objectApiName: string };
type FieldId = string | { readonly fieldApiName: string; readonly objectApiName: string };

/** The wire adapter `getObjectInfo`: what an object is made of, as far as the user may see it. */
export class getObjectInfo extends ReadWire<{ objectApiName?: ObjectId }> {
  protected pathOf({ objectApiName }: { objectApiName?: ObjectId }): string | undefined {
    return objectApiName && `/ui-api/object-info/${nameOf(objectApiName)}`;
  }
}

/** The wire adapter `getObjectInfos`: several objects, each with a status of its own. */
export class getObjectInfos extends ReadWire<{ objectApiNames?: readonly ObjectId[] }> {
  protected pathOf({ objectApiNames = [] }: { objectApiNames?: readonly ObjectId[] }): string | undefined {
    if (objectApiNames.length === 0) return undefined;
    return `/ui-api/object-info/batch/${objectApiNames.map(nameOf).join(',')}`;
  }
}

interface PicklistConfig {
  recordTypeId?: string;
  fieldApiName?: FieldId;
}

/** The wire adapter `getPicklistValues`: the choices of one field. */
export class getPicklistValues extends ReadWire<PicklistConfig> {
  protected pathOf({ recordTypeId, fieldApiName }: PicklistConfig): string | undefined {
    if (!recordTypeId || !fieldApiName) return undefined;
    const [object = '', field = ''] =
      typeof fieldApiName === 'string'
        ? fieldApiName.split('.')
        : [fieldApiName.objectApiName, fieldApiName.fieldApiName];
    return `/ui-api/object-info/${object}/picklist-values/${recordTypeId}/${field}`;
  }
}

interface PicklistsConfig {
  recordTypeId?: string;
  objectApiName?: ObjectId;
}

/** The wire adapter `getPicklistValuesByRecordType`: the choices of all fields of an object. */
export class getPicklistValuesByRecordType extends ReadWire<PicklistsConfig> {
  protected pathOf({ recordTypeId, objectApiName }: PicklistsConfig): string | undefined {
    if (!recordTypeId || !objectApiName) return undefined;
    return `/ui-api/object-info/${nameOf(objectApiName)}/picklist-values/${recordTypeId}`;
  }
}

function nameOf(object: ObjectId): string {
  return typeof object === 'string' ? object : object.objectApiName;
}
