import { requestOrg } from 'preview/orgRequest';

/** A field as the signed-in user's object info describes it (User Interface API, Field). */
export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly custom: boolean;
}

/** The part of UI API's object info that the shell uses; fields that the user may not see are absent. */
export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly fields: Readonly<Record<string, FieldInfo>>;
}

const infos = new Map<string, Promise<ObjectInfo>>();

/** Object info from the org, asked for once per page load. */
export function getObjectInfo(objectApiName: string): Promise<ObjectInfo> {
  let info = infos.get(objectApiName);
  if (!info) {
    info = requestOrg(`/ui-api/object-info/${objectApiName}`) as Promise<ObjectInfo>;
    infos.set(objectApiName, info);
  }
  return info;
}
