import { record } from '../findings/json';
import { type ArmObject, byId, type Scan } from './arm-object';
import type { AzureReport } from './findings-of-azure';
import type { Scanned } from './scan';

/** Names that Azure gives, or that mean something to a control: without them a scan cannot be judged. */
const MEANT: ReadonlySet<string> = new Set([
  'default',
  'current',
  'web',
  'logs',
  'authsettingsv2',
  'ftp',
  'scm',
  'master',
  'activedirectory',
  'azurebastionsubnet',
  'azurefirewallsubnet',
  'azurefirewallmanagementsubnet',
  'gatewaysubnet',
  'routeserversubnet',
]);
/** Types whose names are Azure's own: plans of Defender, parameters of servers. */
const NAMED_BY_AZURE =
  /^Microsoft\.(Security\/(pricings|settings|autoProvisioningSettings)|DBfor\w+\/flexibleServers\/configurations|Subscription\/policies|Resources\/subscriptions)$/i;
/** Properties that hold what people wrote or who they are, by how their names end. */
const PERSONAL =
  /(displayname|description|notes|rolename|adminusername|administratorlogin|login|computername|username|phone|phonenumber|certdata|keydata|publiccertdata|thumbprint|groupshortname|customerid|emailaddress|tenantdefaultdomain)$/i;
const GUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Definitions and recommendations that Azure brings along are judged by their ids. */
const BUILT_IN =
  /\/providers\/Microsoft\.(?:Authorization\/(?:role|policy|policySet)Definitions|Security\/assessments)\/([^/]+)$/i;
const NO_GUID = /^0{8}-(?:0{4}-){3}0{12}$/;

/**
 * The same without names, ids and people. One text becomes the same everywhere, so that what refers still refers. Network
 * addresses, ports, versions, dates and places stay: controls judge them.
 */
export function redacted({ scan, findings }: Scanned): Scanned {
  const redactor = new Redactor(scan, [...findings.values()]);
  const report = ({ value, ...head }: AzureReport) => ({ ...head, value: value.map((row) => redactor.value(row)) });
  return {
    scan: redactor.scan(scan),
    findings: new Map([...findings].map(([source, each]) => [source, report(each)])),
  };
}

class Redactor {
  /** By lower-cased text. */
  private readonly names = new Map<string, string>();
  private readonly guids = new Map<string, string>();
  private readonly mails = new Map<string, string>();
  private readonly words = new Map<string, string>();
  /** Definitions of Azure, by lower-cased name. */
  private readonly builtIn = new Set<string>();

  constructor({ objects, subscriptions, unread, complete }: Scan, reports: readonly AzureReport[]) {
    const isOwn = ({ type, id }: ArmObject) =>
      /\/(role|policy|policySet)Definitions$/i.test(type) && !/^\/providers\/microsoft\.authorization\//i.test(id);
    const own = new Set(objects.filter(isOwn).map(({ name }) => name.toLowerCase()));
    for (const { name } of subscriptions) this.name(name);
    for (const { id, name, type, properties, identity, managedBy } of objects) {
      this.namesOf(id);
      if (!NAMED_BY_AZURE.test(type)) for (const part of name.split('/')) this.name(part);
      this.collect([properties, identity, managedBy], own);
    }
    for (const { value } of reports) this.collect(value, own);
    for (const { id } of unread) this.namesOf(id);
    for (const id of complete) this.namesOf(id);
  }

  scan(scan: Scan): Scan {
    return {
      ...scan,
      subscriptions: scan.subscriptions.map(({ id, name }) => ({ id: this.guid(id), name: this.text(name, 'name') })),
      objects: scan.objects.map((object) => this.value(object) as ArmObject).sort(byId),
      complete: scan.complete.map((id) => this.id(id)).sort(),
      unread: scan.unread.map(({ id, why }) => ({ id: this.id(id), why })).sort(byId),
    };
  }

  /** Any value that was read in the same scan. */
  value(value: unknown, name = ''): unknown {
    if (typeof value === 'string') return PERSONAL.test(name) && value ? this.word(value) : this.text(value, name);
    if (Array.isArray(value)) return value.map((each) => this.value(each, name));
    const found = record(value);
    if (!found) return value;
    const change = (key: string, each: unknown) =>
      /^tags$/i.test(name) && typeof each === 'string' && each ? this.word(each) : this.value(each, key);
    // Identities stand under their ids.
    return Object.fromEntries(Object.entries(found).map(([key, each]) => [this.text(key, ''), change(key, each)]));
  }

