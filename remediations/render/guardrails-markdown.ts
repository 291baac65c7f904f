import type { DefinitionReference } from '../../controls/guardrails/initiative';
import type { AssignedGuardrails } from '../../controls/guardrails/terraform';
import { controlById } from '../../controls/index';
import type { NotExempted } from '../guardrails/exemptions';
import { scopeText } from '../profile/guardrail-choice';
import { codeMarkdown, plainMarkdown } from './markdown';
import { cisText } from './review';

export interface GuardrailsDocument extends AssignedGuardrails {
  readonly level: 1 | 2;
  readonly notExempted: readonly NotExempted[];
  /** Resources that deviate now, by control; absent where no scan was looked at. */
  readonly deviating?: ReadonlyMap<string, number>;
}

/** Controls that would refuse from now on although something deviates: its next change would be refused. */
export function blocking({
  initiatives,
  deviating,
  enforce,
}: GuardrailsDocument): readonly [control: string, count: number][] {
  if (!deviating || !enforce) return [];
  const denied = new Set(
    initiatives.flatMap(({ references }) =>
      references.filter(({ effect }) => effect === 'Deny').map(({ control }) => control),
    ),
  );
  return [...denied].flatMap((control) => {
    const count = deviating.get(control) ?? 0;
    return count ? [[control, count] as [string, number]] : [];
  });
}

/** guardrails.md, for whoever approves the assignment. */
export function guardrailsMarkdown(document: GuardrailsDocument): string {
  const { scope, level, enforce, initiatives, exemptions, notExempted, unguarded, deviating } = document;
  const all = initiatives.flatMap(({ references }) => references);
  const held = new Set(all.map(({ control }) => control));
  const parts = [
    `# Guardrails for the ${plainMarkdown(scopeText(scope))}`,
    `Level ${level}: ${held.size} controls are held by ${all.length} policy definitions, ${count(all, 'Deny')} of which refuse what deviates${enforce ? '' : ' (not enforced: nothing is refused)'}. The others report: what looks for another resource (AuditIfNotExists) cannot refuse, because that one is made later. ${unguarded.length} controls cannot be held by Azure Policy.`,
  ];
  const blocked = blocking(document);
  if (blocked.length)
    parts.push(
      `**Before you apply:** resources deviate from controls that refuse from now on. They stay as they are, but whoever changes them next is refused.\n\n${blocked.map(([id, n]) => `- ${codeMarkdown(id)}: ${n}`).join('\n')}`,
    );
  for (const { displayName, references } of initiatives)
    parts.push(
      `## ${plainMarkdown(displayName)}`,
      [
        `| Control | What is held | Effect | By |${deviating ? ' Deviating now |' : ''}`,
        `| --- | --- | --- | --- |${deviating ? ' --: |' : ''}`,
        ...references.map((each) => referenceRow(each, deviating)),
      ].join('\n'),
    );
  if (exemptions.length)
    parts.push(
      '## Exemptions',
      'Exceptions of the profile; Azure ends each after its last day.',
      [
        '| Control | For | Until | Owner | Reason |',
        '| --- | --- | --- | --- | --- |',
        ...exemptions.map(
          ({ control, armId, until, owner, reason, ticket }) =>
            `| ${codeMarkdown(control)} | ${codeMarkdown(armId)} | ${until} | ${plainMarkdown(owner)} | ${plainMarkdown(reason)}${ticket ? ` (${plainMarkdown(ticket)})` : ''} |`,
        ),
      ].join('\n'),
    );
  if (notExempted.length)
    parts.push(
      '## Exceptions that are no exemptions',
      notExempted
        .map(
          ({ exception, why }) =>
            `- ${codeMarkdown(exception.control)}, ${plainMarkdown(exception.owner)}: ${plainMarkdown(why)}.`,
        )
        .join('\n'),
    );
  if (unguarded.length)
    parts.push(
      '## Not held',
      '`plumbline check` and attestations look at these.',
      unguarded
        .map(
          ({ control, why }) =>
            `- ${codeMarkdown(control)}: ${plainMarkdown(controlById(control)!.title)}. ${plainMarkdown(why)}`,
        )
        .join('\n'),
    );
  return `${parts.join('\n\n')}\n`;
}

const count = (all: readonly DefinitionReference[], effect: string) =>
  all.filter((each) => each.effect === effect).length;

function referenceRow(
  { control: id, definition, effect, differs, neverDeny }: DefinitionReference,
  deviating: ReadonlyMap<string, number> | undefined,
): string {
  const control = controlById(id)!;
  const by = 'builtIn' in definition ? `Microsoft: ${plainMarkdown(definition.name)}` : codeMarkdown(definition.custom);
  const isAlone = neverDeny !== undefined && effect === 'Audit';
  const notes = [differs, isAlone ? `Never refuses: ${neverDeny}` : undefined].flatMap((each) =>
    each ? [plainMarkdown(each)] : [],
  );
  const cells = [
    `${codeMarkdown(id)}, ${plainMarkdown(cisText(control))}`,
    plainMarkdown(control.title),
    effect,
    [by.endsWith('.') ? by : `${by}.`, ...notes].join(' '),
    ...(deviating ? [String(deviating.get(id) ?? 0)] : []),
  ];
  return `| ${cells.join(' | ')} |`;
}
