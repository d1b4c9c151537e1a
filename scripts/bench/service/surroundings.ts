import type { SageCompany } from '../../../test/sage-company/src/index.ts';
import type { SigningKeyFiles } from '../../demo/signing-keys.ts';

/** What every part of the benchmark needs. */
export interface Surroundings {
  readonly sage: SageCompany;
  readonly signing: SigningKeyFiles;
  /** For logs and stores; removed at the end. */
  readonly directory: string;
  /** Seed of all random choices. */
  readonly seed: number;
  readonly say: (line: string) => void;
}
