// HTTP by hand: a local server that can go down and come back on its port, and requests that may be as wrong as wished.
import http from 'node:http';
import net from 'node:net';

import {patience_ms} from './wait.mjs';

/** A server on a free loopback port. down() refuses and cuts connections, up() takes the same port again. */
export class LocalServer {
  #server;
  #sockets = new Set();
  #handler;
  #going_down = false;
  port = 0;

  constructor(handler) {
    this.#handler = handler;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  async up() {
    this.#going_down = false;
    this.#server = http.createServer({keepAliveTimeout: 60_000}, (request, response) => {
      Promise.resolve(this.#handler(request, response)).catch(error => {
        console.error('the fake service failed:', error);
        response.destroy();
      });
    });
    this.#server.on('connection', socket => {
      if (this.#going_down) return socket.destroy();  // it stood in the queue of the listening socket
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = this.#server.address().port;
  }

  async down() {
    if (!this.#server) return;
    this.#going_down = true;
    const closed = new Promise(resolve => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    this.#server = undefined;
  }
}

/** The whole body as bytes. */
export async function read_body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

export function answer_json(response, status, value, headers = {}) {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {'content-type': 'application/json; charset=utf-8', 'content-length': body.length, ...headers});
  response.end(body);
}

/** Whatever a test wants a service to say, also what is no proper answer; the connection ends with it. */
export function answer_oddly(response, {status = 200, headers = {}, body = ''}) {
  response.writeHead(status, {connection: 'close', ...headers});
  response.end(body);
}

/** One request on a connection of its own. `headers` is an object, or a flat list for repeated ones. */
export function send(url, {method = 'GET', headers = {}, body} = {}) {
  const target = new URL(url);
  return new Promise((resolve, reject) => {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    let all = headers;
    if (Array.isArray(headers)) all = [...headers, 'Host', target.host, ...(bytes ? ['Content-Length', String(bytes.length)] : [])];
    else if (bytes) all = {'content-length': bytes.length, ...headers};
    const request = http.request({host: target.hostname, port: target.port, path: target.pathname + target.search, method, headers: all, agent: false});
    request.setTimeout(patience_ms, () => request.destroy(new Error(`no answer from ${url} within ${patience_ms} ms`)));
    request.on('error', reject);
    request.on('response', async response => {
      try {
        const text = (await read_body(response)).toString('utf8');
        resolve({status: response.statusCode, headers: response.headers, text, get json() { return JSON.parse(text); }});
      } catch (error) {
        reject(error);
      }
    });
    request.end(bytes);
  });
}

/** Writes bytes as they are and reads until the other side closes. */
export function send_raw(url, bytes) {
  const target = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(target.port), target.hostname, () => socket.write(bytes));
    const parts = [];
    socket.on('data', part => parts.push(part));
    socket.on('error', error => (parts.length ? resolve(Buffer.concat(parts).toString('latin1')) : reject(error)));
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')));
  });
}
