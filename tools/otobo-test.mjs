// @ts-check
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run test:otobo`: the tests of the OTOBO package, with Perl and nothing else. Where there is no Perl they are skipped.
 *
 * `--outputFile=<path>` writes a report in the form of jest's, as far as `npm test` reads it.
 */

const ALL_TESTS = fileURLToPath(new URL('../otobo/t/all.pl', import.meta.url));
/** Modules that come with Perl; some systems install Perl without them. */
const NEEDED = ['Test::More', 'TAP::Harness', 'JSON::PP', 'CPAN::Meta::YAML'];

/**
 * @param {number} passed
 * @param {number} failed
 * @param {number} broken files that ended before their last test
 * @param {string[]} skipped what was not run
 */
function report(passed, failed, broken, skipped) {
  const file = process.argv.find((argument) => argument.startsWith('--outputFile='))?.slice('--outputFile='.length);
  if (!file) return;
  const assertionResults = skipped.map((fullName) => ({ status: 'pending', fullName }));
  const counts = { numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: broken };
  writeFileSync(file, JSON.stringify({ ...counts, testResults: [{ assertionResults }] }));
}

const perl = spawnSync('perl', [...NEEDED.map((module) => `-M${module}`), '-e', '1']);
if (perl.error || perl.status !== 0) {
  const reason = `the OTOBO package, because there is no perl with ${NEEDED.join(', ')}`;
  console.log(`skipped: ${reason}`);
  report(0, 0, 0, [reason]);
} else {
  const { stdout, status } = spawnSync('perl', [ALL_TESTS], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  console.log(stdout.trimEnd());
  const [, passed, failed, broken] = /(\d+) passed, (\d+) failed, (\d+) broken\s*$/.exec(stdout) ?? [];
  report(Number(passed ?? 0), Number(failed ?? 0), Number(broken ?? 1), []);
  process.exitCode = status === 0 ? 0 : 1;
}
