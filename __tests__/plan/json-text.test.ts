import fc from 'fast-check';
import { jsonText, Listed } from '../../remediations/render/json-text';

test('pieces are what JSON.stringify writes, for lists of any length', () => {
  const lengths = fc.constantFrom(0, 1, 255, 256, 257, 600);
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })),
      fc.jsonValue(),
      lengths,
      (object, item, n) => {
        const list = Array.from({ length: n }, (_, i) => [i, item]);
        const listed = new Listed(list, ([i, each]) => ({ i, each }));
        const wanted = { ...object, '"list"\n': list.map(([i, each]) => ({ i, each })), last: [] };
        const text = [...jsonText({ ...object, '"list"\n': listed, last: new Listed([], String) })].join('');
        expect(text).toBe(`${JSON.stringify(wanted, null, 2)}\n`);
      },
    ),
    { numRuns: 60 },
  );
  expect([...jsonText({})].join('')).toBe('{}\n');
});
