// The mixed load of the soak, and the connector that takes what comes of it.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

import {Conversation, person} from '../../end_to_end/support/activities.mjs';
import {answer_json, LocalServer, read_body} from '../../end_to_end/support/http.mjs';
import {card_actions, card_of} from '../../end_to_end/support/inspect_activity.mjs';
import {make_questions, random} from './catalogue.mjs';
import {root} from './places.mjs';

const people = 20_000;
const next = random(20261127);
const pick = list => list[Math.floor(next() * list.length)];

const sample = name => readFileSync(join(root, `config/sample/${name}`), 'utf8').trim().split('\n').slice(1).map(line => line.split(';'));
const network = 'Virksomhedsnetværket';
const coordinator_mail = sample('networks.csv').find(row => row[0] === network)[3];
const coordinator_row = sample('people.csv').find(row => row[1] === coordinator_mail);
const coordinator = person(coordinator_row[0], coordinator_row[7]);

const someone = () => `a:1Soak-${Math.floor(next() * people)}`;
const questions = make_questions(2048);
/** Told, not asked: every one is compared with all situations, and its topics are looked up. */
const stories = readFileSync(join(root, 'config/situations/town.txt'), 'utf8').split('\n').filter(line => /^\p{L}/u.test(line)).map(line => line.replace(/^en: /, ''));
const follow_ups = ['og hvad er telefonnummeret?', 'hvem er leder?', 'og på fredag?', 'hvad ellers har vedkommende?', 'tak', 'hjælp', 'who is the leader?', 'hvad kan du?', 'er vedkommende på arbejde i dag?'];
const odd = ['', ' ', '?'.repeat(300), 'hvem har '.repeat(400), '💥'.repeat(50), '010203-4567', 'SELECT * FROM people', '<at>x</at> <b>hej</b>'];

/** Teams' connector, as small as can be: takes everything, and remembers some cards for taps. */
export class Taker {
  posts = 0;
  cards = [];  ///< {conversation, id, action}, the newest 500
  server = new LocalServer((request, response) => this.#take(request, response));

  async #take(request, response) {
    const body = await read_body(request);
    const id = String(1_790_000_000_000 + ++this.posts);
    answer_json(response, request.method === 'PUT' ? 200 : 201, {id});
    if (this.posts % 4 !== 0 || !body.includes('Action.Execute')) return;
    const conversation = decodeURIComponent(/conversations\/([^/?]+)/.exec(request.url)?.[1] ?? '');
    const actions = [...card_actions(card_of(JSON.parse(body)))].filter(action => action.type === 'Action.Execute' && action.title !== 'Send');
    for (const action of actions) this.cards.push({conversation, id, action});
    if (this.cards.length > 500) this.cards.splice(0, this.cards.length - 500);
  }
}

/** What is asked next: {body, token} with what is expected of the status. */
export class Load {
  #people = new Map();
  #chats = new Map();
  #last = '';
  counts = {};
  year = new Date().getFullYear();  ///< for the service

  constructor(taker, teams) {
    this.taker = taker;
    this.teams = teams;
  }

  #chat(id) {
    if (!this.#chats.has(id)) {
      this.#chats.set(id, new Conversation(this.teams, 'personal', id));
      const n = this.#people.size;
      this.#people.set(id, id === 'a:1Soak-coordinator' ? coordinator : {id: `29:1-soak-${n}`, name: `Prøve ${n}`, aadObjectId: `${String(n).padStart(8, '0')}-aaaa-4aaa-8aaa-111111111111`});
    }
    return {chat: this.#chats.get(id), from: this.#people.get(id)};
  }

  #says(text, id = someone()) {
    const {chat, from} = this.#chat(id);
    this.#last = JSON.stringify(chat.says(text, {from}));
    return {body: this.#last, status: 200};
  }

  next() {
    const kinds = [[52, 'question'], [60, 'story'], [72, 'follow_up'], [80, 'tap'], [85, 'reminder'], [88, 'cancel'], [91, 'plan'], [94, 'repeat'], [96, 'odd'], [98, 'broken'], [100, 'forged']];
    const drawn = next() * 100;
    const kind = kinds.find(([below]) => drawn < below)[1];
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    return this[`_${kind}`]();
  }

  _question() { return this.#says(pick(questions)); }
  _story() { return this.#says(pick(stories)); }
  _follow_up() { return this.#says(pick(follow_ups)); }
  _odd() { return this.#says(pick(odd)); }
  _reminder() { return this.#says(`mind mig om kaffe nummer ${pick(['alfa', 'bravo', 'charlie'])} i morgen kl. ${8 + Math.floor(next() * 9)}`); }
  _cancel() { return this.#says(pick(['slet alle mine påmindelser', 'aflys mødet', 'stop påmindelser', 'ja', 'nej'])); }
  /** Mostly by people who may not: the coordinator alone would soon have more answers to get than Teams lets through. */
  _plan() {
    const by = next() < 0.07 ? 'a:1Soak-coordinator' : someone();
    return this.#says(`planlæg plenum for ${network} den 3. marts ${this.year + 1 + Math.floor(next() * 3)} kl. 13-15 i Lokale ${Math.floor(next() * 90)}`, by);
  }
  _repeat() { return this.#last ? {body: this.#last, status: 200} : this._question(); }
  _broken() { return {body: `{${this.#last.slice(0, this.#last.length / 2)}`, status: 400}; }
  _forged() { return {body: this.#last, status: 401, forged: true}; }
  _tap() {
    if (this.taker.cards.length === 0) return this._question();
    const {conversation, id, action} = pick(this.taker.cards);
    const {chat, from} = this.#chat(conversation);
    return {body: JSON.stringify(chat.taps(action, id, {from})), status: 200};
  }
}

