import type { RequestHandler } from 'express';

/** Clients that keep the instance URL with a trailing slash ask for `//services/…`. */
export const collapseSlashes: RequestHandler = (request, _response, next) => {
  request.url = request.url.replace(/^\/{2,}/, '/');
  next();
};

/** `?_HttpMethod=PATCH` for clients that can only POST (REST API Developer Guide, "Using Resources"). */
export const overrideMethod: RequestHandler = (request, _response, next) => {
  const method = request.query._HttpMethod;
  if (request.method === 'POST' && typeof method === 'string') request.method = method.toUpperCase();
  next();
};
