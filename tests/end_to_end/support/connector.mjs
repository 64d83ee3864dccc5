// Teams' connector: takes the messages that the bot sends, finds fault with every request that Teams would not take, and
// fails as it is told.
import {activity_faults, create_faults} from './inspect_activity.mjs';
import {answer_json, answer_oddly, LocalServer, read_body} from './http.mjs';
import {Growing} from './wait.mjs';

const id_bytes = 22;  // of {"id":"1790000000001"}
const answer_head = `HTTP/1.1 201 Created\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${id_bytes}\r\n\r\n`;
/** How long the answer is that step.cut_in_answer() cuts. */
export const answer_bytes = answer_head.length + id_bytes;

/** Ways to fail, for Connector.plan(). A step is used up by one request. */
export const step = {
  /** An error status with the body that Teams sends. */
  error: (status, code, headers = {}) => ({status, body: {error: {code, message: `told to answer ${status}`}}, headers}),
  /** The other form of error that was seen: JSON inside a string. */
  sub_code: (status, sub_code) => ({status, body: {errorCode: 209, message: JSON.stringify({subCode: sub_code, details: 'told to'})}, headers: {}}),
  throttled: retry_after => step.error(429, 'Throttled', retry_after === undefined ? {} : {'retry-after': String(retry_after)}),
  /** The message is delivered, and the answer says that it was not. */
  stored_then: status => ({...step.error(status, 'ServiceError'), store: true}),
  /** Delivered, and answered with a body (a text) that Teams never sends. */
  answers: (status, text) => ({status, text, store: true, headers: {}}),
  /** The connection breaks before the body was read: nothing was delivered. */
  cut_before: () => ({cut: 'before'}),
  /** The connection breaks after the body was read; `store` says whether the message was delivered. */
  cut_after: ({store}) => ({cut: 'after', store}),
  /** The message is delivered, and the answer breaks off after so many of its bytes. */
  cut_in_answer: bytes => ({store: true, answer: whole => whole.subarray(0, bytes)}),
  /** The message is delivered, and these bytes stand for the answer. */
  raw: bytes => ({store: true, answer: () => Buffer.from(bytes, 'latin1')}),
  /** The answer waits until the promise is settled, then all goes well. */
  held: promise => ({held: promise}),
  accepted: () => ({}),
};

