import { BENCHMARKS, byNumber, cisNumbers } from '../../controls/benchmarks';
import crosswalk from '../../controls/crosswalk.json';
import { controlById, controls, findControls } from '../../controls/index';

const tls = controlById('storage-min-tls')!;

test('a control has the numbers of each version that asks for it', () => {
  expect(BENCHMARKS.map((version) => cisNumbers(tls, version))).toEqual([
    ['3.15'],
    ['3.15'],
    ['4.15'],
    ['10.3.7'],
    ['9.3.6'],
    ['9.3.6'],
  ]);
});

test('a control that stands for several recommendations has all of their numbers, in order and once', () => {
  expect(cisNumbers(controlById('key-vault-key-expiry')!, '5.0')).toEqual(['8.3.1', '8.3.2']);
});

test('a number is looked up in the version that is meant', () => {
  expect(findControls('9.3.6', '5.0')).toEqual([tls]);
  expect(findControls('9.3.6')).toEqual([]);
});

test('numbers are ordered as numbers', () => {
  expect(['4.10', '10.1', '4.2', '4.2.1'].sort(byNumber)).toEqual(['4.2', '4.2.1', '4.10', '10.1']);
});

test('the crosswalk names recommendations of CIS 3.0.0, and versions that are offered', () => {
  const numbers = Object.keys(crosswalk);
  expect(numbers.length).toBe(159);
  expect(controls.flatMap((control) => cisNumbers(control)).filter((number) => !numbers.includes(number))).toEqual([]);
  const versions = new Set(Object.values(crosswalk).flatMap((others) => Object.keys(others)));
  expect([...versions].filter((version) => !BENCHMARKS.some((each) => each === version))).toEqual([]);
});
