// Attacks with tokens as a table: what -> [reason in the log, what stands in the Authorization header's place]. All are 401.
import {createHash, randomBytes} from 'node:crypto';

import {claims_of, encode, forged, header_of, now, OddKey, signed_by, with_first, with_last} from './forge.mjs';
import {app_id, issuer, SigningKey, tenant} from './tokens.mjs';

const {rsa, pss, hmac, nothing} = signed_by;
const pem = key => key.public_key.export({type: 'spki', format: 'pem'});
const der = key => key.public_key.export({type: 'spki', format: 'der'});
const modulus = key => Buffer.from(key.jwk.n, 'base64url');
const with_header = (header, rest) => here => forged(here, {header, ...rest});
const with_claims = claims => here => forged(here, {claims});

/** The attacker's own pair. One for all: making keys takes longer than all else here. */
export const stranger = new SigningKey();
const small = new OddKey('small', 'rsa', {modulusLength: 1024});
const curve = new OddKey('curve', 'ec', {namedCurve: 'P-256'});
const huge = {kty: 'RSA', use: 'sig', n: Buffer.concat([Buffer.from([0xc1]), randomBytes(639)]).toString('base64url'), e: 'AQAB', endorsements: ['msteams']};
const published_as = (id, members) => ({id, private_key: stranger.private_key, jwk: {...stranger.jwk, kid: id, ...members}});

/** What the key server publishes beside the good key; the good one comes first. */
export const odd_keys = good => ({
  small,
  curve,
  huge: {id: 'huge', jwk: {...huge, kid: 'huge'}},
  collides: published_as(good.id, {}),
  encrypts: published_as('encrypts', {use: 'enc'}),
  other_algorithm: published_as('other_algorithm', {alg: 'RS512'}),
  trivial: {id: 'trivial', jwk: {...good.jwk, kid: 'trivial', e: 'AQ'}},
  shared_secret: {id: 'shared', jwk: {kty: 'oct', kid: 'shared', k: encode('known to all'), use: 'sig'}},
});

/** With the exponent one, a signature is the padded digest itself (RFC 8017 section 9.2). */
function padded_digest(key, text) {
  const info = Buffer.from('3031300d060960864801650304020105000420', 'hex');
  const tail = Buffer.concat([Buffer.from([0]), info, createHash('sha256').update(text).digest()]);
  return Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(256 - 2 - tail.length, 0xff), tail]);
}

export const forged_algorithms = {
  'alg none without a signature': ['token_algorithm', with_header({alg: 'none'}, {signature: nothing()})],
  'alg None without a signature': ['token_algorithm', with_header({alg: 'None'}, {signature: nothing()})],
  'alg nOnE with a good signature': ['token_algorithm', with_header({alg: 'nOnE'})],
  'alg empty': ['token_algorithm', with_header({alg: ''})],
  'alg missing': ['token_algorithm', with_header({alg: undefined})],
  'alg rs256': ['token_algorithm', with_header({alg: 'rs256'})],
  'alg RS256 with a blank': ['token_algorithm', with_header({alg: 'RS256 '})],
  'alg RS256 with a NUL': ['token_algorithm', with_header({alg: 'RS256\0'})],
  'alg in a list': ['token_header_malformed', with_header({alg: ['RS256']})],
  'alg a number': ['token_header_malformed', with_header({alg: 256})],
  'HS256 with the public key as PEM': ['token_algorithm', with_header({alg: 'HS256'}, {signature: hmac('sha256', pem)})],
  'HS256 with the public key as DER': ['token_algorithm', with_header({alg: 'HS256'}, {signature: hmac('sha256', der)})],
  'HS256 with the modulus': ['token_algorithm', with_header({alg: 'HS256'}, {signature: hmac('sha256', modulus)})],
  'HS512 with the public key as PEM': ['token_algorithm', with_header({alg: 'HS512'}, {signature: hmac('sha512', pem)})],
  'HMAC that says RS256': ['token_signature', with_header({}, {signature: hmac('sha256', pem)})],
  'HS256 with a published secret': ['token_algorithm', here => forged(here, {key: here.odd.shared_secret, header: {alg: 'HS256'}, signature: hmac('sha256', () => 'known to all')})],
  'RS384 with the right key': ['token_algorithm', with_header({alg: 'RS384'}, {signature: rsa('sha384')})],
  'RS512 with the right key': ['token_algorithm', with_header({alg: 'RS512'}, {signature: rsa('sha512')})],
  'RS1 with the right key': ['token_algorithm', with_header({alg: 'RS1'}, {signature: rsa('sha1')})],
  'PS256 with the right key': ['token_algorithm', with_header({alg: 'PS256'}, {signature: pss('sha256')})],
  'RS384 that says RS256': ['token_signature', with_header({}, {signature: rsa('sha384')})],
  'SHA-1 that says RS256': ['token_signature', with_header({}, {signature: rsa('sha1')})],
  'PSS that says RS256': ['token_signature', with_header({}, {signature: pss('sha256')})],
  'ES256 with a published curve': ['token_algorithm', here => forged(here, {key: here.odd.curve, header: {alg: 'ES256'}})],
};

