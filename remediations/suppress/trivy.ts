import { stringify } from 'yaml';
import { dayAfter } from '../profile/exceptions';
import {
  leftText,
  NO_LAST_DAY,
  type Rows,
  type Silence,
  type Suppressions,
  silences,
  sorted,
  statement,
} from './silence';

/** `.trivyignore.yaml`: Trivy knows rules, files and days, not resources. */
export function trivyIgnore(rows: Rows): Suppressions {
  const { said, left } = silences('trivy', rows, ({ file }) => file, isOfTrivy);
  const entries = new Map<string, object>();
  for (const { row, exception, rules } of said)
    for (const id of rules.flatMap((rule) => [rule, `AVD-${rule}`])) {
      // It counts until the end of its last day; Trivy's day is over when it begins.
      const { until } = exception;
      const entry = {
        id,
        paths: [row.file!.replace(/[\\*?[\]{}]/g, '\\$&')],
        ...(until === NO_LAST_DAY ? {} : { expired_at: dayAfter(until) }),
        statement: `${row.control.id}, ${row.address}: ${statement(exception)}`,
      };
      entries.set(`${row.file} ${id} ${until} ${entry.statement}`, entry);
    }
  const text = stringify({ misconfigurations: sorted(entries).map(([, entry]) => entry) }, { lineWidth: 0 });
  return { text, told: said.length, left: left.map((each) => leftText(each, `write ${comment(each)} above it`)) };
}

/** A comment is about the one block below it. */
const comment = ({ rules, exception: { until } }: Silence): string =>
  rules.map((rule) => `#trivy:ignore:${rule}${until === NO_LAST_DAY ? '' : `:exp:${dayAfter(until)}`}`).join(' ');

/** Its releases before 0.68 say AVD-AZU-0008 for AZU-0008; the long names are those of tfsec. */
const isOfTrivy = (rule: string): boolean => /^AZU-\d+$/.test(rule);
