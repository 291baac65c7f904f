// npm runs this after an install in a checkout, and where a package is made of a repository, as pre-commit does: `npm install
// --global` of one asks npm for no development packages, so that they have to be fetched here.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isThere = existsSync('node_modules/esbuild');
if (!isThere && process.env.npm_config_global === 'true') {
  // Without what npm was told for the package as a whole: above all, to install globally.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { env, stdio: 'inherit' });
}
if (existsSync('node_modules/esbuild')) await import('./build.mjs');
