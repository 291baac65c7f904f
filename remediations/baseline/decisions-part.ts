import { controlById } from '../../controls/index';
import { valueText } from '../../controls/value';
import { type RegisterEntry, subjectText, WRONG } from '../exception-register';
import { plural } from '../plural';
import { parameters } from '../profile/parameters';
import { questionsOf } from '../questions-of';
import { type Block, type Cell, code, heading, listed, paragraph, tabled } from './blocks';
import type { Decided } from './decided';

/** Where the baseline is more, or less, than its level. */
export function decisionBlocks({ on, off, noExceptions }: Decided): Block[] {
  const title = (id: string) => controlById(id)?.title ?? 'a control that this release does not have';
  const out = Object.entries(off);
  if (!on.length && !out.length && !noExceptions.length) return [];
  return [
    heading('decisions', 'More and less than the level'),
    ...(out.length
      ? [
          paragraph('These controls do not count here:'),
          listed(out.map(([id, reason]) => [code(id), `: ${title(id)}. ${reason}`])),
        ]
      : []),
    ...(on.length
      ? [paragraph('These are asked for beyond it:'), listed(on.map((id) => [code(id), `: ${title(id)}.`]))]
      : []),
    ...(noExceptions.length
      ? [
          paragraph('From these nothing is excepted, whatever a team says:'),
          listed(noExceptions.map((id) => [code(id), `: ${title(id)}.`])),
        ]
      : []),
  ];
}

/** What the owner has answered, once for all resources, and what is still open. */
export function parameterBlocks({ parameters: answers, controls }: Decided): Block[] {
  const asks = parameters();
  const asked = new Set(controls.flatMap((id) => questionsOf(controlById(id)!)));
  const open = [...asked].filter((name) => answers[name] === undefined).sort();
  return [
    heading('parameters', 'Parameters'),
    ...(Object.keys(answers).length
      ? [
          tabled(
            'Parameters',
            ['Parameter', 'Question', 'Answer'],
            Object.entries(answers).map(([name, value]) => [
              [code(name)],
              asks.get(name)?.question ?? '',
              valueText(value),
            ]),
          ),
        ]
      : [paragraph('Nothing is answered yet.')]),
    ...(open.length
      ? [
          paragraph('These are not answered. Where a resource needs one, no change is written until then:'),
          listed(open.map((name) => [code(name), `: ${asks.get(name)?.question ?? ''}`])),
        ]
      : []),
  ];
}

/** The register of exceptions, what ends first first. */
export function exceptionBlocks(register: readonly RegisterEntry[]): Block[] {
  const looked = register.some(({ covers }) => covers !== undefined);
  const hasDoubts = register.some(({ doubts }) => doubts);
  const rows = register.map(({ control, exception, state, covers = 0, doubts = [], for: subject }): readonly Cell[] => [
    exception.until,
    state,
    [code(control)],
    subjectText(subject),
    ...(looked ? [String(covers)] : []),
    exception.owner,
    exception.reason,
    exception.ticket ?? '',
    ...(hasDoubts ? [doubts.join(', ')] : []),
  ]);
  const head = [
    'Last day',
    'State',
    'Control',
    'For',
    ...(looked ? ['Covers'] : []),
    'Owner',
    'Reason',
    'Ticket',
    ...(hasDoubts ? ['Look at it again'] : []),
  ];
  const open = register.filter(({ state }) => WRONG.includes(state)).length;
  return [
    heading('exceptions', 'Exceptions'),
    ...(register.length
      ? [
          paragraph(
            `${plural(register.length, 'exception')} registered${open ? `; with ${open} something is wrong: ended, too broad, not allowed, or fitting nothing` : ''}.${looked ? ' Covers counts the resources that would deviate, or could not be told, without it.' : ''}`,
          ),
          tabled('Exceptions', head, rows, looked ? [4] : []),
        ]
      : [paragraph('Nothing is excepted.')]),
  ];
}
