import { packageApp } from '../../tools/package';

/** Before the engine tests: what they load is the package, built from the tree as it is. */
export default async function buildPackage(): Promise<void> {
  await packageApp();
}
