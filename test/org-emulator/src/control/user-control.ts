import { Router } from 'express';
import type { Org } from '../org.ts';

/** `/users`: who may log in. */
export function userControl(org: Org): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    const object = org.schema.object('User');
    const users = object ? org.database.table(object).all() : [];
    response.json(
      users.map(({ Id, Username, Name, IsActive }) => ({
        id: Id,
        username: Username,
        name: Name,
        active: IsActive
      }))
    );
  });
  return router;
}
