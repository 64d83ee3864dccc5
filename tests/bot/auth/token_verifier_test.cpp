#include "bot/auth/token_verifier.hpp"

#include "tests/support/bot/fake_identity.hpp"
#include "tests/support/bot/token_maker.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <vector>

using bot::auth::Claims;
using bot::auth::TokenResult;
using bot::auth::TokenVerifier;
using bot::auth::VerifierOptions;
using support::base64url;
using support::make_token;

namespace {

const std::string app_id = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
const std::string tenant = "99999999-9999-4999-8999-99999999999f";
const std::string service_url = "https://smba.trafficmanager.net/emea/";
const std::string header = R"({"alg":"RS256","typ":"JWT","kid":"k1"})";
constexpr long now = 1'795'000'000;

const support::RsaPair& known_key() {
  static const support::RsaPair key;
  return key;
}

const support::RsaPair& foreign_key() {
  static const support::RsaPair key;
  return key;
}

/// A good payload; `change` replaces the claim of the same name, or adds one; without a value the claim goes.
std::string payload(const std::string& name = "", const std::string& value = "") {
  std::vector<std::pair<std::string, std::string>> claims{
      {"serviceurl", '"' + service_url + '"'},
      {"nbf", std::to_string(now - 60)},
      {"exp", std::to_string(now + 3600)},
      {"iss", "\"https://api.botframework.com\""},
      {"aud", '"' + app_id + '"'},
  };
  std::string text;
  bool used = name.empty();
  for (const auto& [key, good] : claims) {
    const std::string& chosen = key == name ? value : good;
    used = used || key == name;
    if (!chosen.empty()) text += (text.empty() ? "\"" : ",\"") + key + "\":" + chosen;
  }
  if (!used) text += ",\"" + name + "\":" + value;
  return '{' + text + '}';
}

struct Door {
  support::EventLoop loop;
  support::SetClock clock;
  support::FakeIdentity identity{loop};
  std::vector<std::string> events;
  std::unique_ptr<TokenVerifier> verifier;

  explicit Door(const std::function<void(VerifierOptions&)>& change = [](VerifierOptions&) {}) {
    identity.keys_body =
        R"({"keys":[)" + known_key().jwk("k1", R"(,"endorsements":["msteams","webchat"])") + "]}";
    VerifierOptions options;
    options.app_id = app_id;
    options.openid_metadata = identity.metadata_url();
    options.allowed_tenants = {tenant};
    options.event = [this](std::string_view event) { events.emplace_back(event); };
    change(options);
    verifier = std::make_unique<TokenVerifier>(identity.client(), clock, options);
  }

  TokenResult verify_headers(std::vector<bot::http::Header> headers) {
    bot::http::Request request;
    request.method = "POST";
    request.headers = std::move(headers);
    return loop.run(verifier->verify(request));
  }

  TokenResult verify(const std::string& authorization) {
    return verify_headers({{"Authorization", authorization}});
  }

  /// "200", or status and reason.
  std::string outcome(const std::string& authorization) { return describe(verify(authorization)); }

