// What the command loads when it reads Azure: the SDK stands in this part of the program alone.
import { UserError } from '../errors';
import type { Scan } from './arm-object';
import { armClient, scopeOf } from './client';
import type { Cloud } from './cloud';
import { type AzureReport, FINDING_SOURCES, type FindingSource } from './findings-of-azure';
import { type Asked, Partial } from './partial';
import { redacted } from './redact';
import { type Reader, scan } from './scan';
import { credentialOf } from './sign-in';
import { belowManagementGroup } from './subscriptions';
import type { SignIn } from './ways-to-sign-in';

export interface ScanRequest {
  readonly cloud: Cloud;
  readonly subscriptions: readonly string[];
  readonly managementGroup?: string;
  readonly reader: Reader;
  readonly with: readonly FindingSource[];
  readonly signIn: SignIn;
  readonly tenant?: string;
  readonly redact: boolean;
  readonly resume: boolean;
  /** Where the parts of an unfinished scan are kept. */
  readonly partial: string;
  readonly version: string;
  readonly now: string;
  readonly told: (what: string) => void;
  readonly ask: (text: string) => void;
}

export interface ScanAnswer {
  readonly scan: Scan;
  /** What Azure itself found, by source, as its REST API gives it out. */
  readonly findings: ReadonlyMap<FindingSource, AzureReport>;
  /** To be called when all is written. */
  readonly finish: () => void;
}

/** Requests at a time: Azure lets a subscription be read about that fast for long. */
const AT_ONCE = 16;

/** Signs in and reads. What was read is kept until `finish`, so that `resume` can go on. */
export async function scanAzure(request: ScanRequest): Promise<ScanAnswer> {
  const { cloud, reader, managementGroup, told } = request;
  const credential = credentialOf({
    how: request.signIn,
    cloud,
    ask: request.ask,
    environment: process.env,
    ...(request.tenant ? { tenant: request.tenant } : {}),
  });
  told('signing in');
  // Once before all else: who cannot sign in hears that, and not that a subscription cannot be read.
  const token = await credential.getToken(scopeOf(cloud));
  if (!token) throw new UserError('No sign-in to Azure is possible');
  const arm = armClient(cloud, credential);
  const subscriptions = managementGroup ? await belowManagementGroup(arm, managementGroup) : request.subscriptions;
  const asked: Asked = { cloud: cloud.name, endpoint: cloud.endpoint, subscriptions, reader, version: request.version };
  const partial = Partial.open(request.partial, asked, request.resume, request.now);
  const read = await scan(arm, {
    cloud: cloud.name,
    subscriptions,
    reader,
    with: FINDING_SOURCES.filter((source) => request.with.includes(source)),
    readAt: partial.readAt,
    parts: partial,
    most: AT_ONCE,
    told,
  });
  return {
    ...(request.redact ? redacted(read) : read),
    finish: () => partial.remove(),
  };
}