  private name(name: string): void {
    const key = name.toLowerCase();
    if (name.length < 2 || MEANT.has(key) || this.names.has(key) || isGuid(name)) return;
    this.names.set(key, `name${this.names.size + 1}`);
  }

  private namesOf(id: string): void {
    const segments = id.split('/');
    for (const place of namePlaces(id)) this.name(segments[place]);
  }

  /** Names in all the ids inside: subnets, rules, network configurations, what is referred to and what identifies. */
  private collect(value: unknown, own: ReadonlySet<string>): void {
    if (Array.isArray(value)) for (const each of value) this.collect(each, own);
    else if (typeof value === 'string') {
      if (!ID.test(value)) return;
      this.namesOf(value);
      const [, definition] = BUILT_IN.exec(value) ?? [];
      if (definition && !own.has(definition.toLowerCase())) this.builtIn.add(definition.toLowerCase());
    } else
      for (const [key, each] of Object.entries(record(value) ?? {})) {
        this.collect(key, own);
        this.collect(each, own);
      }
  }

  /** `property` is the name of the property that holds the text. */
  private text(text: string, property: string): string {
    if (/^type$/i.test(property)) return text;
    if (ID.test(text)) return this.id(text);
    const isName = NAMING.test(property) || /[/.]/.test(text);
    const whole = isName ? this.names.get(text.toLowerCase()) : undefined;
    if (whole) return whole;
    // The first part of a host is made of names, not always of one that is known.
    const [, label, domain] = /host|fqdn|domain/i.test(property) ? (HOST.exec(text) ?? []) : [];
    if (label) return `${this.word(label)}${domain}`;
    return this.people(text).replace(WORDS, (word) =>
      // A rule may be called Allow, a group Premium: a word alone is taken for a name where names stand.
      isName || /[\d_-]/.test(word) ? (this.names.get(word.toLowerCase()) ?? word) : word,
    );
  }

  /** Names only where an id has names: a database may be called `databases`. */
  private id(id: string): string {
    const names = new Set(namePlaces(id));
    return id
      .split('/')
      .map((segment, i) =>
        names.has(i) ? (this.names.get(segment.toLowerCase()) ?? this.people(segment)) : this.people(segment),
      )
      .join('/');
  }

  private readonly people = (text: string): string =>
    text
      .replace(MAIL, (mail) => aliasIn(this.mails, mail, (n) => `person${n}@example.invalid`))
      .replace(GUID, (guid) => this.guid(guid));

  private guid(guid: string): string {
    if (NO_GUID.test(guid) || this.builtIn.has(guid.toLowerCase())) return guid;
    return aliasIn(this.guids, guid, (n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`);
  }

  private word(text: string): string {
    return this.names.get(text.toLowerCase()) ?? aliasIn(this.words, text, (n) => `text${n}`);
  }
}

const ID = /^\/(subscriptions|providers)\//i;
const HOST = /^([\w-]+)((?:\.[\w-]+)+\.[a-z]{2,})$/i;
/** Properties that hold names or what names are a part of. */
const NAMING = /(name|names|id|ids|uri|url|fqdn|fqdns|host|hosts|endpoint|path|server|scope|scopes)$/i;
/** What may be a name inside a longer text: between slashes, dots, brackets and the like. */
const WORDS = /[A-Za-z\d_][\w-]*/g;
const isGuid = (text: string) => text.replace(GUID, '') === '';

function aliasIn(aliases: Map<string, string>, text: string, make: (count: number) => string): string {
  const key = text.toLowerCase();
  let alias = aliases.get(key);
  if (alias === undefined) {
    alias = make(aliases.size + 1);
    aliases.set(key, alias);
  }
  return alias;
}

/** Where names stand in an id: in every second segment, but for namespaces and for what Azure named itself. */
function namePlaces(id: string): number[] {
  const segments = id.split('/');
  const places: number[] = [];
  for (let i = 2; i < segments.length; i += 2) if (!AZURES_OWN.has(segments[i - 1].toLowerCase())) places.push(i);
  return places;
}

/** Kinds of segments whose names are Azure's, and subscriptions, which are ids. */
const AZURES_OWN: ReadonlySet<string> = new Set([
  'subscriptions',
  'providers',
  'pricings',
  'settings',
  'configurations',
  'policies',
  'autoprovisioningsettings',
  'locations',
  'publishers',
  'artifacttypes',
  'offers',
  'skus',
  'versions',
]);
