// A stand-in for Azure Resource Manager, Resource Graph and the sign-in, over TLS on this machine. It answers from the
// estate, and otherwise where a test says so.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificate } from './certificate';
import { type Answer, RestApi } from './estate';

export interface Sent {
  readonly method: string;
  /** With its query. */
  readonly address: string;
  readonly body: string;
  readonly authorization: string;
  readonly userAgent: string;
}

export interface Reply extends Partial<Answer> {
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of a body that is JSON. */
  readonly text?: string;
  readonly afterMs?: number;
  /** The connection ends without an answer. */
  readonly hangUp?: true;
}

export const TENANT = '7e4a0000-0000-4000-8000-000000000009';
export const CLIENT_SECRET = 'canary-client-secret-5f2a';
export const TOKEN = 'canary-token-91c7';
const DEVICE_CODE = 'canary-device-code-08bd';

export class ArmServer {
  readonly sent: Sent[] = [];
  api = new RestApi();
  /** What a test wants to be answered instead; undefined for what the estate says. */
  instead: (sent: Sent, count: number) => Reply | undefined = () => undefined;

  private constructor(
    private readonly server: Server,
    private readonly folder: string,
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => this.received(request, response));
  }

  static async start(): Promise<ArmServer> {
    const { key, cert } = certificate();
    const folder = mkdtempSync(join(tmpdir(), 'arm-server-'));
    writeFileSync(join(folder, 'ca.pem'), cert);
    const server = createServer({ key, cert });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ArmServer(server, folder);
  }

  async stop(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  reset(): void {
    this.sent.length = 0;
    this.api = new RestApi();
    this.instead = () => undefined;
  }

  get endpoint(): string {
    return `https://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** What the command needs to find the server, to trust it and to sign in. */
  get environment(): Readonly<Record<string, string>> {
    return {
      NODE_EXTRA_CA_CERTS: join(this.folder, 'ca.pem'),
      ARM_RESOURCE_MANAGER_ENDPOINT: this.endpoint,
      ARM_ACTIVE_DIRECTORY_AUTHORITY_HOST: this.endpoint,
      AZURE_TENANT_ID: TENANT,
      AZURE_CLIENT_ID: 'c11e0000-0000-4000-8000-000000000001',
      AZURE_CLIENT_SECRET: CLIENT_SECRET,
    };
  }

  /** Requests to Azure Resource Manager, without those of the sign-in. */
  get toArm(): readonly Sent[] {
    return this.sent.filter(({ address }) => !isSignIn(address));
  }

  private received(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sent: Sent = {
        method: request.method ?? '',
        address: request.url ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
        authorization: request.headers.authorization ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      };
      this.sent.push(sent);
      const before = this.sent.filter((each) => each.address === sent.address && each.method === sent.method).length;
      const reply = this.instead(sent, before) ?? this.signIn(sent) ?? this.arm(sent);
      if (reply.hangUp) request.socket.destroy();
      else setTimeout(() => this.reply(response, reply), reply.afterMs ?? 0);
    });
  }

  private reply(response: ServerResponse, { status = 200, headers, body, text }: Reply): void {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    // Pages are named by their whole address, which only the server knows.
    response.end(text ?? JSON.stringify(body).replaceAll('{endpoint}', this.endpoint));
  }

  private arm({ method, address, body, authorization }: Sent): Reply {
    if (authorization !== `Bearer ${TOKEN}`) return { status: 401, body: { error: { code: 'AuthenticationFailed' } } };
    return this.api.answer(method, address, body === '' ? undefined : JSON.parse(body));
  }

  private signIn({ method, address, body }: Sent): Reply | undefined {
    if (!isSignIn(address)) return undefined;
    const authority = `${this.endpoint}/${TENANT}`;
    if (method === 'GET')
      return {
        body: {
          issuer: `${authority}/v2.0`,
          authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
          token_endpoint: `${authority}/oauth2/v2.0/token`,
          device_authorization_endpoint: `${authority}/oauth2/v2.0/devicecode`,
          jwks_uri: `${authority}/discovery/v2.0/keys`,
        },
      };
    const sent = new URLSearchParams(body);
    if (address.includes('/devicecode'))
      return {
        body: {
          user_code: 'ABCD-EFGH',
          device_code: DEVICE_CODE,
          verification_uri: `${this.endpoint}/device`,
          expires_in: 900,
          interval: 1,
          message: `Open ${this.endpoint}/device and enter the code ABCD-EFGH.`,
        },
      };
    if (sent.get('client_secret') !== CLIENT_SECRET && sent.get('device_code') !== DEVICE_CODE)
      return {
        status: 401,
        body: {
          error: 'invalid_client',
          error_description: `AADSTS7000215: Invalid client secret: ${body}`,
          error_codes: [7000215],
        },
      };
    return { body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: TOKEN } };
  }
}

const isSignIn = (address: string) => address.startsWith(`/${TENANT}/`);
