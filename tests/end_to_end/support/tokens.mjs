// Keys and tokens as the Bot Framework makes them: RSA keys published as JWKS, tokens signed with RS256.
import {generateKeyPairSync, randomUUID, sign} from 'node:crypto';

export const app_id = 'aaaaaaaa-1111-4111-8111-aaaaaaaaaaaa';
export const tenant = '99999999-2222-4222-8222-999999999999';
export const issuer = 'https://api.botframework.com';

const encode = value => Buffer.from(value).toString('base64url');

/** A signing key. `endorsements` are the channels that it may speak for. */
export class SigningKey {
  constructor({endorsements = ['msteams'], id = randomUUID()} = {}) {
    const pair = generateKeyPairSync('rsa', {modulusLength: 2048});
    this.id = id;
    this.private_key = pair.privateKey;
    this.public_key = pair.publicKey;
    this.jwk = {kty: 'RSA', use: 'sig', kid: id, x5t: id, ...pair.publicKey.export({format: 'jwk'}), endorsements};
  }

  /** A signed token; `header` and `claims` replace what is usual, undefined leaves a member out. */
  token(claims = {}, header = {}) {
    const now = Math.floor(Date.now() / 1000);
    const usual = {iss: issuer, aud: app_id, nbf: now - 60, exp: now + 3600, ...claims};
    const head = encode(JSON.stringify({alg: 'RS256', typ: 'JWT', kid: this.id, x5t: this.id, ...header}));
    const signed = `${head}.${encode(JSON.stringify(usual))}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), this.private_key).toString('base64url')}`;
  }
}
