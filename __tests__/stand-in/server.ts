// gRPC over a Unix socket, as far as Terraform speaks it to a provider that is already running.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Decoded, decode, encode } from './protobuf';
import { calls as messages } from './protocol';
import type { Calls, Request } from './provider';

const ok = 0;
const unimplemented = 12;
const internal = 13;

export interface RunningServer {
  /** Where Terraform reaches it: the value for one provider in TF_REATTACH_PROVIDERS. */
  readonly address: object;
  close(): Promise<void>;
}

/** Starts a server for these calls. Close it, or the process stays. */
export async function serve(calls: Calls): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  const socket = join(folder, 'socket');
  const sessions = new Set<ServerHttp2Session>();
  const server = createServer({ settings: { maxConcurrentStreams: 1000, initialWindowSize: 8 << 20 } });
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  server.on('stream', (stream, headers) => answer(calls, stream, String(headers[':path'])));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  const address = {
    Protocol: 'grpc',
    ProtocolVersion: 6,
    Pid: process.pid,
    Test: true,
    Addr: { Network: 'unix', String: socket },
  };
  return {
    address,
    close: async () => {
      for (const session of sessions) session.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answer(calls: Calls, stream: ServerHttp2Stream, path: string): void {
  const name = path.replace('/tfplugin6.Provider/', '');
  const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
  // Terraform may give up on a call; that is its affair.
  stream.on('error', () => {});
  if (!call) {
    refuse(stream, unimplemented, `the stand-in does not answer ${path}`);
    return;
  }
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => {
    try {
      const { request, response } = messages[name];
      const asked = decode(request, unframed(Buffer.concat(chunks))) as unknown as Request;
      reply(stream, encode(response, call(asked) as Decoded));
    } catch (error) {
      refuse(stream, internal, error instanceof Error ? error.message : String(error));
    }
  });
}

/** A gRPC message is preceded by a byte for compression and its length. */
function unframed(bytes: Buffer): Buffer {
  return bytes.subarray(5, 5 + bytes.readUInt32BE(1));
}

function framed(message: Buffer): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}

function reply(stream: ServerHttp2Stream, message: Buffer): void {
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': String(ok) }));
  stream.end(framed(message));
}

function refuse(stream: ServerHttp2Stream, status: number, message: string): void {
  stream.respond(
    {
      ':status': 200,
      'content-type': 'application/grpc',
      'grpc-status': String(status),
      'grpc-message': encodeURIComponent(message),
    },
    { endStream: true },
  );
}
