import { z } from 'zod';

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const names = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (typeof given === 'string' ? [given] : given));

/** Options of a deployment, as JSON or as XML writes them (Metadata API Developer Guide, "deploy()"). */
export const deployOptionsSchema = z.looseObject({
  allowMissingFiles: flag.default(false),
  autoUpdatePackage: flag.default(false),
  checkOnly: flag.default(false),
  ignoreWarnings: flag.default(false),
  performRetrieve: flag.default(false),
  purgeOnDelete: flag.default(false),
  rollbackOnError: flag.default(true),
  runTests: names.default([]),
  singlePackage: flag.default(true),
  testLevel: z
    .enum(['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg', 'RunRelevantTests'])
    .default('NoTestRun')
});

/** Options of a deployment. The local org has no Apex, so that test levels run no tests. */
export type DeployOptions = z.infer<typeof deployOptionsSchema>;
