import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parse } from '../../remediations/hcl/parse';
import { filesBelow, fixtures } from './corpus';
import { documentText, mutated } from './generate';
import { hcl2json } from './oracle';
import { toJson } from './to-json';

/** Set to go through a folder of other people's Terraform as well. */
const CORPUS = process.env.PLUMBLINE_HCL_CORPUS;

function ours(text: string): unknown {
  const result = parse(text);
  // Numbers such as 1e400 have no JSON; the round trip treats both sides alike.
  return result.ok ? JSON.parse(JSON.stringify(toJson(result.file))) : 'invalid';
}

test.each(fixtures().map(({ name, text }) => [name, text]))('%s has the values hcl2json gives it', async (_, text) => {
  expect(ours(text)).toEqual(await hcl2json(text));
});

test('generated documents have the values hcl2json gives them', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(documentText, async (text) => {
      const expected = await hcl2json(text);
      if (expected === 'unconvertible') return;
      if (expected !== 'invalid') compared++;
      expect(ours(text)).toEqual(expected);
    }),
    { seed: 1, numRuns: 1500 },
  );
  expect(compared).toBeGreaterThan(1000);
});

test('broken documents are accepted and rejected as by hcl2json', async () => {
  const items = fixtures().flatMap(({ text }) => {
    const parsed = parse(text);
    return parsed.ok ? parsed.file.body.items.map((item) => `${text.slice(item.start, item.end)}\n`) : [];
  });
  const verdicts = { accepted: 0, rejected: 0 };
  await fc.assert(
    fc.asyncProperty(mutated(items), async (text) => {
      const accepted = (await hcl2json(text)) !== 'invalid';
      verdicts[accepted ? 'accepted' : 'rejected']++;
      expect(parse(text).ok).toBe(accepted);
    }),
    { seed: 2, numRuns: Number(process.env.PLUMBLINE_HCL_MUTATIONS ?? 3000) },
  );
  expect(verdicts.accepted).toBeGreaterThan(500);
  expect(verdicts.rejected).toBeGreaterThan(500);
});

(CORPUS === undefined ? test.skip : test)(
  'the corpus has the verdicts and values of hcl2json',
  async () => {
    const figures = { files: 0, accepted: 0, rejected: 0, characters: 0, ourMs: 0, theirMs: 0 };
    const differing: string[] = [];
    for (const { name, text } of filesBelow(CORPUS!)) {
      const start = performance.now();
      parse(text);
      const middle = performance.now();
      const expected = await hcl2json(text);
      figures.theirMs += performance.now() - middle;
      figures.ourMs += middle - start;
      figures.files++;
      figures.characters += text.length;
      figures[expected === 'invalid' ? 'rejected' : 'accepted']++;
      const same = expected === 'unconvertible' ? ours(text) !== 'invalid' : isDeepStrictEqual(ours(text), expected);
      if (!same) differing.push(name);
    }
    console.log(JSON.stringify(figures));
    expect(differing).toEqual([]);
  },
  600_000,
);
