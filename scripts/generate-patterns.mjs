// docs/patterns.md: what each pattern asks of its owner, read from its source, and what Checkov still reports and why.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { code, row } from './markdown.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../constructs/patterns');
const target = join(here, '../docs/patterns.md');

const textOf = (node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => (typeof comment === 'string' ? comment.replaceAll(/\s+/g, ' ') : ''))
    .join(' ')
    .trim();
const defaultOf = (node) => ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'default')?.comment;
const kept = (node, test) => node.statements.filter(test);

/** Interfaces of a file by name, with their properties. */
function interfacesOf(source) {
  return Object.fromEntries(
    kept(source, ts.isInterfaceDeclaration).map((each) => [
      each.name.text,
      {
        parents: (each.heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => expression.text)),
        properties: each.members.map((member) => ({
          name: member.name.text,
          required: !member.questionToken,
          text: textOf(member),
          standard: defaultOf(member),
        })),
      },
    ]),
  );
}

const parse = (name) =>
  ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2022, true);

/** The whole page. */
export function patternsText() {
  const shared = interfacesOf(parse('parts.ts'));
  const sections = readdirSync(folder)
    .filter((name) => name !== 'parts.ts')
    .sort()
    .flatMap((name) => {
      const source = parse(name);
      const [pattern] = kept(source, ts.isClassDeclaration);
      const own = interfacesOf(source);
      const all = (id) => {
        const { parents = [], properties = [] } = own[id] ?? shared[id] ?? {};
        return [...parents.flatMap(all), ...properties];
      };
      const properties = all(`${pattern.name.text}Config`);
      return [
        `## ${pattern.name.text}`,
        '',
        textOf(pattern),
        '',
        `\`import { ${pattern.name.text} } from 'azure-plumbline/constructs/patterns/${name.replace('.ts', '')}';\``,
        '',
        '| Property | | |',
        '| --- | --- | --- |',
        ...properties.map(({ name: property, required, text, standard }) =>
          row(
            code(property),
            required ? 'required' : 'optional',
            [text, standard && `Default: ${standard.replace(/^- /, '')}`].filter(Boolean).join(' '),
          ),
        ),
        '',
      ];
    });
  const failures = JSON.parse(readFileSync(join(here, 'pattern-failures.json'), 'utf8'));
  return [
    '<!-- Generated from constructs/patterns/ by `npm run generate`. Do not edit. -->',
    '# Patterns',
    '',
    'Several resources that belong together, at level 2 from the start. What only the owner knows is a required property; what',
    'costs money says so. The main resource keeps the address that it would have without the pattern.',
    '',
    ...sections,
    '## What Checkov still reports',
    '',
    '`npm run patterns` runs Checkov on the synthesized JSON of [all patterns](../stacks/workload.ts) and of the',
    '[subscription baseline](../stacks/subscription-baseline.ts). These checks fail, and no others:',
    '',
    '| Check | Why it is left |',
    '| --- | --- |',
    ...Object.entries(failures).map(([rule, why]) => row(code(rule), why)),
    '',
  ].join('\n');
}

/** Writes the page or, with `check`, compares it. Returns the exit code. */
export function generatePatterns(check) {
  const text = patternsText();
  if (!check) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('docs/patterns.md is not what the patterns say: run npm run generate');
    return 1;
  }
  return 0;
}
