import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parameters } from '../../remediations/profile/parameters';

const folder = join(__dirname, '../../constructs/patterns');
const sources = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** Properties of configs with the comment above them, as one line. */
const properties = sources.flatMap(({ name, text }) =>
  [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+readonly (\w+)(\??):/g)].map(
    ([, comment, property, optional]) => ({
      name,
      property,
      isOptional: optional === '?',
      comment: comment.replaceAll(/\s*\n\s*\*\s*/g, ' ').trim(),
    }),
  ),
);

test('what a control asks of the owner is a required property, with the question as its documentation', () => {
  const asked = properties.filter(({ property }) => parameters().has(property));
  expect(new Set(asked.map(({ property }) => property)).size).toBeGreaterThan(5);
  const silent = asked.filter(
    ({ property, comment, isOptional }) => isOptional || !comment.includes(parameters().get(property)?.question ?? ''),
  );
  expect(silent.map(({ name, property, comment }) => `${name} ${property}: ${comment}`)).toEqual([]);
});

test('every pattern is at level 2, and its main resource keeps its address', () => {
  const patterns = sources.filter(({ name }) => name !== 'parts.ts');
  const all = (part: string) => patterns.filter(({ text }) => !text.includes(part)).map(({ name }) => name);
  expect(all("'Default'")).toEqual(['subscription-baseline.ts']);
  // A key asks for everything itself.
  expect(all('setLevel(this, 2)')).toEqual(['encryption-key.ts']);
});
