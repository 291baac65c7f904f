import type { ToldConstruct } from '../cdktf/told';
import { placeText, propertyText } from '../render/constructs-markdown';
import { shortDifference } from '../render/review';
import { colors, plural, table } from './terminal';

/** Rows on the terminal; plan.md holds more. */
const SHOWN = 40;

/** What a person has to change in CDKTF code. */
export function constructsText(constructs: readonly ToldConstruct[]): string {
  const rows = constructs.flatMap((construct) => {
    const head = [placeText(construct), construct.element.path];
    return [
      ...construct.properties.map((each) => [...head, propertyText(each)]),
      ...construct.additions.map(({ change }) => [...head, shortDifference(change)]),
    ];
  });
  const shown = table(['AT', 'CONSTRUCT', 'CHANGE'], rows.slice(0, SHOWN));
  const size = `${plural(rows.length, 'change')} to make by hand at ${plural(constructs.length, 'construct')}`;
  const more = rows.length > SHOWN ? `\n… and ${rows.length - SHOWN} more: see plan.md with --out.` : '';
  return `${colors.bold('In CDKTF code')}: ${size}\n${shown}${more}`;
}
