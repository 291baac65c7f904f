import type { Draft } from './draft';
import type { Format } from './format';
import { at, list, record, textAt } from './json';
import { addPowerpipe } from './powerpipe-record';

/** The tree of benchmarks, their parts, controls and results that Powerpipe and Steampipe write. */
export const powerpipe: Format = {
  name: 'powerpipe',
  title: 'Powerpipe or Steampipe, `powerpipe benchmark run --output json`',
  shape: '`groups` or `controls` with a `group_id`, or a control with `control_id` and `results`',
  recognises: ({ json }) =>
    list(Array.isArray(json) ? json : [json])
      .slice(0, 20)
      .some(isTree),
  read({ json }, draft) {
    const open: unknown[] = Array.isArray(json) ? [...list(json)].reverse() : [json];
    // Not by recursion: how deep a report nests is its own choice.
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const inner of [...list(at(node, 'controls')), ...list(at(node, 'groups'))].reverse()) open.push(inner);
      if (!record(node)) draft.ignore('unreadable');
      else if (at(node, 'control_id') !== undefined) readControl(node, draft);
    }
  },
};

const isTree = (node: unknown): boolean =>
  (textAt(node, 'group_id') !== undefined &&
    (at(node, 'groups') !== undefined || at(node, 'controls') !== undefined)) ||
  (textAt(node, 'control_id') !== undefined && at(node, 'results') !== undefined);

function readControl(control: unknown, draft: Draft): void {
  const results = list(at(control, 'results'));
  // A query that failed has an error in place of results.
  if (results.length === 0 && textAt(control, 'run_error')) draft.ignore('unknown');
  for (const result of results)
    addPowerpipe(
      {
        control: textAt(control, 'control_id'),
        status: textAt(result, 'status'),
        reason: textAt(result, 'reason'),
        title: textAt(control, 'title'),
        severity: textAt(control, 'severity'),
        resource: textAt(result, 'resource'),
        subscription: dimension(result, 'subscription_id'),
      },
      draft,
    );
}

function dimension(result: unknown, name: string): string | undefined {
  const found = list(at(result, 'dimensions')).find((each) => textAt(each, 'key') === name);
  return textAt(found, 'value');
}
