import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { SettingType } from './setting.ts';

/** A shorter secret could be guessed; what `openssl rand -hex 32` gives has 64. */
const MIN_SECRET_CHARACTERS = 24;

/** One receiver of changes. */
export interface WebhookConfiguration {
  readonly name: string;
  readonly url: string;
  /** Never logged. */
  readonly secrets: readonly string[];
  readonly entities: readonly string[] | undefined;
  readonly allowPrivateAddresses: boolean;
}

const webhookSchema = z
  .strictObject({
    /** Part of a lane of jobs. */
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is not small letters, digits and `-`, at most 40'),
    url: z.url({ protocol: /^https?$/, error: 'is no address that begins with https:// or http://' }),
    /** Paths, from the settings file on: the secret in force, and a second one while they are changed. */
    secretFiles: z.array(z.string().min(1)).min(1).max(2),
    /** Canonical entities, as `customer`. */
    entities: z
      .array(z.string().regex(/^[a-z][a-z-]*$/))
      .min(1)
      .optional(),
    allowPrivateAddresses: z.boolean().default(false)
  })
  .refine(({ url, allowPrivateAddresses }) => allowPrivateAddresses || url.startsWith('https:'), {
    path: ['url'],
    error: 'is not https, which only a receiver with allowPrivateAddresses may do without'
  })
  .refine(({ url }) => URL.parse(url)?.username === '' && URL.parse(url)?.password === '', {
    path: ['url'],
    error: 'holds a user or password; the receiver checks the signature instead'
  });

const fileSchema = z
  .array(webhookSchema)
  .refine(
    (webhooks) => new Set(webhooks.map(({ name }) => name)).size === webhooks.length,
    'names a webhook twice'
  );

/** A JSON file with the receivers of changes; their secrets stand in files of their own. */
export function webhooksFile(): SettingType<readonly WebhookConfiguration[]> {
  const schema = z.string().transform((file, context) => {
    try {
      return readWebhooks(file);
    } catch (error) {
      if (!(error instanceof WebhooksFault)) throw error;
      context.addIssue({ code: 'custom', message: `${file} ${error.message}` });
      return z.NEVER;
    }
  });
  return { schema, allowed: 'the path of a JSON file with a list of webhooks' };
}

class WebhooksFault extends Error {}

function readWebhooks(file: string): readonly WebhookConfiguration[] {
  const read = fileSchema.safeParse(jsonOf(textOf(file, 'cannot be read')));
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
    throw new WebhooksFault(`cannot be used: ${faults.join('; ')}`);
  }
  return read.data.map(({ name, url, secretFiles, entities, allowPrivateAddresses }) => ({
    name,
    url,
    secrets: secretFiles.map((secretFile) => secretOf(name, resolve(dirname(file), secretFile))),
    entities,
    allowPrivateAddresses
  }));
}

function secretOf(name: string, file: string): string {
  const secret = textOf(file, `names a secret of ${name} that cannot be read`).trim();
  if (secret.length >= MIN_SECRET_CHARACTERS) return secret;
  throw new WebhooksFault(
    `names a secret of ${name} with fewer than ${MIN_SECRET_CHARACTERS} characters; make one with openssl rand -hex 32`
  );
}

function textOf(file: string, fault: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new WebhooksFault(fault, { cause });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new WebhooksFault('is no JSON', { cause });
  }
}
