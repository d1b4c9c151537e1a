import type { NextFunction, Request, Response } from 'express';
import { DEFAULT_USER, findPreviewUser, type PreviewUser } from './preview-users.ts';

const USER_COOKIE = 'preview_user';
const LANGUAGE_COOKIE = 'preview_language';
/** The language of the package's labels. */
const USUAL_LANGUAGE = 'en';
const LANGUAGE = /^[a-z]{2}(-[A-Z]{2})?$/;

/** The user chosen in this browser. */
export function chosenUser(request: Request): PreviewUser {
  return findPreviewUser(cookie(request, USER_COOKIE)) ?? DEFAULT_USER;
}

/** The language chosen in this browser, and the locale that goes with it: `de` and `de-DE`. */
export function chosenLanguage(request: Request): { readonly language: string; readonly locale: string } {
  const chosen = cookie(request, LANGUAGE_COOKIE) ?? '';
  const language = LANGUAGE.test(chosen) ? chosen : USUAL_LANGUAGE;
  const { language: name, region } = new Intl.Locale(language).maximize();
  return { language, locale: `${name}-${region ?? 'US'}` };
}

/** Keeps a choice made with `?user=` or `?language=` in a cookie and shows the same page without it. */
export function rememberUserChoice(request: Request, response: Response, next: NextFunction): void {
  const url = new URL(request.originalUrl, 'http://preview');
  const user = findPreviewUser(url.searchParams.get('user'))?.key;
  const language = url.searchParams.get('language') ?? '';
  if (user === undefined && !LANGUAGE.test(language)) {
    next();
    return;
  }
  if (user !== undefined) remember(response, USER_COOKIE, user);
  if (LANGUAGE.test(language)) remember(response, LANGUAGE_COOKIE, language);
  url.searchParams.delete('user');
  url.searchParams.delete('language');
  response.redirect(url.pathname + url.search);
}

function remember(response: Response, name: string, value: string): void {
  response.cookie(name, value, { httpOnly: true, sameSite: 'lax' });
}

function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([each]) => each === name)?.[1];
}
