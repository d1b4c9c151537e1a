import type { NextFunction, Request, Response } from 'express';
import { DEFAULT_USER, findPreviewUser, type PreviewUser } from './preview-users.ts';

const COOKIE = 'preview_user';

/** The user chosen in this browser. */
export function chosenUser(request: Request): PreviewUser {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const key = pairs.find(([name]) => name === COOKIE)?.[1];
  return findPreviewUser(key) ?? DEFAULT_USER;
}

/** Keeps a choice made with `?user=` in a cookie and shows the same page without it. */
export function rememberUserChoice(request: Request, response: Response, next: NextFunction): void {
  const url = new URL(request.originalUrl, 'http://preview');
  const user = findPreviewUser(url.searchParams.get('user'));
  if (!user) {
    next();
    return;
  }
  url.searchParams.delete('user');
  response.cookie(COOKIE, user.key, { httpOnly: true, sameSite: 'lax' });
  response.redirect(url.pathname + url.search);
}
