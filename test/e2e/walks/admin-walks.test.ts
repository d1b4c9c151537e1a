import { afterAll, beforeAll } from 'vitest';
import { AdminPages } from '../support/admin-pages.ts';
import { failuresWalk } from './failures-walk.ts';
import { firstLoadWalk } from './first-load-walk.ts';
import { mappingWalk } from './mapping-walk.ts';

let pages: AdminPages;

beforeAll(async () => {
  pages = await AdminPages.start();
});
afterAll(() => pages.close());

// In this order: each leaves the demo as the next one finds it.
firstLoadWalk(() => pages);
mappingWalk(() => pages);
failuresWalk(() => pages);