  static std::string describe(const TokenResult& result) {
    return result.refusal ? std::to_string(result.refusal->status) + ' ' + result.refusal->reason : "200";
  }
};

std::string bearer(const std::string& token) {
  return "Bearer " + token;
}

std::string good_token() {
  return make_token(known_key(), header, payload());
}

std::string with_header(const std::string& changed) {
  return bearer(make_token(known_key(), changed, payload()));
}

std::string with_claim(const std::string& name, const std::string& value) {
  return bearer(make_token(known_key(), header, payload(name, value)));
}

std::string signed_as(const std::string& first, const std::function<std::string(const std::string&)>& sign) {
  const std::string body = base64url(first) + '.' + base64url(payload());
  return bearer(body + '.' + base64url(sign(body)));
}

struct Attack {
  std::string what;
  std::string authorization;
  std::string outcome;
};

std::vector<Attack> forged_headers() {
  const auto rs384 = [](const std::string& body) { return known_key().sign(body, "SHA384"); };
  const auto rs512 = [](const std::string& body) { return known_key().sign(body, "SHA512"); };
  const auto pss = [](const std::string& body) { return known_key().sign(body, "SHA256", true); };
  const auto hmac_pem = [](const std::string& body) {
    return support::hmac_sha256(known_key().public_pem(), body);
  };
  const auto hmac_n = [](const std::string& body) { return support::hmac_sha256(known_key().n(), body); };
  const std::string jwk = known_key().jwk("k1");
  return {
      {"alg none, no signature",
       bearer(base64url(R"({"alg":"none","kid":"k1"})") + '.' + base64url(payload()) + '.'),
       "401 token_algorithm"},
      {"alg None with a signature", with_header(R"({"alg":"None","kid":"k1"})"), "401 token_algorithm"},
      {"no alg", with_header(R"({"kid":"k1"})"), "401 token_algorithm"},
      {"alg rs256", with_header(R"({"alg":"rs256","kid":"k1"})"), "401 token_algorithm"},
      {"alg in an array", with_header(R"({"alg":["RS256"],"kid":"k1"})"), "401 token_header_malformed"},
      {"alg twice", with_header(R"({"alg":"none","alg":"RS256","kid":"k1"})"), "401 token_header_malformed"},
      {"HS256 with the public key as PEM", signed_as(R"({"alg":"HS256","kid":"k1"})", hmac_pem),
       "401 token_algorithm"},
      {"HS256 with the modulus", signed_as(R"({"alg":"HS256","kid":"k1"})", hmac_n), "401 token_algorithm"},
      {"HMAC that says RS256", signed_as(header, hmac_pem), "401 token_signature"},
      {"RS384", signed_as(R"({"alg":"RS384","kid":"k1"})", rs384), "401 token_algorithm"},
      {"RS512", signed_as(R"({"alg":"RS512","kid":"k1"})", rs512), "401 token_algorithm"},
      {"RS384 that says RS256", signed_as(header, rs384), "401 token_signature"},
      {"PS256", signed_as(R"({"alg":"PS256","kid":"k1"})", pss), "401 token_algorithm"},
      {"PSS that says RS256", signed_as(header, pss), "401 token_signature"},
      {"crit", with_header(R"({"alg":"RS256","kid":"k1","crit":["exp"]})"), "401 token_header_critical"},
      {"no kid", with_header(R"({"alg":"RS256"})"), "401 token_without_kid"},
      {"empty kid", with_header(R"({"alg":"RS256","kid":""})"), "401 token_without_kid"},
      {"kid is a number", with_header(R"({"alg":"RS256","kid":1})"), "401 token_header_malformed"},
      {"unknown kid", with_header(R"({"alg":"RS256","kid":"k2"})"), "401 token_key_unknown"},
      {"kid is a path", with_header(R"({"alg":"RS256","kid":"../../../../dev/null"})"),
       "401 token_key_unknown"},
      {"kid is SQL", with_header(R"({"alg":"RS256","kid":"k1' OR '1'='1"})"), "401 token_key_unknown"},
      {"kid with NUL", with_header(R"({"alg":"RS256","kid":"k1\u0000"})"), "401 token_key_unknown"},
      {"other key, known kid", bearer(make_token(foreign_key(), header, payload())), "401 token_signature"},
      {"other key, brought along as jwk",
       bearer(make_token(foreign_key(), R"({"alg":"RS256","kid":"k1","jwk":)" + foreign_key().jwk("k1") + "}",
                         payload())),
       "401 token_signature"},
      {"other key, named by jku",
       bearer(make_token(foreign_key(), R"({"alg":"RS256","kid":"k1","jku":"https://evil.example/keys"})",
                         payload())),
       "401 token_signature"},
  };
}

std::vector<Attack> forged_claims() {
  const std::string too_old = std::to_string(now - 300);
  const std::string too_new = std::to_string(now + 301);
  return {
      {"expired beyond the leeway", with_claim("exp", too_old), "401 token_expired"},
      {"expired long ago", with_claim("exp", "0"), "401 token_expired"},
      {"not yet valid", with_claim("nbf", too_new), "401 token_not_yet_valid"},
      {"no exp", with_claim("exp", ""), "401 token_without_times"},
      {"no nbf", with_claim("nbf", ""), "401 token_without_times"},
      {"exp null", with_claim("exp", "null"), "401 token_without_times"},
      {"exp as text", with_claim("exp", "\"1999999999\""), "401 token_claim_malformed"},
      {"exp without end", with_claim("exp", "1e400"), "401 token_payload_malformed"},
      {"exp beyond time", with_claim("exp", "9e18"), "401 token_claim_malformed"},
      {"exp negative", with_claim("exp", "-1"), "401 token_claim_malformed"},
      {"exp true", with_claim("exp", "true"), "401 token_claim_malformed"},
      {"other audience", with_claim("aud", "\"bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb\""), "401 token_audience"},
      {"audience with a scheme", with_claim("aud", "\"api://" + app_id + '"'), "401 token_audience"},
      {"audience in capitals", with_claim("aud", "\"AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA\""),
       "401 token_audience"},
      {"audience with a space", with_claim("aud", '"' + app_id + " \""), "401 token_audience"},
      {"no audience", with_claim("aud", ""), "401 token_audience"},
      {"empty audience", with_claim("aud", "\"\""), "401 token_audience"},
      {"audience of none", with_claim("aud", "[]"), "401 token_audience"},
      {"audience of others", with_claim("aud", R"(["x","y"])"), "401 token_audience"},
      {"audience nested", with_claim("aud", "[[\"" + app_id + "\"]]"), "401 token_claim_malformed"},
      {"audience in an object", with_claim("aud", "{\"id\":\"" + app_id + "\"}"),
       "401 token_claim_malformed"},
      {"other issuer", with_claim("iss", "\"https://api.botframework.us\""), "401 token_issuer"},
      {"Entra's issuer",
       with_claim("iss", "\"https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/\""),
       "401 token_issuer"},
      {"issuer with a slash", with_claim("iss", "\"https://api.botframework.com/\""), "401 token_issuer"},
      {"issuer as list", with_claim("iss", "[\"https://api.botframework.com\"]"),
       "401 token_claim_malformed"},
      {"no issuer", with_claim("iss", ""), "401 token_issuer"},
      {"no service URL", with_claim("serviceurl", ""), "401 token_without_serviceurl"},
      {"service URL as list", with_claim("serviceurl", "[]"), "401 token_claim_malformed"},
      {"claim twice",
       bearer(make_token(known_key(), header, payload().substr(0, payload().size() - 1) + R"(,"aud":"x"})")),
       "401 token_payload_malformed"},
      {"claims nested in a claim", bearer(make_token(known_key(), header, R"({"claims":)" + payload() + "}")),
       "401 token_issuer"},
      {"deep nesting", with_claim("x", std::string(500, '[') + std::string(500, ']')),
       "401 token_payload_malformed"},
  };
}

std::vector<Attack> forged_spellings() {
  const std::string token = good_token();
  const std::size_t dot = token.find('.');
  const std::size_t last = token.rfind('.');
  std::string changed = token;
  changed[dot + 5] = changed[dot + 5] == 'A' ? 'B' : 'A';
  std::string bent = token;  // the same bytes with a stray bit in the last letter
  bent.back() = static_cast<char>(bent.back() + 1);
  return {
      {"nothing", "", "401 authorization_not_bearer"},
      {"scheme only", "Bearer", "401 authorization_not_bearer"},
      {"scheme and space", "Bearer ", "401 authorization_not_bearer"},
      {"no scheme", token, "401 authorization_not_bearer"},
      {"almost the scheme", "Bearers " + token, "401 authorization_not_bearer"},
      {"Basic", "Basic " + token, "401 authorization_not_bearer"},
      {"two spaces", "Bearer  " + token, "401 authorization_not_bearer"},
      {"tab", "Bearer\t" + token, "401 authorization_not_bearer"},
      {"third part", "Bearer " + token + " x", "401 authorization_not_bearer"},
      {"two tokens", "Bearer " + token + ", Bearer " + token, "401 authorization_not_bearer"},
      {"truncated", bearer(token.substr(0, token.size() - 4)), ""},
      {"no signature", bearer(token.substr(0, last + 1)), "401 token_signature"},
      {"two parts", bearer(token.substr(0, last)), "401 token_not_three_parts"},
      {"four parts", bearer(token + ".AAAA"), "401 token_not_three_parts"},
      {"dots only", bearer(".."), "401 token_header_malformed"},
      {"padding", bearer(token + "=="), "401 token_not_base64url"},
      {"line break at the end", bearer(token + "\n"), "401 token_not_base64url"},
      {"line break inside", bearer(token.substr(0, 10) + "\r\n" + token.substr(10)),
       "401 token_not_base64url"},
      {"letters of plain base64", bearer(token.substr(0, last + 1) + "+/" + token.substr(last + 3)),
       "401 token_not_base64url"},
      {"stray bits", bearer(bent), "401 token_not_base64url"},
      {"payload changed", bearer(changed), ""},
      {"signature of another token",
       bearer(token.substr(0, last) +
              make_token(known_key(), header, payload("x", "1"))
                  .substr(make_token(known_key(), header, payload("x", "1")).rfind('.'))),
       "401 token_signature"},
      {"encrypted token", bearer("AAAA.AAAA.AAAA.AAAA.AAAA"), "401 token_not_three_parts"},
      {"too long", bearer(std::string(9000, 'A')), "401 token_too_long"},
      {"bytes", bearer("\xFF\xFE.\x01.\x02"), "401 token_not_base64url"},
  };
}

void check_all(const std::vector<Attack>& attacks) {
  Door door;
  for (const Attack& attack : attacks) {
    INFO(attack.what);
    const std::string outcome = door.outcome(attack.authorization);
    if (attack.outcome.empty()) {
      CHECK(outcome.starts_with("401 "));
    } else {
      CHECK(outcome == attack.outcome);
    }
  }
  CHECK(door.outcome(bearer(good_token())) == "200");  // and it was not the door that was shut
  CHECK(door.identity.keys_asked == 1);
}

}  // namespace

