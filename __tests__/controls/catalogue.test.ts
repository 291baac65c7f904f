import type { Alias, AliasScanner, Control } from '../../controls/control';
import { ruleOf } from '../../controls/control';
import { cisNumbers, controls } from '../../controls/index';
import { catalogue, extraChecks, type Recommendation, reading } from './catalogue';
import { checked, fixtures, judged, readFixture } from './harness';
import { reviewed } from './reviewed';

if (!catalogue) process.stderr.write('skipped: the catalogue ../shared/baseline is not beside the repository\n');
const beside = catalogue ? test : test.skip;
const recommendations = catalogue ?? [];

const DIFFERENCES = reviewed('differences');
const NOT_ALIASES = reviewed('notAliases');
const MANUAL = reviewed('manual');

const recommendationsOf = (control: Control): Recommendation[] =>
  recommendations.filter(({ id }) => cisNumbers(control).includes(id));
const controlsOf = ({ id }: Recommendation): Control[] =>
  controls.filter((control) => cisNumbers(control).includes(id));

beside('the evaluator and a literal reading of the catalogue agree', () => {
  const numbered = fixtures.filter(({ control }) => cisNumbers(control).length);
  const differing = numbered.flatMap((fixture) =>
    judged(fixture.control, readFixture(fixture)).flatMap(({ resource, answer }) => {
      const theirs = recommendationsOf(fixture.control).map(({ terraform }) => reading(terraform.desired, resource));
      return theirs.length && theirs.every((each) => each === answer) ? [] : [`${fixture.name} ${resource.address}`];
    }),
  );
  expect(differing.sort()).toEqual(Object.keys(DIFFERENCES).sort());
});

const SCANNERS: Readonly<Record<string, AliasScanner>> = {
  prowler: 'prowler',
  checkov: 'checkov',
  trivy: 'trivy',
  kics: 'kics',
  azurePolicy: 'azure-policy',
  defender: 'defender',
  powerpipe: 'powerpipe',
};

const plain = (rule: string) => rule.toLowerCase().replace(/^avd-/, '');
const hasAlias = (control: Control, scanner: string, rule: string) =>
  (control.aliases[SCANNERS[scanner]] ?? []).some((alias) => plain(ruleOf(alias)) === plain(rule));
const rulesOf = (recommendation: Recommendation): [scanner: string, rule: string][] =>
  Object.keys(SCANNERS).flatMap((scanner) =>
    (recommendation.scanners[scanner] as readonly string[]).map((rule): [string, string] => [scanner, rule]),
  );

/** Near misses: what asks the same of function apps, or a little more or less. */
const relatedOf = ({ relatedChecks = {} }: Recommendation): [scanner: string, rule: string][] =>
  Object.entries(relatedChecks).flatMap(([scanner, rules]) => rules.map((rule): [string, string] => [scanner, rule]));

beside('every scanner rule of a recommendation is an alias of its control', () => {
  const missing = recommendations.flatMap((recommendation) => {
    const own = controlsOf(recommendation);
    if (!own.length) return [];
    return rulesOf(recommendation)
      .filter(([scanner, rule]) => !own.some((control) => hasAlias(control, scanner, rule)))
      .map(([scanner, rule]) => `${recommendation.id} ${scanner} ${plain(rule)}`);
  });
  expect([...new Set(missing)].sort()).toEqual(Object.keys(NOT_ALIASES).sort());
});

const names = (rules: readonly (readonly [scanner: string, rule: string])[]): string[] =>
  rules.map(([scanner, rule]) => `${SCANNERS[scanner]} ${plain(rule)}`);
const extra = new Set(
  extraChecks.flatMap(({ scanner, id, aliases = [] }) => names([id, ...aliases].map((rule) => [scanner, rule]))),
);
const differsOf = (alias: Alias) => (typeof alias === 'string' ? undefined : alias.differs);
/** What a control without a number can stand for: rules of no recommendation, near one, or about several resources. */
const beyond: readonly string[] = [
  ...extra,
  ...recommendations.flatMap((each) => names(rulesOf(each))),
  ...recommendations.flatMap(({ relatedChecks = {} }) =>
    names(Object.entries(relatedChecks).flatMap(([scanner, rules]) => rules.map((rule) => [scanner, rule] as const))),
  ),
];

beside('every alias is a scanner rule of one of the recommendations of its control, or of none', () => {
  const strange = controls.flatMap((control) => {
    const known = new Set(
      cisNumbers(control).length
        ? recommendationsOf(control).flatMap((each) => names([...rulesOf(each), ...relatedOf(each)]))
        : beyond,
    );
    return Object.entries(control.aliases).flatMap(([scanner, aliases]) =>
      aliases
        .map((alias) => ({ rule: `${scanner} ${plain(ruleOf(alias))}`, differs: differsOf(alias) }))
        // A check of no recommendation may stand for one with a number too, if it is said how it differs.
        .filter(({ rule, differs }) => !known.has(rule) && !(differs && extra.has(rule)))
        .map(({ rule }) => `${control.id} ${rule}`),
    );
  });
  expect(strange).toEqual([]);
});

beside('numbers and levels are those of the benchmark', () => {
  const wrong = controls.flatMap((control) => {
    const own = recommendationsOf(control);
    const unknown = cisNumbers(control).filter((number) => !own.some(({ id }) => id === number));
    return [
      ...unknown.map((number) => `${control.id}: no ${number}`),
      ...own.filter(({ level }) => level !== control.level).map(({ id }) => `${control.id}: level of ${id}`),
    ];
  });
  expect(wrong).toEqual([]);
});

beside('controls that share a recommendation are about different resources', () => {
  const double = recommendations.flatMap((recommendation) => {
    const types = controlsOf(recommendation).flatMap(({ resources }) => resources);
    return types.filter((type, i) => types.indexOf(type) !== i).map((type) => `${recommendation.id} ${type}`);
  });
  expect(double).toEqual([]);
});

beside('what Terraform can do is checked', () => {
  const manual = controls.filter((control) => !checked.includes(control));
  const could = manual.flatMap(recommendationsOf).filter(({ terraform }) => terraform.desired.length > 0);
  expect([...new Set(could.map(({ id }) => id))].sort()).toEqual(Object.keys(MANUAL).sort());
});
