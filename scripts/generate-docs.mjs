// docs/controls.md, an index with the coverage of the benchmark, and docs/controls/: one page for each of its sections.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coverageTable, sections } from './coverage.mjs';
import { code, row } from './markdown.mjs';

const docs = join(dirname(fileURLToPath(import.meta.url)), '../docs');
const UNDO = {
  yes: 'applying the old text restores Azure',
  partly: 'the old text restores Azure in part',
  no: 'the old text does not restore Azure',
};
const MARK = '<!-- Generated from controls/ by `npm run generate`. Do not edit. -->';

/** Every page of the documentation of the controls, by its name in docs/. */
function pages(loaded) {
  const all = loaded.controls.map((control) => ({ control, facts: loaded.asJson(control) }));
  const pageOf = (id) => {
    const { slug } = sections(loaded).find(({ controls }) => controls.some((control) => control.id === id));
    return `${slug}.md`;
  };

  /** A value of a CDKTF config under the names that Terraform uses. */
  const inTerraform = (value) => {
    if (Array.isArray(value)) return value.map(inTerraform);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [loaded.terraformName(name), inTerraform(inner)]),
    );
  };

  /** One line for each leaf of a `want`. */
  const leaves = (want, writes) =>
    loaded.wanted(want).map(({ path, expectation: { accept, set, ask, verbatim } }) => {
      const asked = ask ? `; asks ${code(ask.parameter)}` : '';
      const written =
        writes && set !== undefined
          ? `; a fix writes ${code(loaded.valueText(verbatim ? set : inTerraform(set)))}`
          : '';
      return `  - ${code(path.join('.'))}: expected ${loaded.expectedText(accept)}${writes ? written + asked : ''}`;
    });

  function checked(control, writes) {
    const lines = [];
    if (control.inspect) lines.push('- Checked by a function, because data cannot say it: what the title says.');
    if (control.want) lines.push('- Checked:', ...leaves(control.want, writes));
    for (const [i, companion] of (control.companions ?? []).entries()) {
      const { resource, refersBy, suffix, where, optional, want, add } = companion;
      const start = control.want || i > 0 ? '- Or' : optional ? '- Checked, if there is one:' : '- Checked:';
      const id = suffix ? `, with ${code(suffix)} behind its id` : '';
      const beside = (add?.beside ?? []).map((each) => ` and an ${code(each.resource)}`).join('');
      const added = add && writes ? `; a fix adds one${beside} where none is there` : '';
      const wants = [...(where ? leaves(where, false) : []), ...leaves(want, writes)];
      const end = wants.length ? ':' : '.';
      lines.push(`${start} an ${code(resource)} that refers to it by ${code(refersBy)}${id}${added}${end}`, ...wants);
    }
    return lines;
  }

  /** The part of a page about one control. */
  function section({ control, facts }) {
    const { fix, manual } = control;
    const writes = Boolean(fix) && !fix.advice;
    const numbers = facts.cis.length ? `CIS ${facts.cis.join(', ')}` : 'not in CIS 3.0.0';
    const lines = [
      `## ${control.id}`,
      '',
      `**${control.title}.** ${numbers}, ${control.onRequest ? 'on request' : `level ${control.level}`}, ${control.severity}.`,
    ];
    const about = control.resources.length
      ? `Resources: ${control.resources.map(code).join(', ')}`
      : `Of the ${control.scope}`;
    lines.push('', control.why, '', `- ${about}`);
    if (control.when) lines.push('- Applies where:', ...leaves(control.when, false));
    if (control.about)
      lines.push('- Whether it applies is told by a function: by the resource itself or by what stands around it.');
    lines.push(...checked(control, writes));
    if (control.onRequest) lines.push(`- Only on request: ${control.onRequest}`);
    if (control.retired) lines.push(`- Of the past: ${control.retired}`);
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
      if (fix.with) lines.push(`- Comes along: ${fix.with.map((id) => `[${id}](${pageOf(id)}#${id})`).join(', ')}`);
      if (fix.cost) lines.push(`- Cost: ${fix.cost}`);
      lines.push(`- Undo: ${UNDO[fix.restores]}`);
    }
    if (writes && facts.parameters.length) {
      lines.push('- Questions:');
      for (const name of facts.parameters) lines.push(`  - ${code(name)}: ${loaded.parameters().get(name).question}`);
    }
    const aliases = Object.entries(control.aliases).flatMap(([scanner, rules]) =>
      rules.map((alias) => row(scanner, code(loaded.ruleOf(alias)), alias.differs ?? '')),
    );
    if (aliases.length) lines.push('', '| Known as | Rule | Differs |', '| --- | --- | --- |', ...aliases);
    return [...lines, ''];
  }

  const page = ({ title, controls }) => {
    const own = all.filter(({ control }) => controls.includes(control));
    return [MARK, `# ${title}`, '', ...table(own, ''), '', ...own.flatMap(section)];
  };
  const table = (rows, folder) => [
    '| CIS | Level | Control | Impact | Fixable | Title |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ control, facts }) =>
      row(
        facts.cis.join(', '),
        control.onRequest ? '-' : control.level,
        `[${control.id}](${folder ? folder + pageOf(control.id) : ''}#${control.id})`,
        facts.impact ?? '',
        facts.fixable,
        control.title,
      ),
    ),
  ];
  const at = (level) => all.filter(({ control }) => control.level === level && !control.onRequest).length;
  const onRequest = all.filter(({ control }) => control.onRequest).length;
  const index = [
    MARK,
    '# Controls',
    '',
    `${all.length} controls: ${at(1)} of level 1, ${at(2)} of level 2, ${onRequest} on request. CIS numbers are those of the CIS Microsoft Azure`,
    'Foundations Benchmark 3.0.0; `plumbline controls --benchmark 5.0` lists by another version. Titles and reasons are our',
    'own words.',
    '',
    ...coverageTable(loaded, 'controls/'),
    '',
    'On request are choices of SKU, region or cost, and what clients must be ready for: no level asks for them. They are judged',
    'where a scanner reports them, or `--only` or `on` in the profile names them; what costs only then.',
    '',
    'A check also accepts what is not written, where the default of the azurerm version in use passes.',
    'Three answers are possible: yes, no, cannot tell.',
    '',
    'Fixable says what `plumbline plan` does: `yes`, it writes a change; `with an answer`, it asks something where the code',
    'does not answer; `with --allow …`, only when asked by name; `no: advice`, it says what to do; `no: manual`, a person',
    'sees to it and keeps the evidence.',
    '',
    ...table(all, 'controls/'),
  ];
  const text = (lines) => `${lines.join('\n').trimEnd()}\n`;
  return new Map([
    ['controls.md', text(index)],
    ...sections(loaded).map((each) => [`controls/${each.slug}.md`, text(page(each))]),
  ]);
}

/** Writes the pages or, with `check`, compares them. Returns the exit code. */
export function generateDocs(loaded, check) {
  const made = pages(loaded);
  const folder = join(docs, 'controls');
  const stale = existsSync(folder) ? readdirSync(folder).filter((name) => !made.has(`controls/${name}`)) : [];
  const differing = [...made].filter(([name, text]) => {
    const path = join(docs, name);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  if (check) {
    const names = [...differing.map(([name]) => name), ...stale.map((name) => `controls/${name}`)];
    if (names.length) console.error(`docs/ is not what the controls say (${names.join(', ')}): run npm run generate`);
    return names.length ? 1 : 0;
  }
  mkdirSync(folder, { recursive: true });
  for (const name of stale) rmSync(join(folder, name));
  for (const [name, text] of differing) writeFileSync(join(docs, name), text);
  return 0;
}
