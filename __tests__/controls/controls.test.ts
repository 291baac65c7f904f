import { controlById } from '../../controls/index';
import { readEstate } from '../../remediations/locate/hcl/estate';
import { sourceFile } from '../../remediations/locate/hcl/tree';
import { type Answer, checked, fixtures, judged, lists, readFixture } from './harness';

describe('a fixture is judged as its names say', () => {
  for (const fixture of fixtures)
    test(fixture.name, () => {
      const rows = judged(fixture.control, readFixture(fixture));
      expect(lists(rows, 'answer')).toEqual(lists(rows, 'expected'));
    });
});

test('every control is seen to pass, to fail and not to know', () => {
  const lacking = checked.flatMap(({ id }) => {
    const own = fixtures.filter(({ set, control }) => set === 'fixtures' && control.id === id);
    const seen = new Set(
      own.flatMap((fixture) => judged(fixture.control, readFixture(fixture)).map((row) => row.expected)),
    );
    return (['pass', 'fail', 'unknown'] satisfies Answer[])
      .filter((answer) => !seen.has(answer))
      .map((answer) => `${id}: ${answer}`);
  });
  expect(lacking).toEqual([]);
});

test('absence is not concluded from a folder that does not parse', () => {
  const account = 'resource "azurerm_storage_account" "unknown_logs" {\n  name = "logs"\n}\n';
  const files = [sourceFile('main.tf', account), sourceFile('broken.tf', 'resource "azurerm_monitor')];
  for (const id of ['storage-blob-logging', 'storage-private-endpoint']) {
    const [row, ...others] = judged(controlById(id)!, readEstate(files));
    expect([row.answer, others.length]).toEqual(['unknown', 0]);
  }
});
