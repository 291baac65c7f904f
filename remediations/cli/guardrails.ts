import type { Command } from 'commander';
import { include } from '../../controls/append';
import { guardrails, LADDER, type Rung } from '../../controls/guardrails/initiative';
import { GUARDRAILS_SCHEMA, type GuardrailScope } from '../../controls/guardrails/terraform';
import { controlById } from '../../controls/index';
import { checkScan } from '../azure/check-scan';
import { UserError } from '../errors';
import { exempted } from '../guardrails/exemptions';
import { type Exception, exceptionsIn, utcDay } from '../profile/exceptions';
import { scopeText } from '../profile/guardrail-choice';
import { PROFILE_NAME, type Profile } from '../profile/profile';
import { guardrailsHcl } from '../render/guardrails-hcl';
import { blocking, type GuardrailsDocument, guardrailsMarkdown } from '../render/guardrails-markdown';
import { controlIds, day, level, profileOf, readLive } from './input';
import { checkOutput, GUARDRAILS_OUTPUT, writeFolder } from './output-folder';
import { colors, plural, print, table } from './terminal';

interface Options {
  readonly subscription?: string;
  readonly managementGroup?: string;
  readonly level?: 1 | 2;
  readonly effect?: string;
  readonly deny?: readonly string[];
  readonly enforce: boolean;
  readonly live?: string;
  readonly profile?: string;
  readonly out?: string;
  readonly as: string;
  readonly today?: string;
  readonly json?: boolean;
}

