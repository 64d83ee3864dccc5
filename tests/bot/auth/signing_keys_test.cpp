#include "bot/auth/signing_keys.hpp"

#include "tests/support/bot/fake_identity.hpp"
#include "tests/support/bot/token_maker.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

using bot::auth::KeyLookup;
using bot::auth::parse_key_set;
using bot::auth::SigningKeys;
using bot::auth::SigningKeysOptions;

namespace {

const support::RsaPair& pair() {
  static const support::RsaPair made;
  return made;
}

std::string set_of(const std::string& keys) {
  return R"({"keys":[)" + keys + "]}";
}

struct Office {
  support::EventLoop loop;
  support::SetClock clock;
  support::FakeIdentity identity{loop};
  std::vector<std::string> events;
  SigningKeys keys;

  Office() : keys(identity.client(), clock, options()) { identity.keys_body = set_of(pair().jwk("k1")); }

  SigningKeysOptions options() {
    SigningKeysOptions made;
    made.openid_metadata = identity.metadata_url();
    made.event = [this](std::string_view event) { events.emplace_back(event); };
    return made;
  }

  KeyLookup find(const std::string& kid) { return loop.run(keys.find(kid)); }
  bool knows(const std::string& kid) { return find(kid).key != nullptr; }
};

}  // namespace

TEST_CASE("key set: takes keys for RS256 and nothing else", "[auth][signing_keys]") {
  const support::RsaPair weak(1024);
  const std::string keys =
      pair().jwk("plain") + ',' + pair().jwk("full", R"(,"use":"sig","alg":"RS256","x5t":"x")") + ',' +
      pair().jwk("enc", R"(,"use":"enc")") + ',' + pair().jwk("rs384", R"(,"alg":"RS384")") + ',' +
      pair().jwk("badEndorsement", R"(,"endorsements":[1])") + ',' + pair().jwk("") + ',' + weak.jwk("weak") +
      R"(,{"kty":"oct","kid":"secret","k":"AAAA"},{"kty":"EC","kid":"ec"},5,null)" +
      R"(,{"kty":"RSA","kid":"none"},{"kty":"RSA","kid":"empty","n":"","e":"AQAB"})";
  const auto set = parse_key_set(set_of(keys));
  REQUIRE(set);
  REQUIRE(set->size() == 2);
  CHECK((*set)[0].first == "plain");
  CHECK((*set)[1].first == "full");
  CHECK_FALSE(parse_key_set(""));
  CHECK_FALSE(parse_key_set("[]"));
  CHECK_FALSE(parse_key_set("{}"));
  CHECK_FALSE(parse_key_set(R"({"keys":{}})"));
}

TEST_CASE("signing keys: are read once and kept", "[auth][signing_keys]") {
  Office office;
  CHECK_FALSE(office.keys.age());
  CHECK(office.knows("k1"));
  office.clock.time += std::chrono::hours(23);
  CHECK(office.knows("k1"));
  CHECK(office.identity.keys_asked == 1);
  CHECK(office.keys.age() == std::chrono::hours(23));
  CHECK(office.keys.fresh());
}

TEST_CASE("signing keys: are read again after a day", "[auth][signing_keys]") {
  Office office;
  CHECK(office.knows("k1"));
  office.identity.keys_body = set_of(pair().jwk("k2"));
  office.clock.time += std::chrono::hours(24);
  CHECK_FALSE(office.keys.fresh());
  CHECK_FALSE(office.knows("k1"));
  CHECK(office.knows("k2"));
  CHECK(office.identity.keys_asked == 2);
  CHECK(office.keys.generation() == 2);
}

TEST_CASE("signing keys: an unknown kid leads to a reading once an hour", "[auth][signing_keys]") {
  Office office;
  CHECK(office.knows("k1"));
  office.identity.keys_body = set_of(pair().jwk("k1") + ',' + pair().jwk("k2"));
  for (int i = 0; i < 20; ++i) CHECK_FALSE(office.knows("k2"));
  office.clock.time += std::chrono::minutes(59);
  CHECK_FALSE(office.knows("k2"));
  CHECK(office.identity.keys_asked == 1);
  office.clock.time += std::chrono::minutes(1);
  CHECK(office.knows("k2"));
  CHECK_FALSE(office.knows("k3"));
  CHECK(office.identity.keys_asked == 2);
}

