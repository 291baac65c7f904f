// What is told of an app in memory: synthesized, checked, planned.
import type { TerraformStack } from 'cdktf';
import type { Impact } from '../../controls/control';
import type { Value } from '../../controls/value';
import { Program, type ProgramFile } from '../../remediations/cdktf/program';
import { type ToldConstruct, toldConstructs } from '../../remediations/cdktf/told';
import { asReport, checkEstate } from '../../remediations/check';
import { type Estate, readEstate } from '../../remediations/locate/hcl/estate';
import { sourceFile } from '../../remediations/locate/hcl/tree';
import type { Question } from '../../remediations/plan-types';
import { type Remediation, remediate } from '../../remediations/remediate';
import { synthesized } from '../constructs/synth';

export const DOCUMENT = 'cdktf.out/stacks/test/cdk.tf.json';

export const estateOf = (stack: TerraformStack): Estate =>
  readEstate([sourceFile(DOCUMENT, JSON.stringify(synthesized(stack), null, 2))]);

/** `control address` of everything that deviates at level 2. */
export const deviating = (estate: Estate): string[] =>
  checkEstate(estate, { level: 2 }).deviating.map(({ control, address }) => `${control.id} ${address}`);

export interface Told extends Remediation {
  readonly constructs: readonly ToldConstruct[];
}

const EVERYTHING: ReadonlySet<Impact> = new Set(['replaces', 'irreversible'] as const);

/** Our own findings on a stack, planned; every question is answered. */
export function tell(stack: TerraformStack, sources: readonly ProgramFile[] = []): Told {
  const estate = estateOf(stack);
  const report = asReport(checkEstate(estate, { level: 2 }));
  const planned = (answers: Record<string, Value>) =>
    remediate([report], estate, { level: 2, answers, allow: EVERYTHING });
  const answers: Record<string, Value> = {};
  for (const { parameter, type } of planned({}).plan.questions) answers[parameter] = ANSWERS[type];
  const result = planned(answers);
  const programs = new Map([[DOCUMENT, new Program(sources)]]);
  return { ...result, constructs: toldConstructs(result.plan.told, estate, programs) };
}

const ANSWERS: Readonly<Record<Question['type'], Value>> = {
  string: 'an answer',
  list: ['203.0.113.0/24'],
  id: '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Thing/things/it',
  date: '2030-01-01T00:00:00Z',
};
