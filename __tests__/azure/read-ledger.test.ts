// The ledger of an earlier plan is read alone where the file is as we write it, and with the whole file where it is not.
import { readLedger } from '../../remediations/overlay/ledger';
import { PLAN_SCHEMA } from '../../remediations/render/plan-json';

const entry = {
  id: 'azurerm_x.y',
  title: 'ü, "quoted"\n  "ledger": []',
  controls: ['a'],
  overlay: { type: 'azurerm_x', name: 'y', ignore: ['a'], settings: [] },
};
const plan = (ledger: unknown) => ({
  schema: PLAN_SCHEMA,
  notes: ['\n  "ledger": ['],
  changes: [{ ledger: [{ id: 'another', overlay: {} }] }],
  ledger,
  questions: [],
});
const read = (text: string) => readLedger(Buffer.from(text, 'utf8'));

test.each([[[]], [[entry]], [[entry, { ...entry, id: 'z' }, { id: 'no overlay' }]]])('%j', (ledger) => {
  const entries = ledger.filter((each) => 'overlay' in each);
  for (const indent of [2, 0, 1, 4, '\t']) expect(read(JSON.stringify(plan(ledger), null, indent))).toEqual(entries);
  expect(read(JSON.stringify(plan(ledger), null, 2).replaceAll('\n', '\r\n'))).toEqual(entries);
});

test('a member that stands last, and none', () => {
  const { ledger, ...others } = plan([entry]);
  expect(read(JSON.stringify({ ...others, ledger }, null, 2))).toEqual([entry]);
  expect(read(JSON.stringify(others, null, 2))).toEqual([]);
});

test('a file that was cut off before the ledger ends is an error', () => {
  const text = JSON.stringify(plan([entry]), null, 2);
  for (let end = text.indexOf(',\n  "questions"'); end > 0; end -= 7) expect(() => read(text.slice(0, end))).toThrow();
});
