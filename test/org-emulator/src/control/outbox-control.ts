import { Router } from 'express';
import type { Org } from '../org.ts';
import { outboxPage } from './outbox-page.ts';

/** `/outbox`: the mails that flows sent, as JSON, and as a page for people who ask for HTML. */
export function outboxControl({ outbox }: Org): Router {
  const router = Router();
  router.get('/', (request, response) => {
    if (request.accepts(['json', 'html']) === 'html') response.type('html').send(outboxPage(outbox.mails));
    else response.json(outbox.mails);
  });
  router.delete('/', (_request, response) => {
    outbox.clear();
    response.status(204).end();
  });
  return router;
}
