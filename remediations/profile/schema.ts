import type { Ask, Control } from '../../controls/control';
import { controls } from '../../controls/index';
import { BACKEND } from './backend';
import { BASELINE_FACTS } from './baseline-facts';
import { GUARDRAIL_CHOICE } from './guardrail-choice';
import { parameters } from './parameters';
import { CRITICALITIES } from './profile';

const TEXT = { type: 'string', minLength: 1 } as const;
const PATTERN = { ...TEXT, description: 'Pattern; * stands for any text.' } as const;
const TAGS = {
  type: 'object',
  minProperties: 1,
  additionalProperties: TEXT,
  description: 'Patterns by name of the tag.',
};
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

const mapping = (properties: object, more: object = {}) => ({
  type: 'object',
  additionalProperties: false,
  ...more,
  properties,
});

function answerSchema({ type, format, question }: Ask): object {
  const one = format === 'guid' ? { ...TEXT, pattern: '^[0-9a-fA-F-]{36}$' } : TEXT;
  const many = { anyOf: [TEXT, { type: 'array', minItems: 1, items: TEXT }] };
  return { ...(type === 'list' ? many : one), description: question };
}

const ids = (which: (control: Control) => boolean): string[] =>
  controls
    .filter(which)
    .map(({ id }) => id)
    .sort();

/** JSON Schema of plumbline.yaml, for editors: what may stand in it, with the questions as descriptions. */
export const profileSchema = (): object => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'azure-plumbline/profile',
  title: 'plumbline.yaml: what the owner of the baseline decides',
  $defs: { control: { enum: ids(() => true) }, onRequest: { enum: ids(({ onRequest }) => onRequest !== undefined) } },
  ...mapping({
    level: { enum: [1, 2], description: 'Level of the benchmark; 2 holds 1.' },
    provider: {
      type: ['string', 'number'],
      description: 'azurerm release where the code does not say one, such as "4.55".',
    },
    parameters: mapping(
      Object.fromEntries(
        [...parameters()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, ask]) => [name, answerSchema(ask)]),
      ),
      { type: ['object', 'null'], description: 'Answers to the questions of the controls.' },
    ),
    on: {
      type: 'array',
      items: { $ref: '#/$defs/onRequest' },
      description: 'Controls on request that this baseline asks for, in check as in plan.',
    },
    off: {
      type: 'object',
      propertyNames: { $ref: '#/$defs/control' },
      additionalProperties: TEXT,
      description: 'Controls that do not count here, each with its reason.',
    },
    exceptions: {
      type: 'array',
      description:
        'Where a control does not hold, why, who answers for it, and until when. All that is named has to fit.',
      items: mapping(
        {
          control: { $ref: '#/$defs/control' },
          address: { ...PATTERN, description: 'Pattern of resource addresses; * stands for any text.' },
          arm: { ...PATTERN, description: 'Pattern of ids in Azure; * stands for any text.' },
          path: { ...PATTERN, description: 'Pattern of paths of files; * stands for any text.' },
          tags: TAGS,
          reason: TEXT,
          owner: TEXT,
          until: { ...DAY, description: 'The last day it counts, UTC.' },
          ticket: TEXT,
        },
        {
          required: ['control', 'reason', 'owner', 'until'],
          anyOf: ['address', 'arm', 'path', 'tags'].map((name) => ({ required: [name] })),
        },
      ),
    },
    noExceptions: {
      type: 'array',
      items: { $ref: '#/$defs/control' },
      description: 'Controls from which nothing is excepted, whatever teams or the code say.',
    },
    attestations: {
      type: 'array',
      description: 'What a person has seen to that no tool can check.',
      items: mapping(
        {
          control: { enum: ids(({ manual }) => manual !== undefined) },
          by: { ...TEXT, description: 'Who has seen to it.' },
          on: { ...DAY, description: 'The day it was looked at.' },
          evidence: { ...TEXT, description: 'Where the evidence is kept.' },
          next: { ...DAY, description: 'The day by which it is looked at again.' },
        },
        { required: ['control', 'by', 'on', 'evidence', 'next'] },
      ),
    },
    environments: {
      type: 'object',
      additionalProperties: { anyOf: [TEXT, { type: 'array', minItems: 1, items: TEXT }] },
      description: 'Variable files of each environment, in the order they are loaded, relative to the code folder.',
    },
    criticality: {
      type: 'array',
      description: 'How much resources matter; the first rule that fits counts.',
      items: mapping(
        { is: { enum: CRITICALITIES }, tags: TAGS, name: { ...PATTERN, description: 'Pattern of names in Azure.' } },
        { required: ['is'], anyOf: [{ required: ['tags'] }, { required: ['name'] }] },
      ),
    },
    baseline: {
      description: 'What the published document says of itself (plumbline baseline docs).',
      ...mapping(
        Object.fromEntries(
          Object.entries(BASELINE_FACTS).map(([name, description]) => [
            name,
            { ...(name === 'review' ? DAY : TEXT), description },
          ]),
        ),
      ),
    },
    guardrails: {
      description: 'Where Azure Policy holds the baseline, and how strictly.',
      ...mapping({
        ...GUARDRAIL_CHOICE,
        deny: {
          type: 'array',
          items: { $ref: '#/$defs/control' },
          description: 'Controls that refuse already, whatever the others do.',
        },
      }),
    },
    backend: {
      description: "Where the state of remediation stacks is kept: Terraform's backend azurerm.",
      ...mapping(
        Object.fromEntries(
          Object.entries(BACKEND).map(([name, { type, description }]) => [name, { type, description }]),
        ),
        { required: Object.entries(BACKEND).flatMap(([name, { required }]) => (required ? [name] : [])) },
      ),
    },
  }),
});
