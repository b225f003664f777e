// @ts-check
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

/**
 * `npm start`: installs what is missing, packages the app, runs the playground.
 *
 * @param {string} script a TypeScript file of the project
 * @returns {Promise<number>} its exit code
 */
function run(script) {
  const root = new URL('../', import.meta.url);
  const tsx = fileURLToPath(new URL('node_modules/tsx/dist/cli.mjs', root));
  const child = spawn(process.execPath, [tsx, script], { cwd: fileURLToPath(root), stdio: 'inherit' });
  // Ctrl-C reaches the whole group by itself; this process then only waits. A kill reaches nobody else.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

try {
  ensureInstalled();
  process.exitCode = (await run('tools/package.ts')) || (await run('playground/start.ts'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
