import { existsSync, readFileSync } from 'node:fs';
import { type App, TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { mark } from '../constructs/marks';
import { escaped } from '../constructs/template';
import { type GuardrailOptions, guardrails } from '../controls/guardrails/initiative';
import {
  type AssignedGuardrails,
  type Exemption,
  GUARDRAILS_SCHEMA,
  type GuardrailScope,
  type TerraformResource as Planned,
  type TerraformAttributes,
  type TerraformValue,
  terraformOf,
} from '../controls/guardrails/terraform';
import { Reference } from '../controls/value';
import { PlanFileError } from './plan-file';
import { azurerm } from './provider';

export interface GuardrailStackProps extends GuardrailOptions {
  readonly scope: GuardrailScope;
  /** false: evaluated, and nothing is refused whatever the effect. @default true */
  readonly enforce?: boolean;
  readonly exemptions?: readonly Exemption[];
}

/** Azure Policy from the same controls: definitions, an initiative and an assignment for each level, exemptions. */
export class GuardrailStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: GuardrailStackProps | AssignedGuardrails) {
    super(scope, id);
    const assigned: AssignedGuardrails =
      'initiatives' in props ? props : { enforce: true, exemptions: [], ...props, ...guardrails(props) };
    mark(this, 'partial', 'guardrails are no workload');
    azurerm(this, 'subscription' in assigned.scope ? { subscriptionId: assigned.scope.subscription } : {});
    for (const each of terraformOf(assigned)) new Policy(this, each);
  }
}

/** The stack of a guardrails.json, which `plumbline guardrails` wrote and somebody reviewed. */
export function guardrailStack(app: App, file: string, id = 'guardrails'): GuardrailStack {
  return new GuardrailStack(app, id, readGuardrails(file));
}

function readGuardrails(file: string): AssignedGuardrails {
  const again = 'make it again with "plumbline guardrails --out <folder>"';
  if (!existsSync(file)) throw new PlanFileError(`there are no guardrails at ${file}: ${again}`);
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new PlanFileError(`${file} is not JSON (${(error as Error).message}): ${again}`);
  }
  const { schema, scope, definitions, initiatives, exemptions } = (document ?? {}) as Record<string, unknown>;
  if (schema !== GUARDRAILS_SCHEMA)
    throw new PlanFileError(
      `${file} has the schema ${JSON.stringify(schema) ?? 'nothing'}, but this release reads ${GUARDRAILS_SCHEMA}: ${again}`,
    );
  const isWhole = [definitions, initiatives, exemptions].every(Array.isArray) && typeof scope === 'object' && scope;
  if (!isWhole) throw new PlanFileError(`${file} is not whole: ${again}`);
  return document as AssignedGuardrails;
}

class Policy extends TerraformResource {
  constructor(
    scope: Construct,
    private readonly planned: Planned,
  ) {
    if (!/^azurerm_[a-z_]+$/.test(planned.type) || !/^[A-Za-z_]\w*$/.test(planned.name))
      throw new PlanFileError(`the guardrails name a resource ${JSON.stringify(`${planned.type}.${planned.name}`)}`);
    super(scope, `${planned.type}-${planned.name}`, {
      terraformResourceType: planned.type,
      terraformGeneratorMetadata: { providerName: 'azurerm' },
    });
    this.overrideLogicalId(planned.name);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const blocks: Record<string, unknown[]> = {};
    for (const { name, attributes } of this.planned.blocks) {
      blocks[name] ??= [];
      blocks[name].push(synthesized(attributes));
    }
    return { ...synthesized(this.planned.attributes), ...blocks };
  }
}

const synthesized = (attributes: TerraformAttributes): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, synthesizedValue(value)]));

/** What the file says is text: `${` and `%{` in it are no expressions. */
function synthesizedValue(value: TerraformValue): unknown {
  if (value instanceof Reference) return `\${${value}}`;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return escaped(value);
  return 'json' in value ? escaped(JSON.stringify(value.json)) : value.map(escaped);
}
