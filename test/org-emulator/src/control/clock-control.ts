import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Org } from '../org.ts';
import { readBody } from '../rest/resource.ts';

const stopBody = z.strictObject({ at: z.iso.datetime().optional() });
const advanceBody = z.strictObject({ milliseconds: z.int().positive() });

/** `/clock`: the org's time, read, stopped, moved on, and set going again. */
export function clockControl(org: Org): Router {
  const { clock } = org;
  const router = Router();
  const tell = (response: Response) => response.json({ now: clock.now().toISOString() });
  router.get('/', (_request, response) => void tell(response));
  router.post('/stop', (request, response) => {
    clock.stopAt(readBody(request, stopBody).at ?? clock.now().toISOString());
    tell(response);
  });
  router.post('/advance', (request, response) => {
    clock.advance(readBody(request, advanceBody).milliseconds);
    tell(response);
  });
  router.post('/run', (_request, response) => {
    clock.run();
    tell(response);
  });
  return router;
}
