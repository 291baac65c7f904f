// Controls that are code: what they accept and what they do not, a small step apart, as reviewed/ has it.
import { judge } from '../../controls/deviations';
import { controlById } from '../../controls/index';
import { Surroundings } from '../../controls/surroundings';
import type { Attributes } from '../../controls/value';
import { reviewed } from './reviewed';

const version = { major: 4, source: 'the test' } as const;

describe.each(Object.entries(reviewed('coded')))('%s', (name, { type, around = [], ...attributes }) => {
  const control = controlById(name.split(' ')[0])!;
  const answer = (each: Attributes) => {
    const resource = { address: `${type}.main`, type, attributes: each };
    return judge(control, resource, new Surroundings(version, [resource, ...around])).answer;
  };

  test.each(['yes', 'no', 'unknown'] as const)('%s', (expected) => {
    const others = (attributes[expected] ?? []).filter((each) => answer(each) !== expected);
    expect(others).toEqual([]);
  });
});
