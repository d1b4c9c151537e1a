import { type RequestHandler, Router } from 'express';
import type { Org } from '../../org.ts';
import { describeObject, describeObjectShort } from '../describe/describe-object.ts';
import { serve } from '../http/allowed-methods.ts';
import type { RecentItems } from '../recent-items.ts';
import { recentRecords } from '../recent-resources.ts';
import { ok, pathObject, resource, type RestAnswer, type RestCall } from '../resource.ts';
import { deletedRecords, updatedRecords } from './changed-records.ts';
import { isUnchanged } from './preconditions.ts';
import { deleteByExternalId, readByExternalId, upsertByExternalId } from './record-by-external-id.ts';
import { RecordsById } from './record-by-id.ts';
import { deleteRelated, isRelationshipPath, readRelated, updateRelated } from './related-records.ts';

/** `sobjects`: describes, and records one at a time: by id, by external id, along relationships. */
export function sobjectResources(org: Org, recent: RecentItems): Router {
  const router = Router({ mergeParams: true });
  const records = new RecordsById(recent);
  const answer = (work: (call: RestCall) => RestAnswer) => resource(org, work);
  const unlessRelated = (byKey: Work, related: Work): RequestHandler =>
    answer((call) => (isRelationshipPath(call) ? related(call) : byKey(call)));
  const describes = new Describes(org);

  serve(router, '/', { get: answer((call) => describes.answer(call, listObjects)) });
  serve(router, '/:object', {
    get: answer((call) => basicInformation(call, recent)),
    post: answer((call) => records.create(call))
  });
  serve(router, '/:object/describe', { get: answer((call) => describes.answer(call, describe)) });
  serve(router, '/:object/deleted', { get: answer(deletedRecords) });
  serve(router, '/:object/updated', { get: answer(updatedRecords) });
  serve(router, '/:object/:id', {
    get: answer((call) => records.read(call)),
    patch: answer((call) => records.update(call)),
    delete: answer((call) => records.delete(call)),
    post: answer((call) => records.create(call)) // `sobjects/X/Id`: an upsert by no id
  });
  serve(router, '/:object/:field/:value', {
    get: unlessRelated(readByExternalId, readRelated),
    patch: unlessRelated(upsertByExternalId, updateRelated),
    delete: unlessRelated(deleteByExternalId, deleteRelated)
  });
  return router;
}

type Work = (call: RestCall) => RestAnswer;

/** Answers describes, which change with the schema: when the org started, and whenever it was deployed to. */
class Describes {
  readonly #org: Org;
  #version: number;
  #changedAt: Date;

  constructor(org: Org) {
    this.#org = org;
    this.#version = org.schema.version;
    this.#changedAt = org.clock.now();
  }

  answer(call: RestCall, work: Work): RestAnswer {
    if (this.#version !== this.#org.schema.version) {
      this.#version = this.#org.schema.version;
      this.#changedAt = this.#org.clock.now();
    }
    if (isUnchanged(call.request, this.#changedAt)) return { status: 304 };
    return { ...work(call), headers: { 'Last-Modified': this.#changedAt.toUTCString() } };
  }
}

function listObjects({ org: { schema }, access, version }: RestCall): RestAnswer {
  const visible = schema.objects.filter((object) => access.can('read', object));
  const sobjects = visible.map((object) => describeObjectShort(version, object, access));
  return ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

function basicInformation(call: RestCall, recent: RecentItems): RestAnswer {
  const object = pathObject(call);
  return ok({
    objectDescribe: describeObjectShort(call.version, object, call.access),
    recentItems: recentRecords(call, recent, object)
  });
}

function describe(call: RestCall): RestAnswer {
  return ok(describeObject(call, pathObject(call)));
}