TEST_CASE("signing keys: with the server down the old ones serve five days", "[auth][signing_keys]") {
  Office office;
  CHECK(office.knows("k1"));
  office.identity.status = 503;
  office.clock.time += std::chrono::hours(30);
  CHECK(office.knows("k1"));
  CHECK(office.knows("k1"));
  CHECK(office.identity.metadata_asked == 2);
  CHECK(office.events.back() == "signing_keys_failed: metadata: HTTP status 503");
  office.clock.time += std::chrono::minutes(5);
  CHECK(office.knows("k1"));
  CHECK(office.identity.metadata_asked == 3);
  CHECK_FALSE(office.find("k2").unavailable);
  office.clock.time += std::chrono::hours(24 * 5 - 31);
  CHECK(office.knows("k1"));
  office.clock.time += std::chrono::hours(1);
  const auto lookup = office.find("k1");
  CHECK(lookup.key == nullptr);
  CHECK(lookup.unavailable);
  office.identity.status = 200;
  office.clock.time += std::chrono::seconds(15);
  CHECK(office.knows("k1"));
}

TEST_CASE("signing keys: a server that is down is not asked without end", "[auth][signing_keys]") {
  Office office;
  office.identity.status = 500;
  for (int i = 0; i < 20; ++i) CHECK(office.find("k1").unavailable);
  CHECK(office.identity.metadata_asked == 1);
}

TEST_CASE("signing keys: answers that are no key set change nothing", "[auth][signing_keys]") {
  Office office;
  CHECK(office.knows("k1"));
  const auto failure = [&](const std::string& metadata, const std::string& keys) {
    office.identity.metadata_body = metadata;
    office.identity.keys_body = keys;
    office.clock.time += std::chrono::hours(24);
    CHECK(office.knows("k1"));
    return office.events.back();
  };
  CHECK(failure("<html>", "") == "signing_keys_failed: metadata: no jwks_uri");
  CHECK(failure(R"({"jwks_uri":"https://evil.example/keys"})", "") ==
        "signing_keys_failed: metadata: its jwks_uri leads elsewhere");
  CHECK(failure("", "<html>") == "signing_keys_failed: keys: not a key set");
  CHECK(failure("", set_of("")) == "signing_keys_failed: keys: none that can be used");
  CHECK(office.keys.generation() == 1);
}

TEST_CASE("signing keys: are never asked for over plain http elsewhere", "[auth][signing_keys]") {
  Office office;
  auto options = office.options();
  options.openid_metadata = "http://login.botframework.com/v1/.well-known/openidconfiguration";
  SigningKeys keys(office.identity.client(), office.clock, options);
  CHECK_FALSE(office.loop.run(keys.refresh()));
  CHECK(office.events.back() == "signing_keys_failed: the metadata's address is not https");
}

TEST_CASE("signing keys: many who wait lead to one reading", "[auth][signing_keys]") {
  Office office;
  int found = 0;
  bool done = false;
  for (int i = 0; i < 50; ++i) {
    boost::asio::co_spawn(office.loop.io(), office.keys.find("k1"),
                          [&](std::exception_ptr error, KeyLookup lookup) {
                            if (!error && lookup.key) ++found;
                            done = found == 50;
                          });
  }
  office.loop.run_until(done);
  CHECK(office.identity.metadata_asked == 1);
  CHECK(office.identity.keys_asked == 1);
}

TEST_CASE("signing keys: a request that is given up takes nobody with it", "[auth][signing_keys]") {
  Office office;
  boost::asio::cancellation_signal give_up;
  bool first_ended = false;
  bool first_failed = false;
  bool second_ended = false;
  KeyLookup second;
  boost::asio::co_spawn(
      office.loop.io(), office.keys.find("k1"),
      boost::asio::bind_cancellation_slot(give_up.slot(), [&](std::exception_ptr error, KeyLookup) {
        first_ended = true;
        first_failed = error != nullptr;
      }));
  boost::asio::co_spawn(office.loop.io(), office.keys.find("k1"), [&](std::exception_ptr, KeyLookup lookup) {
    second_ended = true;
    second = std::move(lookup);
  });
  office.loop.io().poll_one();  // both wait now, and the reading has not begun
  office.loop.io().poll_one();
  give_up.emit(boost::asio::cancellation_type::terminal);
  office.loop.run_until(first_ended);
  CHECK(first_failed);
  CHECK_FALSE(second_ended);
  office.loop.run_until(second_ended);
  CHECK(second.key != nullptr);
  CHECK(office.identity.metadata_asked == 1);
}
