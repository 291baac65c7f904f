import type { Ask } from '../controls/control';
import type { Question } from './plan-types';

/** What only the owner can answer: each question once, with everything that waits for it. */
export class Questions {
  private readonly asked = new Map<string, { ask: Ask; resources: Set<string>; controls: Set<string> }>();

  add(ask: Ask, resource: string, control: string): void {
    const known = this.asked.get(ask.parameter) ?? { ask, resources: new Set(), controls: new Set() };
    known.resources.add(resource);
    known.controls.add(control);
    this.asked.set(ask.parameter, known);
  }

  /** Sorted by parameter. */
  list(): Question[] {
    return [...this.asked.values()]
      .map(({ ask: { parameter, question, type }, resources, controls }) => ({
        parameter,
        question,
        type,
        resources: [...resources].sort(),
        controls: [...controls].sort(),
      }))
      .sort((a, b) => (a.parameter < b.parameter ? -1 : 1));
  }
}
