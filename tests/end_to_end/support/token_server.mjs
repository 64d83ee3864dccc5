// Microsoft Entra's token endpoint for client credentials.
import {randomBytes} from 'node:crypto';

import {answer_json, LocalServer, read_body} from './http.mjs';
import {app_id, tenant} from './tokens.mjs';
import {Growing} from './wait.mjs';

const scope = 'https://api.botframework.com/.default';

export class TokenServer extends Growing {
  secret = `s3cret~${randomBytes(12).toString('hex')}`;
  fetches = 0;           ///< requests that reached it, successful or not
  issued = new Set();    ///< every token ever issued
  valid = new Set();     ///< those that the connector takes
  expires_in = 3599;
  faults = [];
  steps = [];            ///< for the coming requests: {status, body, headers} or {held: promise}
  instead;               ///< answers in its place: (request, response, origin)
  #server = new LocalServer((request, response) => this.#answer(request, response));

  up = () => this.#server.up();
  down = () => this.#server.down();

  /** What goes into the settings: {tenant} is for the program to replace. */
  get endpoint() {
    return `${this.#server.origin}/{tenant}/oauth2/v2.0/token`;
  }

  /** From now on the connector says 401 to everything issued so far. */
  revoke_all() {
    this.valid.clear();
  }

  async #answer(request, response) {
    const body = (await read_body(request)).toString('utf8');
    ++this.fetches;
    this.grown();
    if (this.instead) return this.instead(request, response, this.#server.origin);
    const step = this.steps.shift();
    if (step?.held) await step.held;
    if (step?.status) return answer_json(response, step.status, step.body ?? {}, step.headers);
    if (!this.#check_form(request, body)) {
      return answer_json(response, 400, {error: 'invalid_request', error_description: 'AADSTS900144: The request is malformed.'});
    }
    if (new URLSearchParams(body).get('client_secret') !== this.secret) {
      return answer_json(response, 401, {
        error: 'invalid_client',
        error_description: `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app_id}'.`,
        error_codes: [7000215],
      });
    }
    const token = `eyJ0eXAiOiJKV1QifQ.${randomBytes(96).toString('base64url')}.${randomBytes(48).toString('base64url')}`;
    this.issued.add(token);
    this.valid.add(token);
    return answer_json(response, 200, {token_type: 'Bearer', expires_in: this.expires_in, ext_expires_in: this.expires_in, access_token: token});
  }

  #check_form(request, body) {
    const before = this.faults.length;
    const fault = text => this.faults.push(`token request: ${text}`);
    if (request.method !== 'POST') fault(`method ${request.method}`);
    if (request.url !== `/${tenant}/oauth2/v2.0/token`) fault(`path ${request.url}`);
    if (!/^application\/x-www-form-urlencoded(; ?charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) {
      fault(`Content-Type ${request.headers['content-type']}`);
    }
    const form = new URLSearchParams(body);
    const names = [...form.keys()].sort().join(' ');
    if (names !== 'client_id client_secret grant_type scope') fault(`parameters ${names}`);
    if (form.get('grant_type') !== 'client_credentials') fault(`grant_type ${form.get('grant_type')}`);
    if (form.get('client_id') !== app_id) fault(`client_id ${form.get('client_id')}`);
    if (form.get('scope') !== scope) fault(`scope ${form.get('scope')}`);
    return this.faults.length === before;
  }
}
