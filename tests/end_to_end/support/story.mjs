// One test: a fake Teams, the real program with a small catalogue, and at the end the checks that hold for every test.
import assert from 'node:assert/strict';
import {copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {anna, bo, places} from './activities.mjs';
import {FakeTeams} from './fake_teams.mjs';
import {write_fixture} from './fixture.mjs';
import {send} from './http.mjs';
import {command, Service} from './program.mjs';
import {app_id, tenant} from './tokens.mjs';
import {eventually} from './wait.mjs';

const templates = new Map();  // the imported databases, each made once for each test file

/** The small catalogue, or the sample municipality with its networks. */
async function imported_database(sample) {
  if (templates.has(sample)) return templates.get(sample);
  const folder = mkdtempSync(join(tmpdir(), 'indgang-template-'));
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
  const sample_file = kind => fileURLToPath(new URL(`../../../config/sample/${kind}.csv`, import.meta.url));
  const files = sample ? Object.fromEntries(['people', 'catalogue', 'networks'].map(kind => [kind, sample_file(kind)])) : write_fixture(folder);
  const template = join(folder, 'indgang.db');
  for (const [kind, file] of Object.entries(files)) {
    const done = await command(['import', kind, file, '--database', template]);
    assert.equal(done.status, 0, `import ${kind}: ${done.stderr}`);
  }
  templates.set(sample, template);
  return template;
}

/** What a test works with. */
export class Story {
  services = [];
  #secrets = new Set([anna.name, bo.name]);  ///< nothing of this may stand in a log

  static async begin({settings = {}, serve = true, sample = false, teams_ready = () => {}} = {}) {
    const story = new Story();
    story.folder = mkdtempSync(join(tmpdir(), 'indgang-test-'));
    story.database = join(story.folder, 'indgang.db');
    const source = await imported_database(sample);
    for (const tail of ['', '-wal']) if (existsSync(source + tail)) copyFileSync(source + tail, story.database + tail);
    story.teams = await FakeTeams.start();
    const secret_file = join(story.folder, 'secret');
    story.configured_secret = story.teams.token_server.secret;
    writeFileSync(secret_file, `${story.configured_secret}\n`, {mode: 0o600});
    story.settings = {
      INDGANG_SERVER_PORT: '0',
      INDGANG_BOT_APP_ID: app_id,
      INDGANG_BOT_TENANT: tenant,
      INDGANG_BOT_SECRET_FILE: secret_file,
      INDGANG_BOT_ALLOWED_TENANTS: tenant,
      INDGANG_CLOUD_OPENID_METADATA: story.teams.key_server.metadata_url,
      INDGANG_CLOUD_TOKEN_ENDPOINT: story.teams.token_server.endpoint,
      INDGANG_CLOUD_SERVICE_HOSTS: '127.0.0.1',
      INDGANG_DATABASE_FILE: story.database,
      ...settings,
    };
    await teams_ready(story.teams);
    if (serve) await story.start();
    return story;
  }

  get service() {
    return this.services.at(-1);
  }

  /** Starts the service (again). */
  async start(settings = {}) {
    Object.assign(this.settings, settings);
    const service = await Service.start([], {settings: this.settings, folder: this.folder});
    this.services.push(service);
    return service;
  }

  /** A new place; a personal chat may be told whose it is. */
  place(kind, person) {
    const conversation = places[kind](this.teams);
    this.teams.connector.conversations.add(conversation.id);
    if (person) this.teams.connector.opened(person, conversation.id);
    return conversation;
  }

  /** A command of the program with the same settings. */
  command(args, options = {}) {
    return command(args, {settings: this.settings, folder: this.folder, ...options});
  }

  /** Posts an activity as Teams does; a `token` of null leaves it out. */
  deliver(activity, {token = this.teams.token(), headers = {}} = {}) {
    if (activity.text?.length > 8) this.#secrets.add(activity.text);
    if (token) this.#secrets.add(token);
    return this.post(JSON.stringify(activity), {...(token ? {authorization: `Bearer ${token}`} : {}), ...headers});
  }

  /** Posts any body to the bot's door. */
  post(body, headers = {}) {
    const request = {method: 'POST', body, headers: {'content-type': 'application/json; charset=utf-8', ...headers}};
    return send(`${this.service.url}/api/messages`, request).catch(async error => {
      const ended = await this.service.until(() => this.service.ended, '', 1000).catch(() => undefined);
      throw new Error(`${error.message}; the service ${ended ? `ended: ${JSON.stringify(ended)}` : 'goes on'}`);
    });
  }

  get(path) {
    return send(`${this.service.url}${path}`);
  }

  /** Asks a question and waits for the answer: the message as the user sees it. */
  async ask(conversation, text, options) {
    const before = this.teams.connector.messages.filter(m => m.conversation === conversation.id).length;
    const answer = await this.deliver(conversation.says(text, options));
    assert.equal(answer.status, 200, answer.text);
    return (await this.teams.connector.messages_in(conversation.id, before + 1))[before];
  }

  /** The outbox as the command line shows it, newest first. */
  async outbox(...args) {
    const done = await this.command(['outbox', ...args]);
    assert.equal(done.status, 0, done.stderr);
    return done.stdout.split('\n').slice(1).filter(Boolean).map(line => {
      const [id, kind, state, attempts, created, finished, ...error] = line.trim().split(/\s+/);
      return {id: Number(id), kind, state, attempts: Number(attempts), created, finished, error: error.join(' ')};
    });
  }

  /** Waits until the newest row of the outbox has come to its end, which must be this state. */
  async outcome(state) {
    const newest = async () => (await this.outbox('--limit', '1'))[0];
    await eventually(async () => !['pending', 'sending', undefined].includes((await newest())?.state), 'the newest message to come to its end');
    const row = await newest();
    assert.equal(row.state, state, `${JSON.stringify(row)}; ${this.teams.connector.describe()}`);
    return row;
  }

  /** Stops the service and checks what holds for every test. */
  async end() {
    for (const service of this.services) await service.stop();
    await this.teams.stop();
    const secrets = [this.configured_secret, ...this.teams.token_server.issued, ...this.#secrets];
    for (const service of this.services) {
      for (const secret of secrets) {
        if (service.output.includes(secret)) service.faults.push(`the log holds '${secret}'`);
      }
    }
    const faults = [...this.teams.faults, ...this.services.flatMap(service => service.check())];
    assert.deepEqual(faults, []);
  }

  async release() {
    for (const service of this.services) if (!service.ended) await service.kill();
    await this.teams.stop();
    rmSync(this.folder, {recursive: true, force: true});
  }
}

/** Declares a test. `options` go to Story.begin(). */
export function story(name, options, body) {
  if (typeof options === 'function') return story(name, {}, options);
  test(name, {timeout: options.timeout ?? 300_000}, async () => {
    const here = await Story.begin(options);
    try {
      await body(here);
      await here.end();
    } finally {
      await here.release();
    }
  });
}
