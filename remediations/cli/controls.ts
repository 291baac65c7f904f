import { type Command, InvalidArgumentError } from 'commander';
import { BENCHMARK, BENCHMARKS, type Benchmark, byNumber } from '../../controls/benchmarks';
import { type Control, ruleOf } from '../../controls/control';
import { guardrailOf } from '../../controls/guardrails/index';
import { cisNumbers, controls, findControls } from '../../controls/index';
import { UserError } from '../errors';
import { questionsOf } from '../questions-of';
import { cisText, RESTORES } from '../render/review';
import { colors, print, table } from './terminal';

/** Whether a fix can be written, in a word or two. */
export function fixability(control: Control): string {
  if (control.manual) return 'no: manual';
  const { fix } = control;
  if (!fix) return 'no';
  if (fix.advice) return 'no: advice';
  if (typeof fix.impact === 'string' && (fix.impact === 'replaces' || fix.impact === 'irreversible'))
    return `with --allow ${fix.impact}`;
  return questionsOf(control).length ? 'with an answer' : 'yes';
}

const impactText = (control: Control): string =>
  control.fix ? (typeof control.fix.impact === 'function' ? 'depends on the value' : control.fix.impact) : '';

/** The level that asks for it; a dash where none does. */
const levelText = ({ level, onRequest }: Control): string => (onRequest ? '-' : String(level));

export function controlsCommand(program: Command): void {
  program
    .command('controls')
    .description('List every control: CIS numbers, level, resources, impact, whether it can be fixed.')
    .option('--benchmark <version>', `numbers of another version: ${BENCHMARKS.join(', ')}`, benchmark, BENCHMARK)
    .option('--json', 'everything, as JSON')
    .action(({ json, benchmark: version }: { json?: boolean; benchmark: Benchmark }) => {
      const listed = controlsIn(version);
      if (json) return print(JSON.stringify(listed.map(asJson), null, 2));
      print(
        table(
          ['CIS', 'LEVEL', 'CONTROL', 'IMPACT', 'FIXABLE', 'TITLE'],
          listed.map((control) => [
            cisNumbers(control, version).join(' '),
            levelText(control),
            control.id,
            impactText(control),
            fixability(control),
            control.title,
          ]),
        ),
      );
      print('\nplumbline explain <control | CIS number | rule of a scanner> says more.');
    });
}

/** In the order of that version, which may ask for less; what the benchmark never asked for is listed under 3.0. */
const controlsIn = (version: Benchmark): readonly Control[] =>
  version === BENCHMARK
    ? controls
    : controls
        .filter((control) => cisNumbers(control, version).length > 0)
        .sort((a, b) => byNumber(cisNumbers(a, version)[0], cisNumbers(b, version)[0]));

function benchmark(text: string): Benchmark {
  const version = BENCHMARKS.find((each) => each === text || `${each}.0` === text);
  if (!version) throw new InvalidArgumentError(`"${text}" is not known. Allowed: ${BENCHMARKS.join(', ')}.`);
  return version;
}

const otherNumbers = (control: Control) =>
  BENCHMARKS.flatMap((version): [Benchmark, readonly string[]][] => {
    const numbers = version === BENCHMARK ? [] : cisNumbers(control, version);
    return numbers.length ? [[version, numbers]] : [];
  });

export const asJson = (control: Control) => ({
  id: control.id,
  title: control.title,
  why: control.why,
  cis: cisNumbers(control),
  otherVersions: Object.fromEntries(otherNumbers(control)),
  level: control.level,
  ...(control.onRequest ? { onRequest: control.onRequest } : {}),
  severity: control.severity,
  scope: control.scope ?? 'resource',
  ...(control.retired ? { retired: control.retired } : {}),
  resources: control.resources,
  companions: (control.companions ?? []).map((companion) => companion.resource),
  impact: impactText(control) || null,
  fixable: fixability(control),
  ...(control.fix
    ? {
        consequences: control.fix.consequences,
        cost: control.fix.cost ?? null,
        restores: control.fix.restores,
        ...(control.fix.advice ? { advice: control.fix.advice } : {}),
      }
    : {}),
  ...(control.manual ? { manual: control.manual } : {}),
  parameters: [...new Set(questionsOf(control))],
  aliases: Object.fromEntries(
    Object.entries(control.aliases).map(([scanner, aliases]) => [
      scanner,
      aliases.map((alias) => (typeof alias === 'string' ? { rule: alias } : alias)),
    ]),
  ),
});

export function explainCommand(program: Command): void {
  program
    .command('explain')
    .description('Say what a control wants, why, and what its fix does.')
    .argument('<id>', 'our id, a CIS number, or a rule id of any scanner')
    .option(
      '--benchmark <version>',
      `the CIS number is of another version: ${BENCHMARKS.join(', ')}`,
      benchmark,
      BENCHMARK,
    )
    .option('--json', 'as JSON')
    .action((id: string, { json, benchmark: version }: { json?: boolean; benchmark: Benchmark }) => {
      const found = findControls(id, version);
      if (!found.length)
        throw new UserError(
          `"${id}" is no control, CIS ${version}.0 number or known rule`,
          'plumbline controls lists them all.',
        );
      print(json ? JSON.stringify(found.map(asJson), null, 2) : found.map(explanation).join('\n\n'));
    });
}

function explanation(control: Control): string {
  const lines = [
    colors.bold(control.title),
    `${control.id}, ${cisText(control)}, ${control.onRequest ? 'on request' : `level ${control.level}`}, ${control.severity}`,
    '',
    control.why,
    '',
    `On:       ${control.resources.join(', ') || `the ${control.scope}`}`,
  ];
  if (control.onRequest) lines.push(`Request:  ${control.onRequest}`);
  if (control.retired) lines.push(`Of old:   ${control.retired}`);
  if (control.manual)
    lines.push(
      `Manual:   ${control.manual.why}`,
      `Do:       ${control.manual.steps}`,
      `Evidence: ${control.manual.evidence}`,
      `Every:    ${control.manual.every}`,
      ...(control.manual.property ? [`Readable: ${control.manual.property}`] : []),
    );
  if (control.fix) {
    lines.push(`Fixable:  ${fixability(control)}`, `Impact:   ${impactText(control)}`);
    for (const consequence of control.fix.consequences) lines.push(`          ${consequence}`);
    if (control.fix.advice) lines.push(`Do:       ${control.fix.advice}`);
    if (control.fix.cost) lines.push(`Cost:     ${control.fix.cost}`);
    lines.push(`Undo:     ${RESTORES[control.fix.restores]}`);
  }
  lines.push(`Policy:   ${guardrailText(control)}`);
  const others = otherNumbers(control).map(([version, numbers]) => `${version}: ${numbers.join(', ')}`);
  if (others.length) lines.push(`In CIS:   ${others.join('; ')}`);
  const aliases = Object.entries(control.aliases).flatMap(([scanner, rules]) =>
    rules.map(
      (alias) =>
        `  ${scanner.padEnd(13)} ${ruleOf(alias)}${typeof alias !== 'string' && alias.differs ? `\n${' '.repeat(16)}${alias.differs}` : ''}`,
    ),
  );
  return [...lines, ...(aliases.length ? ['', 'Known as:', ...aliases] : [])].join('\n');
}

function guardrailText(control: Control): string {
  const guardrail = guardrailOf(control);
  if (guardrail.kind === 'none') return `none. ${guardrail.why}`;
  if (guardrail.kind === 'custom') return 'a definition of ours (plumbline guardrails)';
  return guardrail.definitions.map(({ facts }) => facts.name).join(`\n${' '.repeat(10)}`);
}