const create_route = '/emea/v3/conversations';
const send_route = /^\/emea\/v3\/conversations\/([^/?]+)\/activities$/;
const update_route = /^\/emea\/v3\/conversations\/([^/?]+)\/activities\/([^/?]+)$/;
const encoded_segment = /^(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+$/;

export class Connector extends Growing {
  requests = [];            ///< every request: {at, method, conversation, activity, outcome}
  messages = [];            ///< what users see: {id, conversation, activity, at}; `first` is its text before it was edited
  faults = [];
  conversations = new Set();  ///< ids that exist in Teams
  installed = new Map();      ///< Entra id of whoever has the app -> id of the personal chat
  per_second;                 ///< Teams' limit for the tenant, if it is to be checked
  forgotten = 0;              ///< requests before this time don't count against the limits: the bot was killed, and knows nothing of them
  #gone = new Set();          ///< chats and messages that somebody deleted
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

  /** The person has the app; their chat exists once the bot makes it (or they write). */
  install(person, chat = `a:1Made-${this.installed.size}-${person.slice(0, 8)}`) {
    this.installed.set(person, chat);
    return chat;
  }

  /** Whoever the chat is with deletes it: Teams does not know it any more, and makes another when asked. */
  delete_chat(conversation) {
    this.#gone.add(conversation);
    for (const [person, chat] of this.installed) if (chat === conversation) this.install(person, `${chat}x`);
  }

  /** The chat with the person as it is now, if there is one. */
  chat_of(person) {
    return this.#chats.has(person) ? this.installed.get(person) : undefined;
  }

  /** The person opens the chat themselves. */
  opened(person, chat) {
    this.install(person, chat);
    this.conversations.add(chat);
    this.#chats.set(person, (this.#chats.get(person) ?? new Set()).add(chat));
  }

  delete_message(id) {
    this.#gone.add(id);
  }

  /** What the person was sent, in whichever chat; deleted messages count. */
  messages_to(person) {
    const chats = this.#chats.get(person) ?? new Set();
    return this.messages.filter(m => chats.has(m.conversation));
  }
  #chats = new Map();  ///< person -> every chat that was ever made

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
    if (request.url === create_route && request.method === 'POST') return this.#create(request, response, fault, at);
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
    const token = this.#check_headers(request, fault);
    entry.activity = this.#check_request(body, fault);
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
    const deleted = this.#gone.has(entry.conversation) ? 'ConversationNotFound' : update && this.#gone.has(decodeURIComponent(update[2])) ? 'ActivityNotFoundInConversation' : undefined;
    if (deleted && !todo.cut && !todo.status) {
      end(`404 ${deleted}`);
      return answer_json(response, 404, {error: {code: deleted, message: 'somebody deleted it'}});
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
    if (todo.answer) {
      const body = Buffer.from(JSON.stringify({id: this.messages.at(-1).id}));
      end('cut or odd answer, stored');
      return request.socket.end(todo.answer(Buffer.concat([Buffer.from(answer_head), body])));
    }
    if (todo.status) {
      end(`${todo.status}${todo.store ? ', stored' : ''}`);
      if (todo.text !== undefined) return answer_oddly(response, {status: todo.status, body: Buffer.from(todo.text, 'latin1')});
      return answer_json(response, todo.status, todo.body, todo.headers);
    }
    const id = this.#store(entry, update);
    end('stored');
    return answer_json(response, update ? 200 : 201, {id});
  }

  /** POST /v3/conversations: the personal chat with somebody, the same one however often it is asked for. */
  async #create(request, response, fault, at) {
    const body = (await read_body(request)).toString('utf8');
    const token = this.#check_headers(request, fault);
    let wanted;
    try {
      wanted = JSON.parse(body);
    } catch {
      fault('the body is no JSON');
    }
    for (const text of create_faults(wanted)) fault(text);
    const person = wanted?.members?.[0]?.id;
    const entry = {at, method: 'CREATE', conversation: `user ${person}`, outcome: 'open'};
    this.requests.push(entry);
    this.#check_rate(entry, fault);
    const end = (outcome, status, answer, headers) => {
      entry.outcome = outcome;
      this.grown();
      return answer_json(response, status, answer, headers);
    };
    const todo = this.#next_step(entry.conversation);
    if (todo.cut) {
      entry.outcome = `cut ${todo.cut} reading`;
      this.grown();
      return request.socket.destroy();
    }
    if (!this.#tokens.valid.has(token)) return end('401', 401, {error: {code: 'AuthenticationFailed', message: 'the token was revoked'}});
    if (todo.status) return end(`${todo.status}`, todo.status, todo.body, todo.headers);
    const chat = this.installed.get(person);
    if (!chat) return end('403', 403, {error: {code: 'ForbiddenOperationException', message: 'the app is not installed for this user'}});
    this.opened(person, chat);
    return end('made', 201, {id: chat});
  }

  #check_headers(request, fault) {
    if (!/^application\/json(; ?charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) fault(`Content-Type ${request.headers['content-type']}`);
    if (request.headers.host !== new URL(this.#server.origin).host) fault(`Host ${request.headers.host}`);
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (!this.#tokens.issued.has(token)) fault('the token is none that was issued');
    return token;
  }

  #check_request(body, fault) {
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

  /** Teams takes seven a second in one conversation (and half of that time is left for what a loaded machine adds on the way). */
  #check_rate(entry, fault) {
    const lately = this.requests.filter(r => r.at > Math.max(entry.at - 500, this.forgotten) && r.at <= entry.at);
    const before = lately.filter(r => r.conversation === entry.conversation);
    if (before.length > 7) fault(`${before.length} messages to one conversation within 0.5 s`);
    if (this.per_second && lately.length > this.per_second) fault(`${lately.length} requests within 0.5 s`);
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
    this.messages.push({id, conversation: entry.conversation, activity: entry.activity, first: JSON.stringify(entry.activity), at: entry.at});
    return id;
  }
}
