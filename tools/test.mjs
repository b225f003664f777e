// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

/**
 * `npm test`: every static check, the package, then all tests. Everything runs even when something before it failed; the last
 * line is `N passed, N failed`, where each static check counts as one test.
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CHECKS = ['lint', 'format:check', 'typecheck', 'unused', 'package', 'package:otobo'];
const SUITES = ['test:unit', 'test:engine', 'test:browser', 'test:otobo'];

/**
 * @param {string} script of package.json
 * @param {string[]} args handed on to it
 * @returns {boolean} whether it succeeded
 */
function npmRun(script, args = []) {
  console.log(`\n--- npm run ${script}`);
  const npm = process.env['npm_execpath'];
  const all = ['run', '--silent', script, '--', ...args];
  const options = /** @type {const} */ ({ cwd: ROOT, stdio: 'inherit', shell: !npm && process.platform === 'win32' });
  return spawnSync(npm ? process.execPath : 'npm', npm ? [npm, ...all] : all, options).status === 0;
}

/**
 * @param {string} script
 * @param {string} folder for jest's report
 * @returns {{passed: number, failed: number, skipped: string[]}} counted from jest's own report
 */
function runSuite(script, folder) {
  const report = join(folder, `${script.replace(':', '-')}.json`);
  const succeeded = npmRun(script, ['--json', `--outputFile=${report}`]);
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.error(`${script} ended without a report.`);
    return { passed: 0, failed: 1, skipped: [] };
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  /** @type {{status: string, fullName: string}[]} */
  const tests = result.testResults.flatMap((/** @type {{assertionResults: object[]}} */ file) => file.assertionResults);
  const skipped = tests.filter(({ status }) => status === 'pending' || status === 'todo').map(({ fullName }) => fullName);
  return { passed: result.numPassedTests, failed: succeeded ? failed : Math.max(failed, 1), skipped };
}

const folder = mkdtempSync(join(tmpdir(), 'otobo-test-'));
try {
  ensureInstalled();
  const checks = CHECKS.map((name) => ({ name, succeeded: npmRun(name) }));
  const suites = SUITES.map((script) => runSuite(script, folder));

  const failedChecks = checks.filter(({ succeeded }) => !succeeded).map(({ name }) => name);
  const passed = checks.length - failedChecks.length + suites.reduce((sum, suite) => sum + suite.passed, 0);
  const failed = failedChecks.length + suites.reduce((sum, suite) => sum + suite.failed, 0);
  const skipped = suites.flatMap((suite) => suite.skipped);

  console.log('');
  for (const name of failedChecks) console.log(`failed: npm run ${name}`);
  for (const name of skipped) console.log(`skipped: ${name}`);
  console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
