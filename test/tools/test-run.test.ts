import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOOLS = join(__dirname, '../../tools');
/** Stands in for npm: ends each script as planned, and leaves the report that jest would leave. */
const FAKE_NPM = `
  const [, , , , script, , ...args] = process.argv;
  const { exit = 0, report } = require('./plan.json')[script] ?? {};
  const file = args.find((arg) => arg.startsWith('--outputFile='))?.slice(13);
  if (file && report) require('fs').writeFileSync(file, JSON.stringify(report));
  process.exit(exit);`;
const SIX_CHECKS = 6;

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'test-run-'));
  await mkdir(join(project, 'tools'));
  await mkdir(join(project, 'node_modules'));
  for (const script of ['test.mjs', 'ensure-installed.mjs']) await cp(join(TOOLS, script), join(project, 'tools', script));
  await writeFile(join(project, 'package.json'), JSON.stringify({ engines: { node: '>=20.19' } }));
  for (const lock of ['package-lock.json', 'node_modules/.package-lock.json']) await writeFile(join(project, lock), '{"packages":{}}');
  await writeFile(join(project, 'npm.cjs'), FAKE_NPM);
});
afterEach(() => rm(project, { recursive: true }));

/** @returns how `npm test` ends when its parts end as planned; the tests in the browser do well unless planned otherwise */
async function run(plan: object): Promise<{ code: number | null; lines: string[] }> {
  await writeFile(join(project, 'plan.json'), JSON.stringify({ 'test:browser': { report: report(0, 0) }, ...plan }));
  return new Promise((resolve) => {
    const env = { ...process.env, npm_execpath: join(project, 'npm.cjs') };
    const child = execFile(process.execPath, ['tools/test.mjs'], { cwd: project, env }, (_error, stdout) =>
      resolve({ code: child.exitCode, lines: stdout.trimEnd().split('\n') }),
    );
  });
}

/** Jest's report of a run. */
function report(passed: number, failed: number, others: { status: string; fullName: string }[] = [], brokenFiles = 0) {
  return {
    numPassedTests: passed,
    numFailedTests: failed,
    numRuntimeErrorTestSuites: brokenFiles,
    testResults: [{ assertionResults: others }],
  };
}

/** The Perl tests, which leave a report of the same form. */
const OTOBO = { 'test:otobo': { report: report(3, 0) } };

describe('npm test', () => {
  test('ends with the number of tests and checks that passed', async () => {
    const { code, lines } = await run({ ...OTOBO, 'test:unit': { report: report(40, 0) }, 'test:engine': { report: report(2, 0) } });
    expect({ code, last: lines.at(-1) }).toEqual({ code: 0, last: `${SIX_CHECKS + 45} passed, 0 failed` });
  });

  test('runs everything although a check fails, names the check and fails', async () => {
    const { code, lines } = await run({
      ...OTOBO,
      lint: { exit: 1 },
      'test:unit': { report: report(40, 0) },
      'test:engine': { report: report(2, 0) },
    });
    expect({ code, last: lines.at(-1) }).toEqual({ code: 1, last: `${SIX_CHECKS - 1 + 45} passed, 1 failed` });
    expect(lines).toContain('failed: npm run lint');
  });

  test('counts failed tests, and test files that cannot even be loaded', async () => {
    const plan = { ...OTOBO, 'test:unit': { exit: 1, report: report(40, 2, [], 1) }, 'test:engine': { report: report(2, 0) } };
    const { code, lines } = await run(plan);
    expect({ code, last: lines.at(-1) }).toEqual({ code: 1, last: `${SIX_CHECKS + 45} passed, 3 failed` });
  });

  test('fails when the tests end without a report, or fail without a failed test', async () => {
    const { code, lines } = await run({ ...OTOBO, 'test:unit': { exit: 1 }, 'test:engine': { exit: 1, report: report(2, 0) } });
    expect({ code, last: lines.at(-1) }).toEqual({ code: 1, last: `${SIX_CHECKS + 5} passed, 2 failed` });
  });

  test('counts the tests in the browser', async () => {
    const plan = { 'test:unit': { report: report(37, 0) }, 'test:engine': { report: report(2, 0) } };
    const { lines } = await run({ ...OTOBO, ...plan, 'test:browser': { exit: 1, report: report(3, 1) } });
    expect(lines.at(-1)).toBe(`${SIX_CHECKS + 45} passed, 1 failed`);
  });

  test('names the tests that were skipped', async () => {
    const skipped = [{ status: 'pending', fullName: 'rooms are painted green' }];
    const { lines } = await run({ ...OTOBO, 'test:unit': { report: report(40, 0, skipped) }, 'test:engine': { report: report(2, 0) } });
    expect(lines).toContain('skipped: rooms are painted green');
    expect(lines.at(-1)).toBe(`${SIX_CHECKS + 45} passed, 0 failed, 1 skipped`);
  });
});
