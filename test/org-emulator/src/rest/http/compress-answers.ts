import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

/** Smaller answers are not worth the work. */
const smallestBytes = 1024;

/** Answers JSON with gzip to those who accept it (REST API Developer Guide, "Compression"). */
export const compressAnswers: RequestHandler = (request, response, next) => {
  const sendJson = response.json.bind(response);
  response.json = (body: unknown) => {
    const text = JSON.stringify(body);
    if (text.length < smallestBytes || !request.acceptsEncodings('gzip')) return sendJson(body);
    response.set({ 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' });
    return response.type('json').send(gzipSync(text));
  };
  next();
};
