// Everything that is derived: the provider facts, the list of fixable rules, docs/controls.md, the output in README.md.
//   npm run generate            writes
//   npm run generate -- --check compares, exit code 1 on a difference
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generateFacts } from './generate-facts.mjs';
import { generateReadme } from './generate-readme.mjs';
import { generateRules } from './generate-rules.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(repository, 'docs/controls.md');

/** The controls as they are written now, not as they were built last. */
async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-generate-'));
  const outfile = join(folder, 'controls.cjs');
  const contents = `
    export { controls } from './controls/index';
    export { expectedText } from './controls/accept';
    export { wanted } from './controls/reading';
    export { ruleOf } from './controls/control';
    export { terraformName } from './controls/provider/names';
    export { valueText } from './controls/value';
    export { asJson } from './remediations/cli/controls';
    export { parameters } from './remediations/profile';`;
  const stdin = { contents, resolveDir: repository, loader: 'ts' };
  try {
    await build({
      stdin,
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const code = (text) => `\`${text}\``;
const cell = (text) => String(text).replaceAll('|', '\\|');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const UNDO = {
  yes: 'applying the old text restores Azure',
  partly: 'the old text restores Azure in part',
  no: 'the old text does not restore Azure',
};

/** docs/controls.md as text. */
async function controlsText() {
  const { controls, asJson, wanted, expectedText, ruleOf, parameters, terraformName, valueText } = await load();
  const all = controls.map((control) => ({ control, facts: asJson(control) }));
  const count = (test) => all.filter(test).length;
  const at = (level) => count(({ control }) => control.level === level);

  /** A value of a CDKTF config under the names that Terraform uses. */
  const inTerraform = (value) => {
    if (Array.isArray(value)) return value.map(inTerraform);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [terraformName(name), inTerraform(inner)]));
  };

  /** One line for each leaf of a `want`. */
  const leaves = (want, writes) =>
    wanted(want).map(({ path, expectation: { accept, set, ask, verbatim } }) => {
      const asked = ask ? `; asks ${code(ask.parameter)}` : '';
      const written =
        writes && set !== undefined ? `; a fix writes ${code(valueText(verbatim ? set : inTerraform(set)))}` : '';
      return `  - ${code(path.join('.'))}: expected ${expectedText(accept)}${writes ? written + asked : ''}`;
    });

  function checked(control, writes) {
    const lines = [];
    if (control.inspect) lines.push('- Checked by a function, because data cannot say it: what the title says.');
    if (control.want) lines.push('- Checked:', ...leaves(control.want, writes));
    for (const [i, companion] of (control.companions ?? []).entries()) {
      const { resource, refersBy, suffix, where, optional, want, add } = companion;
      const start = control.want || i > 0 ? '- Or' : optional ? '- Checked, if there is one:' : '- Checked:';
      const id = suffix ? `, with ${code(suffix)} behind its id` : '';
      const added = add && writes ? '; a fix adds one where none is there' : '';
      const wants = [...(where ? leaves(where, false) : []), ...leaves(want, writes)];
      const end = wants.length ? ':' : '.';
      lines.push(`${start} an ${code(resource)} that refers to it by ${code(refersBy)}${id}${added}${end}`, ...wants);
    }
    return lines;
  }

  function section({ control, facts }) {
    const { fix, manual } = control;
    const writes = Boolean(fix) && !fix.advice;
    const numbers = facts.cis.length ? `CIS ${facts.cis.join(', ')}` : 'not in CIS 3.0.0';
    const lines = [
      `## ${control.id}`,
      '',
      `**${control.title}.** ${numbers}, level ${control.level}, ${control.severity}.`,
    ];
    const about = control.resources.length
      ? `Resources: ${control.resources.map(code).join(', ')}`
      : `Of the ${control.scope}`;
    lines.push('', control.why, '', `- ${about}`);
    if (control.when) lines.push('- Applies where:', ...leaves(control.when, false));
    if (control.about) lines.push('- Whether it applies is told by a function: by what stands around the resource.');
    lines.push(...checked(control, writes));
    if (manual)
      lines.push(
        `- No tool does it: ${manual.why}`,
        `- To do: ${manual.steps}`,
        `- Evidence: ${manual.evidence}`,
        `- Every: ${manual.every}`,
        ...(manual.property ? [`- Readable by a program: ${manual.property}`] : []),
      );
    if (fix) {
      lines.push(`- Fixable: ${facts.fixable}`, `- Impact of the fix: ${facts.impact}`, '- Consequences:');
      lines.push(...fix.consequences.map((each) => `  - ${each}`));
      if (fix.advice) lines.push(`- To do: ${fix.advice}`);
      if (fix.with) lines.push(`- Comes along: ${fix.with.map((id) => `[${id}](#${id})`).join(', ')}`);
      if (fix.cost) lines.push(`- Cost: ${fix.cost}`);
      lines.push(`- Undo: ${UNDO[fix.restores]}`);
    }
    if (writes && facts.parameters.length) {
      lines.push('- Questions:');
      for (const name of facts.parameters) lines.push(`  - ${code(name)}: ${parameters().get(name).question}`);
    }
    const aliases = Object.entries(control.aliases).flatMap(([scanner, rules]) =>
      rules.map((alias) => row(scanner, code(ruleOf(alias)), alias.differs ?? '')),
    );
    if (aliases.length) lines.push('', '| Known as | Rule | Differs |', '| --- | --- | --- |', ...aliases);
    return [...lines, ''];
  }

  return [
    '<!-- Generated from controls/ by `npm run generate`. Do not edit. -->',
    '# Controls',
    '',
    `${all.length} controls: ${at(1)} of level 1, ${at(2)} of level 2. ` +
      `${count(({ control }) => control.manual)} are manual: they say what a person does, and nothing is checked.`,
    'CIS numbers are those of the CIS Microsoft Azure Foundations Benchmark 3.0.0. Titles and reasons are our own words.',
    '',
    'A check also accepts what is not written, where the default of the azurerm version in use passes.',
    'Three answers are possible: yes, no, cannot tell.',
    '',
    'Fixable says what `plumbline plan` does: `yes`, it writes a change; `with an answer`, it asks something where the code',
    'does not answer; `with --allow …`, only when asked by name; `no: advice`, it says what to do; `no: manual`.',
    '',
    '| CIS | Level | Control | Impact | Fixable | Title |',
    '| --- | --- | --- | --- | --- | --- |',
    ...all.map(({ control, facts }) =>
      row(
        facts.cis.join(', '),
        control.level,
        `[${control.id}](#${control.id})`,
        facts.impact ?? '',
        facts.fixable,
        control.title,
      ),
    ),
    '',
    ...all.flatMap(section),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

/** Writes or, with `--check`, compares docs/controls.md. Returns the exit code. */
async function generateDocs(check) {
  const text = await controlsText();
  if (!check) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('docs/controls.md is not what the controls say: run npm run generate');
    return 1;
  }
  return 0;
}

const check = process.argv.includes('--check');
const flags = check ? ['--check'] : [];
/** The sources of the facts are large and not part of this repository; without them the committed file stays. */
function facts() {
  try {
    return generateFacts(flags);
  } catch (error) {
    console.log(error.message);
    return 0;
  }
}
process.exitCode = Math.max(facts(), generateRules(flags), await generateDocs(check), await generateReadme(flags));
