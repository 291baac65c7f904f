// How much of the benchmark is covered, section by section, counted from the registry.
import { row } from './markdown.mjs';

/** The sections with their controls. */
export const sections = ({ controls, SECTIONS, sectionOf }) =>
  SECTIONS.map((section) => ({
    ...section,
    controls: controls.filter((control) => sectionOf(control) === section),
  })).filter((section) => section.controls.length > 0);

/** What is done about a recommendation, the most first: several controls may share one. */
const KINDS = [
  ['fixed', (fixable) => fixable === 'yes'],
  ['asked', (fixable) => fixable === 'with an answer'],
  ['named', (fixable) => fixable.startsWith('with --allow')],
  ['advised', (fixable) => fixable.startsWith('no: advice') || fixable === 'no'],
  ['attested', (fixable) => fixable === 'no: manual'],
];

/** Recommendations of a section (of all, without one) by what is done about them. */
export function coverage({ controls, cisNumbers, crosswalk, asJson }, section) {
  const numbers = Object.keys(crosswalk).filter((number) => !section || number.split('.')[0] === section);
  const counts = { recommendations: numbers.length, encoded: 0, fixed: 0, asked: 0, named: 0, advised: 0, attested: 0 };
  for (const number of numbers) {
    const own = controls.filter((control) => cisNumbers(control).includes(number)).map((each) => asJson(each).fixable);
    if (!own.length) continue;
    counts.encoded++;
    counts[KINDS.find(([, is]) => own.some(is))[0]]++;
  }
  return { ...counts, checked: counts.encoded - counts.attested };
}

/** A Markdown table of the coverage. @param pages where the pages of the sections are: `controls/` */
export function coverageTable(loaded, pages) {
  const line = (title, counts) => {
    const { recommendations, encoded, checked, fixed, asked, named, advised, attested } = counts;
    return row(title, recommendations, encoded, checked, fixed, asked, named, advised, attested);
  };
  const own = sections(loaded).filter(({ number }) => number);
  const beyond = loaded.controls.filter((control) => !loaded.cisNumbers(control).length).length;
  return [
    '| Section | Recommendations | Encoded | Checked | Fixed | Fixed with an answer | Fixed when named | Advised | Attested |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...own.map(({ number, slug, title }) => line(`${number} [${title}](${pages}${slug}.md)`, coverage(loaded, number))),
    line('**All**', coverage(loaded)),
    ...(beyond ? ['', `${beyond} controls more close what scanners report beyond the benchmark.`] : []),
  ];
}
