// docs/live.md: what a scan tells of each recommendation, and by which means a plan changes it, as the example in examples/azure
// has it with the answers of its profile.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { loadLive } from './bundle.mjs';
import { between, code, row } from './markdown.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const example = join(repository, 'examples/azure');
const page = join(repository, 'docs/live.md');

/** Why no object of Azure stands for a type, for those that controls of the benchmark are about. */
const ELSEWHERE = [
  [/^azuread_/, 'in Microsoft Graph'],
  [/^azurerm_postgresql_server$/, 'the service is retired'],
  [/^azurerm_(app_service|function_app)/, 'read as the types that azurerm has now'],
];

/** Ids of controls with what happens to each, from a plan of the example with all that can be answered. */
function outcomes({ liveGroups, checkScan, asLiveReport, verdicts, LiveEstate, remediate, readEstate, readProfile }) {
  const scan = JSON.parse(readFileSync(join(example, 'scan.json'), 'utf8'));
  const { parameters: answers } = readProfile(
    parse(readFileSync(join(example, 'plumbline.yaml'), 'utf8')),
    'plumbline.yaml',
  );
  const groups = liveGroups(scan);
  const told = new Map();
  for (const group of groups)
    for (const { control, verdict } of verdicts(group, { level: 2 }))
      told.set(control.id, (told.get(control.id) ?? new Set()).add(verdict.answer));
  const report = asLiveReport(checkScan(groups, { level: 2 }));
  for (const { rule } of report.findings) told.set(rule, (told.get(rule) ?? new Set()).add('no'));
  const options = { level: 2, answers, allow: new Set(), live: new LiveEstate(scan) };
  const { plan } = remediate([report], readEstate([]), options);
  const by = new Map();
  for (const { controls, overlay } of plan.overlays)
    for (const { id } of controls) by.set(id, (by.get(id) ?? new Set()).add(overlay.strategy));
  const reasons = new Map(plan.unplanned.map((each) => [each.control ?? each.finding.rule, each]));
  return { told, by, reasons };
}

const NAMED = { 'replaces-resource': '`--allow replaces`', irreversible: '`--allow irreversible`' };

function tellsOf(control, { told }, known) {
  const answers = told.get(control.id) ?? new Set();
  if (answers.has('no')) return 'fails';
  if (answers.has('yes')) return 'passes';
  if (answers.has('unknown')) return 'cannot be told';
  const missing = control.resources.filter((type) => !known.has(type));
  if (missing.length < control.resources.length) return 'is not in the example';
  const why = ELSEWHERE.find(([types]) => missing.some((type) => types.test(type)))?.[1];
  return why ? `is not read: ${why}` : 'is not read';
}

function changedBy(control, { by, reasons }) {
  const means = [...(by.get(control.id) ?? [])].sort().join(', ');
  if (means) return means;
  const open = reasons.get(control.id);
  if (NAMED[open?.reason]) return NAMED[open.reason];
  if (open)
    return control.fix?.advice ? 'a person' : open.reason === 'needs-answer' ? 'an answer or a person' : 'a person';
  return control.fix?.advice ? 'a person' : '–';
}

function pageText({ controls, cisNumbers, crosswalk }, live) {
  const result = outcomes(live);
  const known = new Set(live.armTypes());
  const byNumber = (a, b) => {
    const [x, y] = [a, b].map((each) => each.split('.').map(Number));
    return x.map((part, i) => part - (y[i] ?? -1)).find((difference) => difference) ?? -1;
  };
  const rows = Object.keys(crosswalk)
    .sort(byNumber)
    .flatMap((number) =>
      controls
        .filter((control) => !control.manual && cisNumbers(control).includes(number))
        .map((control) => ({
          number,
          id: control.id,
          told: tellsOf(control, result, known),
          by: changedBy(control, result),
        })),
    );
  const numbers = (test) => new Set(rows.filter(test).map(({ number }) => number)).size;
  const isTold = ({ told }) => told === 'fails' || told === 'passes';
  const counts = [
    row(
      'Recommendations that a control checks',
      numbers(() => true),
    ),
    row('told of the example', numbers(isTold)),
    ...['import', 'azapi', 'separate'].map((means) =>
      row(
        `changed by ${code(means)}`,
        numbers(({ by }) => by.includes(means)),
      ),
    ),
    row(
      'changed when named',
      numbers(({ by }) => by.startsWith('`--allow')),
    ),
    row(
      'told, and a person acts first',
      numbers((each) => isTold(each) && /person/.test(each.by)),
    ),
    row(
      'not read: Microsoft Graph',
      numbers(({ told }) => told.endsWith('Graph')),
    ),
  ];
  const table = rows.map(({ number, id, told, by }) => row(number, code(id), told, by));
  const text = readFileSync(page, 'utf8');
  const counted = between(text, 'counts', [row('', ''), row('---', '--:'), ...counts].join('\n'));
  return between(
    counted,
    'table',
    [row('CIS', 'Control', 'The example', 'Changed by'), row('---', '---', '---', '---'), ...table].join('\n'),
  );
}

/** Writes the page, or compares it. @returns the exit code */
export async function generateLiveDocs(loaded, check) {
  const text = pageText(loaded, await loadLive());
  if (!check) {
    writeFileSync(page, text);
    return 0;
  }
  if (readFileSync(page, 'utf8') === text) return 0;
  console.error('docs/live.md shows what is no longer real: npm run generate');
  return 1;
}
