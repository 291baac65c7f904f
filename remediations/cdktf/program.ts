import { position } from '../hcl/text';
import type { Element } from './element';
import { endOfText, skeleton } from './skeleton';

/** A TypeScript file of an app; the path is the one to show. */
export interface ProgramFile {
  readonly path: string;
  readonly text: string;
}

/** `const logs = new StorageAccount(this, 'logs', …)` */
export interface Creation {
  readonly file: string;
  readonly line: number;
  readonly className: string;
  /** The first argument as it is written: `this`. */
  readonly scope: string;
  /** How the code around it names what is made: `logs`, `this.logs`. */
  readonly variable?: string;
  /** The class it is written in, '' outside. */
  readonly owner: string;
  /** The second argument as it is written: `'logs'`. */
  readonly idCode: string;
  /** What ids it makes; undefined where an expression says. */
  readonly id?: string | RegExp;
}

/** Where an element is made. */
export interface Found {
  /** One: this makes it. Several: one of these does. None: the code does not show it. */
  readonly creations: readonly Creation[];
  /** Where none is: what makes an element around it. */
  readonly around?: Creation;
}

/**
 * The `new Class(scope, 'id'` of an app's sources, found by their shape: no compiler, no types. Which of them makes an element
 * is told by its id, its class, and by the classes that make what stands around it.
 */
export class Program {
  private readonly creations: readonly Creation[];
  private readonly found = new Map<string, Found>();

  constructor(files: readonly ProgramFile[]) {
    this.creations = files.flatMap(creationsIn);
  }

  find(element: Element): Found {
    const { path, className } = element;
    const key = `${className} ${path}`;
    const known = this.found.get(key) ?? this.search(element);
    this.found.set(key, known);
    return known;
  }

  private search({ path, className, stackTrace }: Element): Found {
    const ids = path.split('/');
    const traced = this.traced(stackTrace, className);
    if (traced) return { creations: [traced] };
    const creations = this.making(ids, className);
    if (creations.length) return { creations };
    for (let depth = ids.length - 1; depth > 0; depth--) {
      const [around, ...more] = this.named(ids.slice(0, depth));
      if (around && !more.length) return { creations: [], around };
    }
    return { creations: [] };
  }

  private traced(stackTrace: readonly string[], className: string): Creation | undefined {
    for (const frame of stackTrace) {
      const [, file, line] = /([^\s(]+\.ts):(\d+):\d+\)?$/.exec(frame) ?? [];
      const here = this.creations.filter(
        (each) => each.className === className && String(each.line) === line && file.endsWith(`/${each.file}`),
      );
      if (here.length === 1) return here[0];
    }
    return undefined;
  }

  /** Of the class and the id; else a class of that id that may extend it; else of the class, with an id that is computed. */
  private making(ids: readonly string[], className: string): readonly Creation[] {
    const ofClass = this.creations.filter((each) => each.className === className);
    const tiers = [
      this.named(ids, ofClass),
      this.named(ids),
      this.within(
        ids,
        ofClass.filter((each) => !each.id),
      ),
    ];
    return tiers.find((each) => each.length) ?? [];
  }

  /** By the last id, those written out first, and in a class that makes what stands around, where that tells them apart. */
  private named(ids: readonly string[], among = this.creations): readonly Creation[] {
    const last = ids[ids.length - 1];
    const literal = among.filter(({ id }) => id === last);
    const made = literal.length ? literal : among.filter(({ id }) => id instanceof RegExp && id.test(last));
    return this.within(ids, made);
  }

  private within(ids: readonly string[], among: readonly Creation[]): readonly Creation[] {
    if (among.length < 2 || ids.length < 2) return among;
    const owners = new Set(this.named(ids.slice(0, -1)).map(({ className }) => className));
    const inside = among.filter(({ owner }) => owners.has(owner));
    return inside.length ? inside : among;
  }
}

const NEW = /\bnew\s+(?:[\w$]+\s*\.\s*)*([A-Z][\w$]*)\s*(?:<[^<>()]*>)?\s*\(/g;

function creationsIn({ path, text }: ProgramFile): Creation[] {
  const code = skeleton(text);
  const classes = classesIn(code);
  return [...code.matchAll(NEW)].flatMap((found): Creation[] => {
    const open = found.index + found[0].length;
    const [scope, id] = argumentsAt(code, open);
    if (!scope || !id) return [];
    const owner = classes.findLast(({ start, end }) => start < found.index && found.index < end)?.name ?? '';
    const [, variable] =
      /(?:\b(?:const|let|readonly)\s+|(?=this\.))((?:this\.)?[\w$]+)\s*=\s*$/.exec(code.slice(0, found.index)) ?? [];
    const idCode = text.slice(...id).trim();
    const written = idOf(idCode);
    return [
      {
        file: path,
        line: position(text, found.index).line,
        className: found[1],
        scope: text.slice(...scope).trim(),
        idCode,
        owner,
        ...(variable ? { variable } : {}),
        ...(written === undefined ? {} : { id: written }),
      },
    ];
  });
}

/** Spans of the arguments behind an open bracket; a skeleton has no other brackets and commas than those of the code. */
function argumentsAt(code: string, open: number): [number, number][] {
  const spans: [number, number][] = [];
  let depth = 0;
  let start = open;
  for (let at = open; at < code.length; at++) {
    const sign = code[at];
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && depth-- === 0) {
      if (code.slice(start, at).trim() || spans.length) spans.push([start, at]);
      break;
    } else if (sign === ',' && depth === 0) {
      spans.push([start, at]);
      start = at + 1;
      // What follows the id is not asked for, and may be long.
      if (spans.length === 2) break;
    }
  }
  return spans;
}

function idOf(text: string): string | RegExp | undefined {
  if (!/^["'`]/.test(text) || endOfText(text, 0) !== text.length) return undefined;
  const inside = text.slice(1, -1);
  if (text[0] !== '`' || !inside.includes('${')) return inside;
  const parts = inside.split(/\$\{[^{}]*\}/);
  // A computed part may be anything; without a fixed one beside it nothing is told.
  if (parts.every((part) => part === '') || parts.some((part) => part.includes('${'))) return undefined;
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
}

function classesIn(code: string): { name: string; start: number; end: number }[] {
  return [...code.matchAll(/\bclass\s+([\w$]+)[^{]*\{/g)].map(({ index, 0: head, 1: name }) => {
    let depth = 1;
    let end = index + head.length;
    for (; end < code.length && depth; end++) depth += code[end] === '{' ? 1 : code[end] === '}' ? -1 : 0;
    return { name, start: index, end };
  });
}