const evil = here => `http://127.0.0.1:${here.trap.port}/keys`;
export const forged_keys = {
  'a published key of 1,024 bits': ['token_key_unknown', here => forged(here, {key: here.odd.small})],
  'a published key of 5,120 bits': ['token_key_unknown', here => forged(here, {key: here.odd.huge, signature: () => randomBytes(640)})],
  'a published curve that says RS256': ['token_key_unknown', here => forged(here, {key: here.odd.curve})],
  'a published key for encryption': ['token_key_unknown', here => forged(here, {key: here.odd.encrypts})],
  'a published key for RS512': ['token_key_unknown', here => forged(here, {key: here.odd.other_algorithm})],
  'a published key with the exponent one': ['token_key_unknown', here => forged(here, {key: here.odd.trivial, signature: padded_digest})],
  'a second published key of the same kid': ['token_signature', here => forged(here, {key: here.odd.collides})],
  'the attacker\'s key under a known kid': ['token_signature', here => forged(here, {key: stranger, header: {kid: here.teams.key.id}})],
  'an unknown kid': ['token_key_unknown', here => forged(here, {key: stranger})],
  'kid missing': ['token_without_kid', with_header({kid: undefined})],
  'kid null': ['token_without_kid', with_header({kid: null})],
  'kid empty': ['token_without_kid', with_header({kid: ''})],
  'kid a number': ['token_header_malformed', with_header({kid: 7})],
  'kid an object': ['token_header_malformed', with_header({kid: {$ne: ''}})],
  'kid a path': ['token_key_unknown', with_header({kid: '../../../../../../dev/null'})],
  'kid an address': ['token_key_unknown', here => forged(here, {header: {kid: evil(here)}})],
  'kid SQL': ['token_key_unknown', here => forged(here, {header: {kid: `${here.teams.key.id}' OR '1'='1`}})],
  'kid a command': ['token_key_unknown', with_header({kid: '|/usr/bin/id'})],
  'kid with a NUL at its end': ['token_key_unknown', here => forged(here, {header: {kid: `${here.teams.key.id}\0`}})],
  'kid with other letters\' case': ['token_key_unknown', here => forged(here, {header: {kid: here.teams.key.id.toUpperCase()}})],
  'kid huge': ['token_key_unknown', with_header({kid: 'k'.repeat(4000)})],
  'kid with an escape sequence and line breaks': ['token_key_unknown', with_header({kid: '\x1b[2J\r\n{"event":"ready"}'})],
  'jku': ['token_signature', here => forged(here, {key: stranger, header: {kid: here.teams.key.id, jku: evil(here)}})],
  'x5u': ['token_signature', here => forged(here, {key: stranger, header: {kid: here.teams.key.id, x5u: evil(here)}})],
  'jwk': ['token_signature', here => forged(here, {key: stranger, header: {kid: here.teams.key.id, jwk: stranger.jwk}})],
  'jwk and no kid': ['token_without_kid', here => forged(here, {key: stranger, header: {kid: undefined, jwk: stranger.jwk}})],
  'x5c': ['token_signature', here => forged(here, {key: stranger, header: {kid: here.teams.key.id, x5c: [der(stranger).toString('base64')]}})],
  'crit of something unknown': ['token_header_critical', with_header({crit: ['b64'], b64: false})],
  'crit empty': ['token_header_critical', with_header({crit: []})],
  'crit null': ['token_header_critical', with_header({crit: null})],
};

