import type { Control } from '../controls/control';

/** Parameters that a control asks for, by name. */
export function questionsOf(control: Control): string[] {
  const text = JSON.stringify([control.want, control.companions, control.asks]);
  return [...new Set([...text.matchAll(/"parameter":"(\w+)"/g)].map((match) => match[1]))];
}