TEST_CASE("token verifier: forged headers and signatures stay outside", "[auth][token_verifier]") {
  check_all(forged_headers());
}

TEST_CASE("token verifier: forged claims stay outside", "[auth][token_verifier]") {
  check_all(forged_claims());
}

TEST_CASE("token verifier: other spellings stay outside", "[auth][token_verifier]") {
  check_all(forged_spellings());
}

TEST_CASE("token verifier: exactly one Authorization header", "[auth][token_verifier]") {
  Door door;
  const std::string good = bearer(good_token());
  CHECK(Door::describe(door.verify_headers({})) == "401 authorization_missing");
  CHECK(Door::describe(door.verify_headers({{"Authorization", good}, {"authorization", good}})) ==
        "401 authorization_repeated");
  CHECK(Door::describe(door.verify_headers({{"X-Authorization", good}})) == "401 authorization_missing");
  CHECK(Door::describe(door.verify_headers({{"AUTHORIZATION", good}})) == "200");
  // RFC 9110 section 11.1: the scheme has no case.
  CHECK(Door::describe(door.verify_headers({{"Authorization", "bearer " + good_token()}})) == "200");
  CHECK(Door::describe(door.verify_headers({{"Authorization", "BEARER " + good_token()}})) == "200");
}

TEST_CASE("token verifier: a good token says what the activity must agree with", "[auth][token_verifier]") {
  Door door;
  const auto result = door.verify(bearer(good_token()));
  REQUIRE_FALSE(result.refusal);
  CHECK(result.claims.service_url == service_url);
  CHECK(result.claims.endorsements == std::vector<std::string>{"msteams", "webchat"});
  CHECK_FALSE(result.claims.anonymous);
  CHECK(result.claims.expires.time_since_epoch().count() == now + 3600 + 300);
  CHECK(door.outcome(with_claim("aud", "[\"x\",\"" + app_id + "\"]")) == "200");
  CHECK(door.outcome(with_claim("exp", std::to_string(now - 299))) == "200");
  CHECK(door.outcome(with_claim("nbf", std::to_string(now + 300))) == "200");
  CHECK(door.outcome(with_claim("exp", std::to_string(now) + ".5")) == "200");
}

