import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text } from './xml.ts';

const customPermission = z.strictObject({ label: text, description: ignored, isLicensed: ignored });

/** A permission of the package's own, for `$Permission` in formulas. */
export type CustomPermissionMetadata = z.infer<typeof customPermission> & Named;

interface Named {
  readonly file: SourceFile;
  readonly fullName: string;
}

/** Reads `customPermissions/X.customPermission-meta.xml`. */
export function readCustomPermission(file: SourceFile): CustomPermissionMetadata {
  const shape = { root: 'CustomPermission', lists: [], schema: customPermission };
  return { ...readMetadata(file, shape), file, fullName: file.fullName };
}

const notificationType = z.strictObject({
  customNotifTypeName: text,
  masterLabel: text,
  desktop: flag,
  mobile: flag,
  description: ignored,
  slack: ignored
});

/** A kind of notification that flows can send. */
export type NotificationTypeMetadata = z.infer<typeof notificationType> & Named;

/** Reads `notificationtypes/X.notiftype-meta.xml`. */
export function readNotificationType(file: SourceFile): NotificationTypeMetadata {
  const shape = { root: 'CustomNotificationType', lists: [], schema: notificationType };
  return { ...readMetadata(file, shape), file, fullName: file.fullName };
}
