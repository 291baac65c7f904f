// The tables of docs/guardrails.md: by what Azure Policy holds each control, and why not the others.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { between, code, row } from './markdown.mjs';

const page = join(dirname(fileURLToPath(import.meta.url)), '../docs/guardrails.md');

function tables({ guardrails, controls, cisNumbers }) {
  const byId = new Map(controls.map((control) => [control.id, control]));
  const requested = new Set(controls.filter(({ onRequest }) => onRequest).map(({ id }) => id));
  const strict = guardrails({ level: 2, effect: 'deny', on: requested });
  const held = strict.initiatives.flatMap(({ references }) => references);
  const numbers = (id) => cisNumbers(byId.get(id)).join(', ') || '–';
  const ofBenchmark = (ids) => new Set(ids.flatMap((id) => cisNumbers(byId.get(id)))).size;
  const ids = [...new Set(held.map(({ control }) => control))];
  const strictest = (own) => [...new Set(own.map(({ effect }) => effect))].sort().join(', ');
  const heldRows = ids.map((id) => {
    const own = held.filter(({ control }) => control === id);
    const by = own.map(({ definition }) => ('builtIn' in definition ? definition.name : 'ours'));
    const differs = [...new Set(own.flatMap((each) => each.differs ?? []))].join(' ');
    return row(numbers(id), code(id), strictest(own), [...new Set(by)].join('; '), differs);
  });
  const leftRows = strict.unguarded
    .filter(({ control }) => !byId.get(control).manual)
    .map(({ control, why }) => row(numbers(control), code(control), why));
  return [
    `${ids.length} controls, with ${ofBenchmark(ids)} of the 159 recommendations of the benchmark among them, by ${held.length} definitions: ${held.filter(({ definition }) => 'builtIn' in definition).length} of Microsoft, ${strict.definitions.length} of ours.`,
    '',
    row('CIS 3.0.0', 'Control', 'Strictest effect', 'Definition', 'Differs'),
    row('---', '---', '---', '---', '---'),
    ...heldRows,
    '',
    'Azure Policy cannot hold these, nor what only a person can check:',
    '',
    row('CIS 3.0.0', 'Control', 'Why'),
    row('---', '---', '---'),
    ...leftRows,
  ].join('\n');
}

/** Writes the page, or with `check` compares it. Returns the exit code. */
export function generateGuardrailDocs(loaded, check) {
  const before = readFileSync(page, 'utf8');
  const text = between(before, 'guardrails', tables(loaded));
  if (!check) writeFileSync(page, text);
  else if (text !== before) {
    console.error('docs/guardrails.md differs: npm run generate');
    return 1;
  }
  return 0;
}
