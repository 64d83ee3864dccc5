// Teams' connector: takes the messages that the bot sends, finds fault with every request that Teams would not take, and
// fails as it is told.
import {activity_faults} from './inspect_activity.mjs';
import {answer_json, LocalServer, read_body} from './http.mjs';
import {Growing} from './wait.mjs';

/** Ways to fail, for Connector.plan(). A step is used up by one request. */
export const step = {
  /** An error status with the body that Teams sends. */
  error: (status, code, headers = {}) => ({status, body: {error: {code, message: `told to answer ${status}`}}, headers}),
  /** The other form of error that was seen: JSON inside a string. */
  sub_code: (status, sub_code) => ({status, body: {errorCode: 209, message: JSON.stringify({subCode: sub_code, details: 'told to'})}, headers: {}}),
  throttled: retry_after => step.error(429, 'Throttled', retry_after === undefined ? {} : {'retry-after': String(retry_after)}),
  /** The message is delivered, and the answer says that it was not. */
  stored_then: status => ({...step.error(status, 'ServiceError'), store: true}),
  /** The connection breaks before the body was read: nothing was delivered. */
  cut_before: () => ({cut: 'before'}),
  /** The connection breaks after the body was read; `store` says whether the message was delivered. */
  cut_after: ({store}) => ({cut: 'after', store}),
  /** The answer waits until the promise is settled, then all goes well. */
  held: promise => ({held: promise}),
  accepted: () => ({}),
};

const send_route = /^\/emea\/v3\/conversations\/([^/?]+)\/activities$/;
const update_route = /^\/emea\/v3\/conversations\/([^/?]+)\/activities\/([^/?]+)$/;
const encoded_segment = /^(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+$/;

export class Connector extends Growing {
  requests = [];            ///< every request: {at, method, conversation, activity, outcome}
  messages = [];            ///< what users see: {id, conversation, activity, at}
  faults = [];
  conversations = new Set();  ///< ids that exist in Teams
  #tokens;
  #plans = [];
  #in_flight = new Map();
  #next_id = 1_790_000_000_000;
  #server = new LocalServer((request, response) => this.#answer(request, response));

  constructor(token_server) {
    super();
    this.#tokens = token_server;
  }

  up = () => this.#server.up();
  down = () => this.#server.down();

  get service_url() {
    return `${this.#server.origin}/emea/`;
  }

  /** The next requests (to this conversation, if one is named) go as the steps say; later ones go well. */
  plan(steps, conversation) {
    this.#plans.push({conversation, steps: [...steps]});
  }

  /** Waits until `count` messages stand in the conversation and returns them. */
  async messages_in(conversation, count = 1, deadline_ms) {
    const here = () => this.messages.filter(m => m.conversation === conversation);
    await this.until(() => here().length >= count, () => `${count} message(s) in ${conversation}; ${this.describe()}`, deadline_ms);
    return here();
  }

  /** Waits until `count` requests came for the conversation, whatever became of them. */
  async requests_for(conversation, count = 1, deadline_ms) {
    const here = () => this.requests.filter(r => r.conversation === conversation);
    await this.until(() => here().length >= count, () => `${count} request(s) for ${conversation}; ${this.describe()}`, deadline_ms);
    return here();
  }

  describe() {
    return `the connector has seen: ${this.requests.map(r => `${r.method} ${r.conversation} ${r.outcome}`).join(', ') || 'nothing'}`;
  }

  #next_step(conversation) {
    const plan = this.#plans.find(p => p.steps.length > 0 && (p.conversation === undefined || p.conversation === conversation));
    return plan?.steps.shift() ?? {};
  }

  async #answer(request, response) {
    const at = performance.now();
    const fault = text => this.faults.push(`${request.method} ${request.url}: ${text}`);
    const update = update_route.exec(request.url);
    const route = send_route.exec(request.url) ?? update;
    if (!route || request.method !== (update ? 'PUT' : 'POST')) {
      fault('no such route');
      return answer_json(response, 404, {error: {code: 'NotFound', message: 'no such route'}});
    }
    for (const segment of route.slice(1)) if (!encoded_segment.test(segment)) fault(`the segment ${segment} is not percent-encoded`);
    const conversation = decodeURIComponent(route[1]);
    const entry = {at, method: request.method, conversation, outcome: 'open'};
    this.requests.push(entry);
    const end = outcome => {
      entry.outcome = outcome;
      this.grown();
    };
    const todo = this.#next_step(conversation);
    if (todo.cut === 'before') {
      end('cut before reading');
      return request.socket.destroy();
    }
    const running = (this.#in_flight.get(conversation) ?? 0) + 1;
    this.#in_flight.set(conversation, running);
    if (running > 1) fault('another message to the same conversation is on its way: Teams answers 412 to that');
    this.grown();
    try {
      await this.#handle({request, response, todo, entry, update, fault, end});
    } finally {
      this.#in_flight.set(conversation, this.#in_flight.get(conversation) - 1);
    }
  }

  async #handle({request, response, todo, entry, update, fault, end}) {
    let body;
    try {
      body = (await read_body(request)).toString('utf8');
    } catch {
      return end('the bot broke off');
    }
    entry.activity = this.#check_request(request, body, fault);
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (!this.#tokens.issued.has(token)) fault('the token is none that was issued');
    this.#check_rate(entry, fault);
    if (todo.held) {
      const gone = new Promise(resolve => request.socket.once('close', resolve));
      entry.outcome = 'held';
      await Promise.race([todo.held, gone]);
      if (request.socket.destroyed) return end('the bot left while it waited');
    }
    if (!this.#tokens.valid.has(token)) {
      end('401');
      return answer_json(response, 401, {error: {code: 'AuthenticationFailed', message: 'the token was revoked'}});
    }
    if (!this.conversations.has(entry.conversation)) {
      fault('no such conversation');
      end('404');
      return answer_json(response, 404, {error: {code: 'ConversationNotFound', message: 'no such conversation'}});
    }
    if (todo.store) this.#store(entry, update);
    if (todo.cut === 'after') {
      end(`cut after reading${todo.store ? ', stored' : ''}`);
      return request.socket.destroy();
    }
    if (todo.status) {
      end(`${todo.status}${todo.store ? ', stored' : ''}`);
      return answer_json(response, todo.status, todo.body, todo.headers);
    }
    const id = this.#store(entry, update);
    end('stored');
    return answer_json(response, update ? 200 : 201, {id});
  }

  #check_request(request, body, fault) {
    if (!/^application\/json(; ?charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) fault(`Content-Type ${request.headers['content-type']}`);
    if (request.headers.host !== new URL(this.#server.origin).host) fault(`Host ${request.headers.host}`);
    let activity;
    try {
      activity = JSON.parse(body);
    } catch {
      fault('the body is no JSON');
      return undefined;
    }
    for (const text of activity_faults(activity)) fault(text);
    return activity;
  }

  /** Teams takes seven a second in one conversation (a tenth is left for what the loopback adds). */
  #check_rate(entry, fault) {
    const before = this.requests.filter(r => r.conversation === entry.conversation && r.at > entry.at - 900 && r.at <= entry.at);
    if (before.length > 7) fault(`${before.length} messages to one conversation within 0.9 s`);
  }

  #store(entry, update) {
    if (update) {
      const id = decodeURIComponent(update[2]);
      const old = this.messages.find(m => m.id === id);
      if (old) old.activity = entry.activity;
      else this.faults.push(`PUT of the unknown message ${id}`);
      return id;
    }
    const id = String(++this.#next_id);
    this.messages.push({id, conversation: entry.conversation, activity: entry.activity, at: entry.at});
    return id;
  }
}
