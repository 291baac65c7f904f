// What README.md and docs/formats.md derive: the output of `npm run demo`, shortened, a part of its patch, the coverage and the
// formats.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommand } from './bundle.mjs';
import { coverageTable } from './coverage.mjs';
import { demoArguments } from './demo.mjs';
import { between } from './markdown.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const readme = join(repository, 'README.md');
const ROWS = 5;

/** README.md with its generated blocks made anew from the code as it is. */
async function readmeText(loaded) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-readme-'));
  try {
    const command = await bundleCommand(folder);
    // What is printed depends on the name of the folder that is written to: it is that of the demo.
    symlinkSync(join(repository, 'examples'), join(folder, 'examples'));
    const printed = execFileSync(process.execPath, [command, ...demoArguments], { cwd: folder, encoding: 'utf8' });
    const patch = readFileSync(join(folder, 'plumbline-out/changes.patch'), 'utf8');
    const text = readFileSync(readme, 'utf8');
    const demo = `$ npm ci && npm run demo\n$ plumbline ${demoArguments.join(' ')}\n\n${shortened(printed)}`;
    const shown = block(text, 'console', '$ npm ci && npm run demo', demo);
    const patched = block(shown, 'diff', 'diff --git', filesOf(patch, ['network.tf', 'variables.tf']));
    const covered = between(patched, 'coverage', coverageTable(loaded, 'docs/controls/').join('\n'));
    const count = `Reports of [${loaded.formats.length} formats]`;
    return covered.replace(/Reports of \[\d+ formats\]/, count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One row for each format of reports. */
const formatsTable = (formats) =>
  [
    '| Report | `--format` | Told by |',
    '| --- | --- | --- |',
    ...formats.map(({ name, title, shape }) => `| ${title} | \`${name}\` | ${shape} |`),
  ].join('\n');

/** Tables keep their first rows. */
function shortened(printed) {
  return printed
    .trimEnd()
    .split('\n\n')
    .map((part) => {
      const lines = part.split('\n');
      return lines.length <= ROWS + 3 ? part : [...lines.slice(0, ROWS + 2), '…'].join('\n');
    })
    .join('\n\n');
}

const filesOf = (patch, names) =>
  patch
    .split(/^(?=diff --git )/m)
    .filter((file) => names.some((name) => file.includes(` b/${name}\n`)))
    .join('')
    .trimEnd();

/** Replaces the fenced block of a language whose first line starts so, or the marker of one that was never filled. */
function block(text, language, first, content) {
  const fence = `\`\`\`${language}\n`;
  const start = text.indexOf(fence + first);
  if (start < 0) throw new Error(`README.md has no ${language} block that starts with ${first}`);
  const end = text.indexOf('\n```', start + fence.length);
  return text.slice(0, start) + fence + content + text.slice(end);
}

const formatsPage = join(repository, 'docs/formats.md');
const formatsText = ({ formats }) => between(readFileSync(formatsPage, 'utf8'), 'formats', formatsTable(formats));

/** Writes both pages, or with `--check` compares them. Returns the exit code. */
export async function generateReadme(loaded, args) {
  const pages = [
    [readme, await readmeText(loaded)],
    [formatsPage, formatsText(loaded)],
  ];
  let code = 0;
  for (const [path, text] of pages)
    if (!args.includes('--check')) writeFileSync(path, text);
    else if (readFileSync(path, 'utf8') !== text) {
      console.error(`${relative(repository, path)} shows what is no longer real: npm run generate`);
      code = 1;
    }
  return code;
}
