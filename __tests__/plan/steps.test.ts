// A wave in small steps: each is HCL, the last one is the text of the wave, no change is lost, in whatever order they come.
import fc from 'fast-check';
import { stepsOf } from '../../remediations/edit/steps';
import { parse } from '../../remediations/hcl/parse';
import type { Change } from '../../remediations/plan-types';
import { account, finding, remedy } from './code';

const RULES = ['CKV_AZURE_44', 'CKV_AZURE_3', 'CKV_AZURE_59', 'CKV_AZURE_190', 'CKV2_AZURE_47', 'CKV2_AZURE_38'];
const NAMES = ['a', 'b', 'c'];
const findings = NAMES.flatMap((name) => RULES.map((rule) => finding(rule, `azurerm_storage_account.${name}`)));

const TREES = {
  'apart from each other': NAMES.map((name) => account(name, 'min_tls_version = "TLS1_0"')).join('\n'),
  'without a blank line between': NAMES.map((name) => account(name)).join(''),
  'on one line, with comments, in CRLF': NAMES.map(
    (name) =>
      `${account(name, 'tags = {} # one\nmin_tls_version = "TLS1_1" # two').replaceAll('\n', '\r\n')}variable "${name}" {} # three\r\n`,
  ).join(''),
  'without a newline at the end': account('a') + account('b') + account('c').trimEnd(),
};

test.each(Object.entries(TREES))('blocks %s', (_, text) => {
  const { waves } = remedy({ 'main.tf': text }, findings);
  expect(waves.length).toBe(2);
  for (const wave of waves) {
    const shuffled = fc.shuffledSubarray([...wave.changes], { minLength: wave.changes.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        const steps = [...stepsOf(wave, order)];
        expect(steps.every((step) => parse(step.text).ok)).toBe(true);
        expect(steps.flatMap(({ changes }) => changes)).toEqual(order);
        expect(steps.at(-1)?.text).toBe(wave.files.get('main.tf')?.after);
        const texts = [wave.files.get('main.tf')?.before, ...steps.map((step) => step.text)];
        expect(new Set(texts).size).toBe(texts.length);
      }),
      { numRuns: 20 },
    );
  }
});

test('what has no text of its own is not lost', () => {
  const { waves } = remedy({ 'main.tf': account('a', 'min_tls_version = "TLS1_0"') }, [findings[0]]);
  const [wave] = waves;
  const [first] = wave.changes;
  const again: Change = { ...first };
  const steps = [...stepsOf({ ...wave, changes: [first, again] }, [first, again])];
  expect(steps.flatMap(({ changes }) => changes)).toEqual([first, again]);
  expect(steps.at(-1)?.text).toBe(wave.files.get('main.tf')?.after);
});
