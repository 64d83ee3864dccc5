// The same conditions for everybody: keys, token server, connector, catalogue, questions.
import {execFileSync} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {places} from '../../end_to_end/support/activities.mjs';
import {answer_json, LocalServer} from '../../end_to_end/support/http.mjs';
import {KeyServer} from '../../end_to_end/support/key_server.mjs';
import {TokenServer} from '../../end_to_end/support/token_server.mjs';
import {app_id, SigningKey, tenant} from '../../end_to_end/support/tokens.mjs';
import {make_questions, make_rows, to_csv} from './catalogue.mjs';
import {compiled, program} from './places.mjs';
import {start} from './processes.mjs';

/** The two kinds of token that sign what comes from Teams: the Bot Framework's, and Entra's for those that know no other key server. */
export const token_kinds = ['teams', 'entra'];

/** Everything but the bots. */
export class Surroundings {
  key = new SigningKey();
  keys = new KeyServer();
  tokens = new TokenServer();
  entra = new LocalServer((request, response) => answer_json(response, request.url === `/${tenant}/discovery/v2.0/keys` ? 200 : 404, {keys: [this.key.jwk]}));

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
    await Promise.all([here.keys.up(), here.tokens.up(), here.entra.up()]);
    here.connector = await start(compiled('connector'), [], {ready: line => Number(line)});
    here.service_url = `http://127.0.0.1:${here.connector.value}/emea/`;
    for (const kind of token_kinds) writeFileSync(here.token_file(kind), `${here.token(here.service_url, kind)}\n`);
    writeFileSync(join(folder, 'activities.txt'), make_questions(512).map(text => `${here.activity(text)}\n`).join(''));
    execFileSync(program, ['import', 'catalogue', here.catalogue, '--database', here.database], {stdio: ['ignore', 'ignore', 'inherit']});
    return here;
  }

  token_file = kind => join(this.folder, `token-${kind}.txt`);

  token(service_url, kind = 'teams') {
    const entra = {iss: `${this.entra.origin}/${tenant}/v2.0`, tid: tenant, ver: '2.0'};
    return this.key.token({serviceurl: service_url, ...(kind === 'entra' ? entra : {})});
  }

  /** A question as Teams sends it, with marks where the load generator puts ids: each conversation is another person's. */
  activity(text, service_url = this.service_url) {
    const {id, ...rest} = places.personal({service_url}).says(text);
    rest.conversation.id = 'a:1Load-@CONVERSATION@';
    rest.from = {...rest.from, id: '29:1Load-@CONVERSATION@', aadObjectId: '70ad70ad-0000-4000-8000-@CONVERSATION@'};
    return JSON.stringify({id: '@ID@', ...rest});
  }

  /** One question, ready to send. */
  question(service_url = this.service_url) {
    return this.activity('hvem har snerydning?', service_url).replace('@ID@', `${Date.now()}${process.hrtime.bigint()}`).replaceAll('@CONVERSATION@', '999999999999');
  }

  /** Settings of the service, as variables of its environment. */
  settings(more = {}) {
    return {
      INDGANG_SERVER_PORT: '0', INDGANG_BOT_APP_ID: app_id, INDGANG_BOT_TENANT: tenant, INDGANG_BOT_SECRET_FILE: join(this.folder, 'secret'),
      INDGANG_BOT_ALLOWED_TENANTS: tenant, INDGANG_CLOUD_OPENID_METADATA: this.keys.metadata_url, INDGANG_CLOUD_TOKEN_ENDPOINT: this.tokens.endpoint,
      INDGANG_CLOUD_SERVICE_HOSTS: '127.0.0.1', INDGANG_CLOUD_REQUESTS_PER_SECOND: '0', INDGANG_DATABASE_FILE: this.database, ...more,
    };
  }

  async posts() {
    return Number(await (await fetch(`http://127.0.0.1:${this.connector.value}/count`)).text());
  }

  async stop() {
    await this.connector.stop();
    await Promise.all([this.keys.down(), this.tokens.down(), this.entra.down()]);
  }
}
