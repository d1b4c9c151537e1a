import { Router } from 'express';
import { notSupported } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';

/** `/flow-traces`: what each flow run did. */
export function flowTraceControl(_org: Org): Router {
  const router = Router();
  router.use(() => {
    throw notSupported('flow traces yet');
  });
  return router;
}
