import { controlById } from '../../controls/index';
import { valueText } from '../../controls/value';
import { isExpired, isSoon, type ProfileException } from '../profile/exceptions';
import { parameters } from '../profile/parameters';
import { questionsOf } from '../questions-of';
import { type Block, code, heading, listed, paragraph, tabled } from './blocks';
import { exceptionFor } from './changes';
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
export function exceptionBlocks({ exceptions, noExceptions }: Decided, today: string): Block[] {
  const stateOf = (each: ProfileException) =>
    noExceptions.includes(each.control)
      ? 'not allowed'
      : isExpired(each, today)
        ? 'ended'
        : isSoon(each.until, today)
          ? 'ends soon'
          : 'in force';
  const rows = [...exceptions]
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.control < b.control ? -1 : 1))
    .map((each) => [
      each.until,
      stateOf(each),
      [code(each.control)],
      exceptionFor(each),
      each.owner,
      each.reason,
      each.ticket ?? '',
    ]);
  const head = ['Last day', 'State', 'Control', 'For', 'Owner', 'Reason', 'Ticket'];
  return [
    heading('exceptions', 'Exceptions'),
    rows.length ? tabled('Exceptions', head, rows) : paragraph('Nothing is excepted.'),
  ];
}
