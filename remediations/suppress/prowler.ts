import { stringify } from 'yaml';
import { leftText, type Rows, type Suppressions, silences, sorted, statement } from './silence';

interface Muted {
  Regions: string[];
  Resources: string[];
  Description: string;
}

/**
 * A mutelist for `prowler azure --mutelist-file`, for resources of a scan. Prowler knows subscriptions, checks and names, and
 * no last day. It looks for names as regular expressions anywhere in a text, so that each is written as a whole.
 */
export function prowlerMutelist(rows: Rows): Suppressions {
  const { said, left } = silences('prowler', rows, ({ address }) => placeOf(address));
  const accounts = new Map<string, Map<string, Map<string, Set<string>>>>();
  for (const { row, exception, rules } of said) {
    const { subscription, name } = nameIn(row.address)!;
    const checks = accounts.get(subscription) ?? new Map<string, Map<string, Set<string>>>();
    accounts.set(subscription, checks);
    for (const rule of rules) {
      const names = checks.get(rule) ?? new Map<string, Set<string>>();
      checks.set(rule, names);
      const why = names.get(name) ?? new Set<string>();
      names.set(name, why.add(`${row.control.id}, ${name || subscription}: ${statement(exception)}`));
    }
  }
  const document = {
    Mutelist: {
      Accounts: Object.fromEntries(
        sorted(accounts).map(([subscription, checks]) => [
          subscription,
          { Checks: Object.fromEntries(sorted(checks).map(([check, names]) => [whole(check), muted(names)])) },
        ]),
      ),
    },
  };
  return { text: stringify(document, { lineWidth: 0 }), told: said.length, left: left.map((each) => leftText(each)) };
}

function muted(names: ReadonlyMap<string, ReadonlySet<string>>): Muted {
  const all = sorted(names);
  return {
    Regions: ['*'],
    Resources: all.map(([name]) => (name ? whole(name) : '*')),
    Description: all.flatMap(([, said]) => [...said]).join('; '),
  };
}

const whole = (text: string) => `^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`;

/** Of `/subscriptions/<id>/…/<name>`; '' is the name of the subscription itself. */
function nameIn(armId: string): { readonly subscription: string; readonly name: string } | undefined {
  const [, , subscription, ...path] = armId.split('/');
  if (!subscription || !/^\/subscriptions\//i.test(armId)) return undefined;
  return { subscription: subscription.toLowerCase(), name: path.at(-1) ?? '' };
}

function placeOf(armId: string): string | undefined {
  const found = nameIn(armId);
  return found && `${found.name || 'all'} in ${found.subscription}`.toLowerCase();
}
