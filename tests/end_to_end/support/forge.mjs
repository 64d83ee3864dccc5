// Tokens as an attacker makes them: any text as header and payload, signed with whatever is at hand.
import {constants, createHmac, generateKeyPairSync, sign} from 'node:crypto';

import {app_id, issuer} from './tokens.mjs';

export const encode = value => Buffer.from(value).toString('base64url');
export const now = () => Math.floor(Date.now() / 1000);

/** Ways to sign. Each takes the key of the service (or the attacker's) and what is signed. */
export const signed_by = {
  rsa: digest => (key, text) => sign(digest, Buffer.from(text), key.private_key),
  pss: digest => (key, text) => sign(digest, Buffer.from(text), {key: key.private_key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST}),
  hmac: (digest, secret) => (key, text) => createHmac(digest, secret(key)).update(text).digest(),
  nothing: () => () => Buffer.alloc(0),
};

/** The usual claims; a member of undefined is left out. */
export const claims_of = (here, changes = {}) => ({serviceurl: here.teams.service_url, iss: issuer, aud: app_id, nbf: now() - 60, exp: now() + 3600, ...changes});
export const header_of = (key, changes = {}) => ({alg: 'RS256', typ: 'JWT', kid: key.id, x5t: key.id, ...changes});

/** A token of header and payload, each an object or the very text. */
export function forged(here, {key = here.teams.key, header = {}, claims = {}, signature = signed_by.rsa('sha256')} = {}) {
  const text = (value, usual) => (typeof value === 'string' ? value : JSON.stringify({...usual, ...value}));
  const signed = `${encode(text(header, header_of(key)))}.${encode(text(claims, claims_of(here)))}`;
  return `${signed}.${Buffer.from(signature(key, signed)).toString('base64url')}`;
}

/** A text like JSON.stringify's, with a member put before or after the others: a name may stand twice. */
export const with_first = (object, name, value) => `{${JSON.stringify(name)}:${JSON.stringify(value)},${JSON.stringify(object).slice(1)}`;
export const with_last = (object, name, value) => `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`;

/** A key that the key server publishes as it is told: of another size or kind, or for another use. */
export class OddKey {
  constructor(id, kind, options, members = {}) {
    const pair = generateKeyPairSync(kind, options);
    this.id = id;
    this.private_key = pair.privateKey;
    this.public_key = pair.publicKey;
    this.jwk = {use: 'sig', kid: id, endorsements: ['msteams'], ...pair.publicKey.export({format: 'jwk'}), ...members};
  }
}
