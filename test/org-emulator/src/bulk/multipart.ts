import busboy from 'busboy';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { bulkError } from './bulk-error.ts';

/**
 * Reads a job and its table sent together: parts `job` (JSON) and `content` (CSV), which become the body. Other
 * requests pass.
 */
export const readMultipart: RequestHandler = (request, _response, next) => {
  if (!request.is('multipart/form-data')) {
    next();
    return;
  }
  const parts = new Map<string, string>();
  const reader = busboy({ headers: request.headers });
  reader.on('field', (name, value) => parts.set(name, value));
  reader.on('file', (name, stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => parts.set(name, Buffer.concat(chunks).toString('utf8')));
  });
  reader.on('error', next);
  reader.on('close', () => {
    try {
      const job = z.record(z.string(), z.unknown()).parse(JSON.parse(parts.get('job') ?? ''));
      request.body = { ...job, content: parts.get('content') ?? '' };
      next();
    } catch {
      next(bulkError('InvalidJob', 'The part job is not JSON'));
    }
  });
  request.pipe(reader);
};
