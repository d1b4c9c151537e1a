import { Router } from 'express';
import type { Org } from '../org.ts';

/** The Metadata API by SOAP, at `/services/Soap`: what the `sf` command line asks. */
export function soapResources(_org: Org): Router {
  return Router({ mergeParams: true });
}
