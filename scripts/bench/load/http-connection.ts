import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const STATUS = /^HTTP\/1\.1 (\d{3}) /;
const CONTENT_LENGTH = /\r\ncontent-length: (\d+)/i;

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One kept connection that sends one request at a time. A client library spends as long on a request as the service does,
 * and that would count as the service's time; this one writes bytes and looks for the end of the answer.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #answer: PromiseWithResolvers<HttpAnswer> | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', (error) => this.#answer?.reject(error));
    socket.on('close', () => this.#answer?.reject(new Error('The service closed the connection.')));
  }

  /** Connects to the host and port of a URL. */
  static async open(url: string): Promise<HttpConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port) });
    await once(socket, 'connect');
    return new HttpConnection(socket);
  }

  /** Sends a GET; its answer must carry a Content-Length, as all of the service's do. */
  get(path: string, token?: string): Promise<HttpAnswer> {
    return this.#send(`GET ${path}`, 'Accept: text/plain\r\n', token);
  }

  /** Sends JSON by POST or PATCH. */
  send(method: 'PATCH' | 'POST', path: string, json: string, token?: string): Promise<HttpAnswer> {
    const length = Buffer.byteLength(json);
    const headers = `Content-Type: application/json\r\nContent-Length: ${length}\r\n`;
    return this.#send(`${method} ${path}`, headers, token, json);
  }

  #send(request: string, headers: string, token: string | undefined, body = ''): Promise<HttpAnswer> {
    const authorization = token === undefined ? '' : `Authorization: Bearer ${token}\r\n`;
    this.#answer = Promise.withResolvers<HttpAnswer>();
    this.#socket.write(`${request} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}${authorization}\r\n${body}`);
    return this.#answer.promise;
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const bodyStart = headEnd + HEAD_END.length;
    const status = Number(STATUS.exec(head)?.[1]);
    const length = status === 204 ? 0 : Number(CONTENT_LENGTH.exec(head)?.[1]);
    const bodyEnd = bodyStart + length;
    if (this.#received.length < bodyEnd) return;
    const body = this.#received.toString('utf8', bodyStart, bodyEnd);
    this.#received = this.#received.subarray(bodyEnd);
    this.#answer?.resolve({ status, body });
  }
}
