import type { PackageMetadata } from './metadata/package-metadata.ts';
import { buildModel, type ModelSetting, type OrgModel } from './org-model.ts';
import { Schema } from './schema/schema.ts';

/** The model that is in place in an org, and how another takes its place. */
export class DeployedModel {
  /** Stays the same object, whatever is deployed. */
  readonly schema: Schema;
  readonly #setting: ModelSetting;
  readonly #first: OrgModel;
  readonly #listeners: ((model: OrgModel) => void)[] = [];
  #current: OrgModel;

  /** Throws MetadataLoadError with every problem. */
  constructor(metadata: PackageMetadata, setting: ModelSetting) {
    this.#setting = setting;
    this.#first = buildModel(metadata, setting);
    this.#current = this.#first;
    this.schema = new Schema(this.#first.schema.objects);
  }

  get current(): OrgModel {
    return this.#current;
  }

  /** Calls `listener` with each model that takes the place of another, in the order in which they asked. */
  onAdopted(listener: (model: OrgModel) => void): void {
    this.#listeners.push(listener);
  }

  /** Throws MetadataLoadError, and changes nothing either way. */
  check(metadata: PackageMetadata): void {
    buildModel(metadata, this.#setting, this.schema);
  }

  /** Throws MetadataLoadError, and changes nothing then. */
  deploy(metadata: PackageMetadata): void {
    this.#adopt(buildModel(metadata, this.#setting, this.schema));
  }

  /** Puts back what the org began with. */
  reset(): void {
    if (this.#current !== this.#first) this.#adopt(this.#first);
  }

  #adopt(next: OrgModel): void {
    this.#current = next;
    this.schema.become(next.schema);
    for (const listener of this.#listeners) listener(next);
  }
}
