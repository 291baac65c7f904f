import { isObject, type Value } from '../../controls/value';

const expressions = new Map<string, RegExp>();
/** Whether all of a text fits a pattern; `*` stands for any text, capitals count as small letters. */
export function fits(pattern: string, text: string): boolean {
  let expression = expressions.get(pattern);
  if (!expression) {
    const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    expression = new RegExp(`^${parts.join('.*')}$`, 'is');
    expressions.set(pattern, expression);
  }
  return expression.test(text);
}

/** The text of a tag; Azure does not tell names of tags apart by their case. */
export function tagNamed(tags: Value | undefined, name: string): string | undefined {
  const found = isObject(tags) ? Object.entries(tags) : [];
  const tag = found.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
  return typeof tag === 'string' ? tag : undefined;
}

/** Shown where no tag says who answers for something. */
export const NO_OWNER = 'nobody named';

/** Whether a resource has all these tags. */
export const tagsFit = (patterns: Readonly<Record<string, string>> = {}, tags: Value | undefined): boolean =>
  Object.entries(patterns).every(([name, pattern]) => {
    const tag = tagNamed(tags, name);
    return tag !== undefined && fits(pattern, tag);
  });
