import { Router } from 'express';
import type { Org } from '../org.ts';
import { serve } from './http/allowed-methods.ts';
import { ok, resource, type RestCall } from './resource.ts';

/** The kinds of custom actions that a package here can bring. */
const customKinds = ['flow'];

/** Standard actions that flows here can run, by name and label (Actions Developer Guide). */
const standardActions = [
  ['emailSimple', 'Send Email'],
  ['externalService', 'External Service']
] as const;

/** `actions`, `actions/standard` and `actions/custom`: what could be invoked. */
export function actionLists(org: Org): Router {
  const router = Router({ mergeParams: true });
  const path = ({ version }: RestCall) => `/services/data/${version}/actions`;
  serve(router, '/', {
    get: resource(org, (call) => ok({ standard: `${path(call)}/standard`, custom: `${path(call)}/custom` }))
  });
  serve(router, '/custom', {
    get: resource(org, (call) =>
      ok(Object.fromEntries(customKinds.map((kind) => [kind, `${path(call)}/custom/${kind}`])))
    )
  });
  serve(router, '/standard', {
    get: resource(org, (call) =>
      ok({
        actions: standardActions.map(([name, label]) => ({
          label,
          name,
          type: name.toUpperCase(),
          url: `${path(call)}/standard/${name}`
        }))
      })
    )
  });
  return router;
}
