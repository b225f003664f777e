import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../tools/otobo-test.mjs');

test('without Perl the tests of the OTOBO package are skipped, and the report says so', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otobo-test-'));
  try {
    const file = join(folder, 'report.json');
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT, `--outputFile=${file}`], { env: { PATH: folder }, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^skipped: the OTOBO package/) as unknown });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      numPassedTests: 0,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 0,
      testResults: [{ assertionResults: [{ status: 'pending', fullName: expect.stringContaining('there is no perl') as unknown }] }],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
