import busboy from 'busboy';
import type { Request } from 'express';
import { SalesforceError } from '../errors/salesforce-error.ts';

/** A deployment as REST sends it. */
export interface DeployParts {
  /** The part with the options: `json` in the guide, `entity_content` from some clients. */
  readonly json: string;
  readonly zip: Uint8Array;
}

const jsonNames = new Set(['json', 'entity_content']);

/** Reads the parts of a multipart request. Rejects with INVALID_MULTIPART_REQUEST when one of the two is missing. */
export function readDeployParts(request: Request): Promise<DeployParts> {
  return new Promise((resolve, reject) => {
    let json: string | undefined;
    let zip: Uint8Array | undefined;
    const reader = busboy({
      headers: request.headers,
      limits: { fieldSize: 1_000_000, fileSize: 39_000_000 }
    });
    reader.on('field', (name, value) => {
      if (jsonNames.has(name)) json = value;
    });
    reader.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => reject(invalid('The file is larger than 39 MB')));
      stream.on('end', () => {
        if (jsonNames.has(name)) json = Buffer.concat(chunks).toString('utf8');
        else zip = Buffer.concat(chunks);
      });
    });
    reader.on('error', () => reject(invalid('The request cannot be read')));
    reader.on('close', () => {
      if (json === undefined || zip === undefined)
        reject(invalid('The part json or the part file is missing'));
      else resolve({ json, zip });
    });
    request.pipe(reader);
  });
}

function invalid(message: string): SalesforceError {
  return new SalesforceError(400, 'INVALID_MULTIPART_REQUEST', message);
}
