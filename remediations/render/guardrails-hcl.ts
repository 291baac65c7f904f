import {
  type AssignedGuardrails,
  type TerraformAttributes,
  type TerraformValue,
  terraformOf,
} from '../../controls/guardrails/terraform';
import { isObject, type Value } from '../../controls/value';
import { hclText, keyText } from '../edit/hcl-text';
import { type Content, renderContent } from '../hcl/render';

const STYLE = { indent: '', unit: '  ', lineEnding: '\n' } as const;

/** Guardrails as a root module, for teams without CDKTF. */
export function guardrailsHcl(guardrails: AssignedGuardrails): string {
  const { scope } = guardrails;
  const resources = terraformOf(guardrails).map(({ type, name, attributes, blocks }) => ({
    name: `resource "${type}" "${name}"`,
    value: [
      ...contentOf(attributes),
      ...blocks.map((block) => ({ name: block.name, value: contentOf(block.attributes) })),
    ],
  }));
  const blocks: Content = [
    {
      name: 'terraform',
      value: [
        {
          name: 'required_providers',
          value: [{ name: 'azurerm', value: hclText({ source: 'hashicorp/azurerm', version: '>= 4.0' }) }],
        },
      ],
    },
    {
      name: 'provider "azurerm"',
      value: [
        ...('subscription' in scope ? [{ name: 'subscription_id', value: hclText(scope.subscription) }] : []),
        { name: 'features', value: [] },
      ],
    },
    ...resources,
  ];
  return `# Made by plumbline guardrails.\n\n${renderContent(blocks, STYLE)}\n`;
}

const contentOf = (attributes: TerraformAttributes): Content =>
  Object.entries(attributes).map(([name, value]) => ({ name, value: textOf(value) }));

function textOf(value: TerraformValue): string {
  if (typeof value === 'object' && 'json' in value) return `jsonencode(${lines(value.json as Value)})`;
  return hclText(value as Value);
}

/** JSON that people review: a line for each member of an object, and for each object of a list. */
function lines(value: Value): string {
  const isNested = (each: Value) => typeof each === 'object' && each !== null;
  if (Array.isArray(value) && value.some(isNested))
    return `[\n${value.map((each) => `  ${lines(each).replace(/\n(?=[^\n])/g, '\n  ')}`).join(',\n')}\n]`;
  if (!isObject(value)) return hclText(value);
  const members = Object.entries(value).map(([name, each]) => ({ name: keyText(name), value: lines(each) }));
  return `{\n${renderContent(members, { ...STYLE, indent: '  ' })}\n}`;
}