export const forged_claims = {
  'expired': ['token_expired', here => forged(here, {claims: {exp: now() - 301}})],
  'expired in 1970': ['token_expired', with_claims({exp: 0})],
  'expired before it was valid': ['token_expired', here => forged(here, {claims: {nbf: now() - 60, exp: now() - 3600}})],
  'not yet valid': ['token_not_yet_valid', here => forged(here, {claims: {nbf: now() + 330}})],
  'valid from next year': ['token_not_yet_valid', here => forged(here, {claims: {nbf: now() + 31_536_000, exp: now() + 31_540_000}})],
  'exp missing': ['token_without_times', with_claims({exp: undefined})],
  'exp null': ['token_without_times', with_claims({exp: null})],
  'exp a text': ['token_claim_malformed', here => forged(here, {claims: {exp: String(now() + 3600)}})],
  'exp a list': ['token_claim_malformed', here => forged(here, {claims: {exp: [now() + 3600]}})],
  'exp true': ['token_claim_malformed', with_claims({exp: true})],
  'exp negative': ['token_claim_malformed', with_claims({exp: -1})],
  'exp beyond the year 9999': ['token_claim_malformed', with_claims({exp: 9e18})],
  'exp beyond all numbers': ['token_payload_malformed', here => forged(here, {claims: with_last({...claims_of(here), exp: undefined}, 'x', 0).replace('"x":0', '"exp":1e400')})],
  'exp no number': ['token_payload_malformed', here => forged(here, {claims: with_last({...claims_of(here), exp: undefined}, 'x', 0).replace('"x":0', '"exp":NaN')})],
  'exp with a fraction, expired': ['token_expired', here => forged(here, {claims: {exp: now() - 400.5}})],
  'exp in milliseconds': ['token_claim_malformed', here => forged(here, {claims: {exp: (now() + 3600) * 1000}})],
  'nbf missing': ['token_without_times', with_claims({nbf: undefined})],
  'nbf a text': ['token_claim_malformed', with_claims({nbf: 'now'})],
  'nbf negative': ['token_claim_malformed', with_claims({nbf: -5})],
  'no audience': ['token_audience', with_claims({aud: undefined})],
  'audience empty': ['token_audience', with_claims({aud: ''})],
  'audience of nobody': ['token_audience', with_claims({aud: []})],
  'audience of another bot': ['token_audience', with_claims({aud: 'bbbbbbbb-1111-4111-8111-bbbbbbbbbbbb'})],
  'audience in capitals': ['token_audience', with_claims({aud: app_id.toUpperCase()})],
  'audience with a scheme': ['token_audience', with_claims({aud: `api://${app_id}`})],
  'audience with more behind it': ['token_audience', with_claims({aud: `${app_id}.evil.example`})],
  'audience with a blank': ['token_audience', with_claims({aud: ` ${app_id}`})],
  'audience in a list in a list': ['token_claim_malformed', with_claims({aud: [[app_id]]})],
  'audience the connector': ['token_audience', with_claims({aud: 'https://api.botframework.com'})],
  'no issuer': ['token_issuer', with_claims({iss: undefined})],
  'issuer with a slash': ['token_issuer', with_claims({iss: `${issuer}/`})],
  'issuer of people': ['token_issuer', with_claims({iss: `https://login.microsoftonline.com/${tenant}/v2.0`})],
  'issuer of the emulator': ['token_issuer', with_claims({iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/'})],
  'issuer of another cloud': ['token_issuer', with_claims({iss: 'https://api.botframework.us'})],
  'issuer over http': ['token_issuer', with_claims({iss: 'http://api.botframework.com'})],
  'issuer that begins well': ['token_issuer', with_claims({iss: `${issuer}.evil.example`})],
  'issuer in a list': ['token_claim_malformed', with_claims({iss: [issuer]})],
  'no service URL': ['token_without_serviceurl', with_claims({serviceurl: undefined})],
  'service URL under another spelling': ['token_without_serviceurl', here => forged(here, {claims: {serviceurl: undefined, serviceUrl: here.teams.service_url}})],
  'service URL in a list': ['token_claim_malformed', here => forged(here, {claims: {serviceurl: [here.teams.service_url]}})],
  'claims in a claim': ['token_issuer', here => forged(here, {claims: JSON.stringify({claims: claims_of(here)})})],
  'claims as a list': ['token_payload_malformed', here => forged(here, {claims: JSON.stringify([claims_of(here)])})],
  'a header as a list': ['token_header_malformed', here => forged(here, {header: JSON.stringify([header_of(here.teams.key)])})],
  'alg twice, none first': ['token_header_malformed', here => forged(here, {header: with_first(header_of(here.teams.key), 'alg', 'none')})],
  'alg twice, none last': ['token_header_malformed', here => forged(here, {header: with_last(header_of(here.teams.key), 'alg', 'none')})],
  'kid twice': ['token_header_malformed', here => forged(here, {header: with_last(header_of(here.teams.key), 'kid', 'other')})],
  'aud twice, ours first': ['token_payload_malformed', here => forged(here, {claims: with_last(claims_of(here), 'aud', 'x')})],
  'aud twice, ours last': ['token_payload_malformed', here => forged(here, {claims: with_first(claims_of(here), 'aud', 'x')})],
  'exp twice, by an escape': ['token_payload_malformed', here => forged(here, {claims: with_last(claims_of(here), 'exP', 1).replace('"exP"', '"ex\\u0070"')})],
  'nested claims': ['token_payload_malformed', here => forged(here, {claims: {x: JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`)}})],
  'five hundred objects within each other': ['token_payload_malformed', here => forged(here, {claims: {x: JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`)}})],
  'a huge claim': ['token_too_long', with_claims({x: 'x'.repeat(8000)})],
  'a payload with a BOM and more behind it': ['token_payload_malformed', here => forged(here, {claims: `${JSON.stringify(claims_of(here))}{"aud":"x"}`})],
  'a payload that is no UTF-8': ['token_payload_malformed', here => {
    const signed = `${encode(JSON.stringify(header_of(here.teams.key)))}.${Buffer.concat([Buffer.from(JSON.stringify(claims_of(here)).slice(0, -1)), Buffer.from(',"x":"\xff\xfe"}', 'latin1')]).toString('base64url')}`;
    return `${signed}.${rsa('sha256')(here.teams.key, signed).toString('base64url')}`;
  }],
};
