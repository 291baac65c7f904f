import { UserError } from '../errors';
import { at, integer, list, record, textAt } from '../findings/json';
import { PLAN_SCHEMA } from '../render/plan-json';

/** A change of plan.json, as far as it can be looked for in Terraform's plan. */
export interface WantedChange {
  readonly id: string;
  readonly wave: number;
  readonly controls: readonly string[];
  readonly resources: readonly string[];
  readonly roots: readonly string[];
  readonly path: readonly (string | number)[];
  readonly to: unknown;
  readonly impact: string;
  /** The resource that is added beside each of `resources`. */
  readonly adds?: { readonly type: string; readonly name: string };
}

/** An entry of a remediation stack. */
export interface WantedOverlay {
  readonly id: string;
  readonly stack: string;
  readonly type: string;
  /** In its stack. */
  readonly address: string;
  /** The resource in Azure that it changes. */
  readonly armId: string;
  readonly controls: readonly string[];
  /** Arguments with the values that they have to get; of what is imported, those that Terraform does not ignore. */
  readonly wanted: Readonly<Record<string, unknown>>;
  /** Of what is imported. */
  readonly importId?: string;
  /** Terraform should let go of it. */
  readonly released: boolean;
}

export interface PlanFile {
  readonly changes: readonly WantedChange[];
  readonly overlays: readonly WantedOverlay[];
}

const texts = (value: unknown): string[] => list(value).filter((each): each is string => typeof each === 'string');

/** @throws UserError when it is not a plan.json that this version writes. */
export function checkPlanSchema(json: unknown, source: string): void {
  const schema = textAt(json, 'schema');
  if (schema !== PLAN_SCHEMA)
    throw new UserError(
      `${source}: ${schema ? `schema ${schema} is not known` : 'not a plan.json of plumbline'}`,
      `Give the plan.json that plumbline plan --out wrote: ${PLAN_SCHEMA}.`,
    );
}

/** What is wanted, as far as it can be looked for in Terraform's plan. */
export function readPlanFile(json: unknown, source: string): PlanFile {
  checkPlanSchema(json, source);
  return {
    changes: [
      ...list(at(json, 'changes')).map((change, i) => wantedChange(change, `${source}, changes[${i}]`)),
      // What a person wrote into a program is proven in the same way.
      ...list(at(json, 'constructs')).flatMap((construct, i) =>
        list(at(construct, 'changes')).map((change) => wantedChange(change, `${source}, constructs[${i}]`)),
      ),
    ],
    overlays: list(at(json, 'ledger')).flatMap(wantedOverlay),
  };
}

function wantedOverlay(entry: unknown): WantedOverlay[] {
  const overlay = at(entry, 'overlay');
  const [id, type, name] = [textAt(entry, 'id'), textAt(overlay, 'type'), textAt(overlay, 'name')];
  const attributes = record(at(overlay, 'attributes'));
  if (!id || !type || !name || !attributes) return [];
  const importId = textAt(overlay, 'importId');
  const ignored = new Set(importId === undefined ? [] : texts(at(overlay, 'ignore')));
  return [
    {
      id,
      stack: textAt(overlay, 'stack') ?? 'remediation',
      type,
      address: `${type}.${name}`,
      armId: textAt(overlay, 'armId') ?? '',
      controls: texts(at(entry, 'controls')),
      wanted: Object.fromEntries(Object.entries(attributes).filter(([argument]) => !ignored.has(argument))),
      ...(importId === undefined ? {} : { importId }),
      released: at(entry, 'released') === true,
    },
  ];
}

function wantedChange(json: unknown, place: string): WantedChange {
  const id = textAt(json, 'id');
  const resources = texts(at(json, 'resources'));
  if (!id || !resources.length)
    throw new UserError(`${place}: id and resources are missing`, 'Plan again with plumbline plan --out.');
  const [type, name] = [textAt(json, 'adds', 'type'), textAt(json, 'adds', 'name')];
  return {
    id,
    wave: integer(at(json, 'wave')) ?? 1,
    controls: list(at(json, 'controls')).flatMap((control) => textAt(control, 'id') ?? []),
    resources,
    roots: texts(at(json, 'roots')),
    path: list(at(json, 'path')).filter(
      (step): step is string | number => typeof step === 'string' || integer(step) !== undefined,
    ),
    to: at(json, 'to'),
    impact: textAt(json, 'impact') ?? 'in-place',
    ...(type && name ? { adds: { type, name } } : {}),
  };
}