export function guardrailsCommand(program: Command): void {
  program
    .command('guardrails')
    .description('Azure Policy from the same controls: what is new and deviates is reported, or refused.')
    .option('--subscription <id>', 'the subscription to assign them to')
    .option('--management-group <name>', 'or the management group')
    .option('--level <1|2>', 'level of the benchmark (default: that of the profile, else 1)', level)
    .option(
      '--effect <audit|deny>',
      'report what deviates, or refuse it where that can be (default: profile, else audit)',
    )
    .option('--deny <controls>', 'these controls refuse already, separated by commas', controlIds)
    .option('--no-enforce', 'evaluate only: whatever the effect, nothing is refused')
    .option('--live <scan>', 'what plumbline scan read: how much deviates now, and what exceptions cover')
    .option('--profile <file>', `level, effect, exceptions (default: ${PROFILE_NAME} here)`)
    .option('--out <folder>', 'write guardrails.md to review, and guardrails.json for the stack')
    .option('--as <cdktf|hcl>', 'for stacks/guardrails, or main.tf as well', 'cdktf')
    .option('--today <day>', 'day that exceptions are judged on, such as 2027-06-30 (default: now)', day)
    .option('--json', 'everything, as JSON')
    .addHelpText(
      'after',
      '\nNothing is applied to Azure: Terraform makes definitions, initiatives, assignments and exemptions.\n\nExamples:\n  plumbline guardrails\n  plumbline guardrails --management-group platform --out plumbline-guardrails\n  plumbline guardrails --subscription 00000000-0000-0000-0000-000000000000 --live plumbline-scan --effect deny --out guardrails --as hcl',
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  if (!['cdktf', 'hcl'].includes(options.as))
    throw new UserError(`--as ${options.as} is not known`, 'Allowed: cdktf, hcl.');
  const profile = await profileOf(options.profile, '.');
  const scope = scopeOf(options, profile);
  if (!scope && (options.out !== undefined || options.json))
    throw new UserError(
      'It is not said where the guardrails hold',
      'Name it with --subscription <id> or --management-group <name>, or under "guardrails" in the profile.',
    );
  if (options.out !== undefined) checkOutput(options.out, GUARDRAILS_OUTPUT);
  const document = documentOf(options, profile, scope ?? NOWHERE);
  const { out } = options;
  if (out !== undefined)
    writeFolder(out, GUARDRAILS_OUTPUT, (write) => {
      write('guardrails.json', `${jsonOf(document)}\n`);
      write('guardrails.md', guardrailsMarkdown(document));
      if (options.as === 'hcl') write('main.tf', guardrailsHcl(document));
    });
  print(options.json ? jsonOf(document) : textOf(document, options, scope !== undefined));
}

/** Shown only, never written. */
const NOWHERE: GuardrailScope = { managementGroup: '-' };
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function scopeOf(given: Options, { guardrails: own }: Profile): GuardrailScope | undefined {
  if (given.subscription !== undefined && given.managementGroup !== undefined)
    throw new UserError(
      '--subscription and --management-group: one of both',
      'A management group holds for all below it.',
    );
  const isSaid = given.subscription !== undefined || given.managementGroup !== undefined;
  const { subscription, managementGroup } = isSaid ? given : (own ?? {});
  if (subscription !== undefined) {
    const id = subscription.replace(/^\/subscriptions\//i, '');
    if (!GUID.test(id)) throw new UserError(`subscription ${subscription}: no id`, 'az account list shows the ids.');
    return { subscription: id.toLowerCase() };
  }
  if (managementGroup === undefined) return undefined;
  if (!/^[\w.()-]{1,90}$/.test(managementGroup))
    throw new UserError(
      `management group ${JSON.stringify(managementGroup)}: no name`,
      'Give its name (id), not what it is called: az account management-group list shows both.',
    );
  return { managementGroup };
}

function rungOf(given: string | undefined, { guardrails: own }: Profile): Rung {
  const effect = given ?? own?.effect ?? 'audit';
  const rung = LADDER.find((each) => each === effect);
  if (!rung) throw new UserError(`--effect ${effect} is not known`, `Allowed: ${LADDER.join(', ')}.`);
  return rung;
}

function documentOf(options: Options, profile: Profile, scope: GuardrailScope): GuardrailsDocument {
  const { on, off, exceptions: given, noExceptions } = profile;
  const chosen = options.level ?? profile.level ?? 1;
  const today = options.today ?? utcDay();
  const deny = new Set([...(profile.guardrails?.deny ?? []), ...(options.deny ?? [])]);
  const held = guardrails({ level: chosen, on, off, deny, effect: rungOf(options.effect, profile) });
  const exceptions = exceptionsIn(profile);
  const live =
    options.live === undefined
      ? undefined
      : checkScan(readLive(options.live).groups, { level: chosen, on, off, exceptions, today });
  const covered = new Map<Exception, Set<string>>();
  for (const { exception, address } of live?.excepted ?? []) if (exception) include(covered, exception, address);
  const { exemptions, not } = exempted(given, {
    ...held,
    scope,
    today,
    noExceptions,
    ...(live ? { covered } : {}),
  });
  const deviating = new Map<string, Set<string>>();
  for (const { control, address } of live?.deviating ?? []) include(deviating, control.id, address);
  return {
    ...held,
    scope,
    level: chosen,
    enforce: options.enforce,
    exemptions,
    notExempted: not,
    ...(live ? { deviating: new Map([...deviating].map(([id, all]) => [id, all.size])) } : {}),
  };
}

const jsonOf = ({ deviating, ...document }: GuardrailsDocument): string =>
  JSON.stringify(
    { schema: GUARDRAILS_SCHEMA, ...document, ...(deviating ? { deviating: Object.fromEntries(deviating) } : {}) },
    null,
    2,
  );

function textOf(document: GuardrailsDocument, { out, as }: Options, isPlaced: boolean): string {
  const { initiatives, unguarded, exemptions, notExempted, scope, deviating, enforce } = document;
  const parts = initiatives.map(({ displayName, references }) => {
    const rows = references.map(({ id, effect, definition, control }) => [
      id,
      effect,
      ...(deviating ? [String(deviating.get(control) ?? 0).padStart(9)] : []),
      'builtIn' in definition ? definition.name : `ours: ${controlById(control)!.title}`,
    ]);
    const head = ['CONTROL', 'EFFECT', ...(deviating ? ['DEVIATING'] : []), 'DEFINITION'];
    return `${colors.bold(displayName)}\n${table(head, rows)}`;
  });
  const blocked = blocking(document);
  if (blocked.length)
    parts.push(
      `${colors.yellow('Careful')}: ${plural(blocked.length, 'control')} would refuse from now on although resources deviate. They stay as they are, but whoever changes them next is refused.\n${table(
        ['DEVIATING', 'CONTROL'],
        blocked.map(([control, count]) => [String(count).padStart(9), control]),
      )}`,
    );
  for (const { exception, why } of notExempted)
    parts.push(`Note: the exception of ${exception.owner} from ${exception.control} is no exemption: ${why}.`);
  const held = new Set(initiatives.flatMap(({ references }) => references.map(({ control }) => control)));
  parts.push(
    `${plural(held.size, 'control')} held${enforce ? '' : ', nothing enforced'}, ${plural(exemptions.length, 'exemption')}, ${plural(unguarded.length, 'control')} that Azure Policy cannot hold.`,
  );
  if (!isPlaced)
    parts.push('Nothing was written: add --subscription <id> or --management-group <name>, and --out <folder>.');
  else if (out === undefined) parts.push(`For the ${scopeText(scope)}. Nothing was written: add --out <folder>.`);
  else
    parts.push(
      `For the ${scopeText(scope)}. Written to ${out}: guardrails.md to review, guardrails.json${as === 'hcl' ? ', main.tf' : ''}.`,
      as === 'hcl'
        ? `Next: terraform -chdir=${out} init, and plan`
        : `Next: PLUMBLINE_GUARDRAILS=${out}/guardrails.json npx cdktf plan guardrails, in the folder of the CDKTF app`,
    );
  return parts.join('\n\n');
}
