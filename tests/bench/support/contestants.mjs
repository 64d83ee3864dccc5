// The two bots under the same conditions: the same keys, token server, connector and catalogue.
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {places} from '../../end_to_end/support/activities.mjs';
import {KeyServer} from '../../end_to_end/support/key_server.mjs';
import {TokenServer} from '../../end_to_end/support/token_server.mjs';
import {app_id, SigningKey, tenant} from '../../end_to_end/support/tokens.mjs';
import {make_questions, make_rows, to_csv} from './catalogue.mjs';
import {start} from './processes.mjs';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const program = resolve(process.env.INDGANG_PROGRAM ?? `${root}build/release/indgang`);

/** Keys, tokens, files: everything but the bots. */
export class Surroundings {
  key = new SigningKey();
  keys = new KeyServer();
  tokens = new TokenServer();

  static async make(folder, tasks) {
    const here = new Surroundings();
    rmSync(folder, {recursive: true, force: true});
    mkdirSync(folder, {recursive: true});
    here.folder = folder;
    here.catalogue = join(folder, 'catalogue.csv');
    here.database = join(folder, 'indgang.db');
    here.keys.keys = [here.key];
    writeFileSync(here.catalogue, to_csv(make_rows(tasks)));
    writeFileSync(join(folder, 'secret'), here.tokens.secret, {mode: 0o600});
    await Promise.all([here.keys.up(), here.tokens.up()]);
    here.connector = await here.#start_connector();
    here.service_url = `http://127.0.0.1:${here.connector.value}/emea/`;
    writeFileSync(join(folder, 'token.txt'), `${here.token(here.service_url)}\n`);
    writeFileSync(join(folder, 'activities.txt'), make_questions(512).map(text => `${here.activity(text)}\n`).join(''));
    execFileSync(program, ['import', 'catalogue', here.catalogue, '--database', here.database], {stdio: ['ignore', 'inherit', 'inherit']});
    return here;
  }

  token(service_url) {
    return this.key.token({serviceurl: service_url});
  }

  /** A question as Teams sends it, with marks where the load generator puts ids: each conversation is another person's. */
  activity(text, service_url = this.service_url) {
    const {id, ...rest} = places.personal({service_url}).says(text);
    rest.conversation.id = 'a:1Load-@CONVERSATION@';
    rest.from = {...rest.from, id: '29:1Load-@CONVERSATION@', aadObjectId: '70ad70ad-0000-4000-8000-@CONVERSATION@'};
    return JSON.stringify({id: '@ID@', ...rest});
  }

  async #start_connector() {
    const file = join(this.folder, 'connector');
    execFileSync('clang++', ['-std=c++20', '-O2', '-o', file, `${root}tests/bench/support/connector.cpp`]);
    return start(file, [], {ready: line => Number(line)});
  }

  async posts() {
    return Number(await (await fetch(`http://127.0.0.1:${this.connector.value}/count`)).text());
  }

  async stop() {
    await this.connector.stop();
    await Promise.all([this.keys.down(), this.tokens.down()]);
  }
}

const start_indgang = here => start(program, ['serve'], {
  stream: 'stderr',
  cwd: here.folder,
  env: {
    INDGANG_SERVER_PORT: '0', INDGANG_BOT_APP_ID: app_id, INDGANG_BOT_TENANT: tenant, INDGANG_BOT_SECRET_FILE: join(here.folder, 'secret'),
    INDGANG_BOT_ALLOWED_TENANTS: tenant, INDGANG_CLOUD_OPENID_METADATA: here.keys.metadata_url, INDGANG_CLOUD_TOKEN_ENDPOINT: here.tokens.endpoint,
    INDGANG_CLOUD_SERVICE_HOSTS: '127.0.0.1', INDGANG_CLOUD_REQUESTS_PER_SECOND: '0', INDGANG_DATABASE_FILE: here.database,
  },
  ready: line => /"event":"ready".*"url":"([^"]+)"/.exec(line)?.[1],
});

function start_peer(here, fuzzy) {
  if (!existsSync(`${root}tests/bench/node_modules/botbuilder`)) throw new Error('The packages of the Node bot are not installed. Run: npm ci --prefix tests/bench');
  return start(process.execPath, [`${root}tests/bench/peer/bot.cjs`], {
    env: {
      NODE_ENV: 'production', PEER_CATALOGUE: here.catalogue, PEER_METADATA: here.keys.metadata_url, PEER_APP_ID: app_id, PEER_SECRET: here.tokens.secret,
      PEER_TOKEN_ENDPOINT: here.tokens.endpoint.replace('{tenant}', tenant), PEER_FUZZY: fuzzy,
    },
    ready: line => /^ready (\S+)/.exec(line)?.[1],
  });
}

/** Name -> how to start it. */
export const contestants = {
  'Indgang': start_indgang,
  'botbuilder + MiniSearch': here => start_peer(here, '0.2'),
  'botbuilder + MiniSearch, no typos': here => start_peer(here, '0'),
};
