// The Bot Framework's OpenID metadata and signing keys.
import {answer_json, answer_oddly, LocalServer} from './http.mjs';
import {issuer} from './tokens.mjs';

export class KeyServer {
  keys = [];
  requests = {metadata: 0, keys: 0};
  failing = false;  ///< answers 500 while true
  instead;          ///< answers in its place: (request, response, origin)
  odd = {};         ///< for `metadata` and `keys`: {status, headers, body} in place of what is right
  #server = new LocalServer((request, response) => this.#answer(request, response));

  up = () => this.#server.up();
  down = () => this.#server.down();

  get metadata_url() {
    return `${this.#server.origin}/v1/.well-known/openidconfiguration`;
  }

  #answer(request, response) {
    if (this.instead) return this.instead(request, response, this.#server.origin);
    if (this.failing) return answer_json(response, 500, {error: {code: 'ServiceError', message: 'told to fail'}});
    if (request.method === 'GET' && request.url === '/v1/.well-known/openidconfiguration') {
      ++this.requests.metadata;
      if (this.odd.metadata) return answer_oddly(response, this.odd.metadata);
      return answer_json(response, 200, {
        issuer,
        authorization_endpoint: 'https://invalid.botframework.com',
        jwks_uri: `${this.#server.origin}/v1/.well-known/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
      });
    }
    if (request.method === 'GET' && request.url === '/v1/.well-known/keys') {
      ++this.requests.keys;
      if (this.odd.keys) return answer_oddly(response, this.odd.keys);
      return answer_json(response, 200, {keys: this.keys.map(key => key.jwk)});
    }
    return answer_json(response, 404, {});
  }
}