TEST_CASE("token verifier: a cached token ends when it says so", "[auth][token_verifier]") {
  Door door;
  const std::string good = bearer(good_token());
  CHECK(door.outcome(good) == "200");
  door.clock.time += std::chrono::seconds(3600 + 299);
  CHECK(door.outcome(good) == "200");
  door.clock.time += std::chrono::seconds(1);
  CHECK(door.outcome(good) == "401 token_expired");
}

TEST_CASE("token verifier: a cached token goes with its key", "[auth][token_verifier]") {
  Door door;
  const std::string good =
      bearer(make_token(known_key(), header, payload("exp", std::to_string(now + 200'000))));
  CHECK(door.outcome(good) == "200");
  door.identity.keys_body = R"({"keys":[)" + foreign_key().jwk("k1") + "]}";
  door.clock.time += std::chrono::hours(23);
  CHECK(door.outcome(good) == "200");
  door.clock.time += std::chrono::hours(2);
  CHECK(door.outcome(good) == "401 token_signature");
  CHECK(door.identity.keys_asked == 2);
}

TEST_CASE("token verifier: without keys nobody is refused for good", "[auth][token_verifier]") {
  Door door;
  door.identity.status = 500;
  CHECK(door.outcome(bearer(good_token())) == "503 keys_unavailable");
  CHECK_FALSE(door.verifier->keys_age());
  CHECK_FALSE(door.loop.run(door.verifier->warm_up()));
  door.identity.status = 200;
  door.clock.time += std::chrono::seconds(15);
  CHECK(door.outcome(bearer(good_token())) == "200");
  CHECK(door.verifier->keys_age() == std::chrono::seconds(0));
  CHECK(door.events ==
        std::vector<std::string>{"signing_keys_failed: metadata: HTTP status 500", "signing_keys_loaded"});
}

TEST_CASE("token verifier: warming up means that no request waits", "[auth][token_verifier]") {
  Door door;
  CHECK(door.loop.run(door.verifier->warm_up()));
  CHECK(door.loop.run(door.verifier->warm_up()));
  CHECK(door.identity.keys_asked == 1);
  CHECK(door.outcome(bearer(good_token())) == "200");
  CHECK(door.identity.keys_asked == 1);
}

TEST_CASE("token verifier: tokens that can't be the connector's lead to no question",
          "[auth][token_verifier]") {
  Door door;
  door.outcome(bearer("x.y.z"));
  door.outcome(with_header(R"({"alg":"HS256","kid":"k1"})"));
  door.outcome(with_claim("iss", "\"https://evil.example\""));
  CHECK(door.identity.metadata_asked == 0);
}

TEST_CASE("token verifier: admits Teams, the token's service URL and allowed tenants",
          "[auth][token_verifier]") {
  Door door;
  Claims claims;
  claims.service_url = service_url;
  claims.endorsements = {"msteams"};
  const auto reason = [&](const std::string& channel, const std::string& url, const std::string& from) {
    const auto refusal = door.verifier->admit(claims, channel, url, from);
    if (refusal) CHECK(refusal->status == 403);
    return refusal ? refusal->reason : "";
  };
  CHECK(reason("msteams", service_url, tenant).empty());
  CHECK(reason("msteams", service_url, "99999999-9999-4999-8999-99999999999F").empty());
  CHECK(reason("webchat", service_url, tenant) == "channel");
  CHECK(reason("", service_url, tenant) == "channel");
  CHECK(reason("MSTEAMS", service_url, tenant) == "channel");
  CHECK(reason("msteams", "https://smba.trafficmanager.net/emea", tenant) == "service_url");
  CHECK(reason("msteams", "https://smba.trafficmanager.net/amer/", tenant) == "service_url");
  CHECK(reason("msteams", "", tenant) == "service_url");
  CHECK(reason("msteams", service_url, "") == "tenant");
  CHECK(reason("msteams", service_url, tenant + "0") == "tenant");
  CHECK(reason("msteams", service_url, tenant.substr(1)) == "tenant");
  claims.endorsements = {"webchat", "MSTEAMS"};
  CHECK(reason("msteams", service_url, tenant) == "channel_not_endorsed");
  claims.endorsements = {};
  CHECK(reason("msteams", service_url, tenant).empty());
}

TEST_CASE("token verifier: nobody gets in until a tenant is named", "[auth][token_verifier]") {
  Door door([](VerifierOptions& options) { options.allowed_tenants.clear(); });
  Claims claims;
  claims.service_url = service_url;
  CHECK(door.verifier->admit(claims, "msteams", service_url, tenant)->reason == "tenant");
  CHECK(door.verifier->admit(claims, "msteams", service_url, "")->reason == "tenant");
}

TEST_CASE("token verifier: anonymous is for development on this machine", "[auth][token_verifier]") {
  Door door([](VerifierOptions& options) {
    options.app_id.clear();
    options.allow_anonymous = true;
  });
  const auto result = door.verify_headers({});
  REQUIRE_FALSE(result.refusal);
  CHECK(result.claims.anonymous);
  CHECK(door.outcome(bearer(good_token())) == "401 token_not_expected");
  CHECK(door.outcome("") == "401 token_not_expected");
  CHECK(door.identity.metadata_asked == 0);
  const auto admit = [&](const std::string& channel, const std::string& url) {
    const auto refusal = door.verifier->admit(result.claims, channel, url, "any");
    return refusal ? refusal->reason : "";
  };
  for (const char* channel : {"msteams", "emulator", "webchat", "directline", "agents"}) {
    CHECK(admit(channel, "http://localhost:56150/_connector").empty());
  }
  CHECK(admit("msteams", "http://127.0.0.1:1/").empty());
  CHECK(admit("slack", "http://localhost:56150/_connector") == "channel");
  CHECK(admit("msteams", service_url) == "service_url_not_loopback");
  CHECK(admit("msteams", "http://127.0.0.1.evil.example/") == "service_url_not_loopback");
  CHECK(admit("msteams", "http://localhost@evil.example/") == "service_url_not_loopback");
  CHECK(admit("msteams", "") == "service_url_not_loopback");
}

TEST_CASE("token verifier: anonymous needs an empty app id, an empty app id alone admits nobody",
          "[auth][token_verifier]") {
  Door with_id([](VerifierOptions& options) { options.allow_anonymous = true; });
  CHECK(Door::describe(with_id.verify_headers({})) == "401 authorization_missing");
  CHECK(with_id.outcome(bearer(good_token())) == "200");
  Door without_id([](VerifierOptions& options) { options.app_id.clear(); });
  CHECK(Door::describe(without_id.verify_headers({})) == "401 no_app_id");
  CHECK(without_id.outcome(with_claim("aud", "\"\"")) == "401 no_app_id");
}
