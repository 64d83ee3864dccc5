#include "bot/auth/access_token.hpp"

#include "tests/support/bot/fake_identity.hpp"

#include <boost/asio/co_spawn.hpp>
#include <catch2/catch.hpp>

#include <string>

using bot::auth::AccessToken;
using bot::auth::AccessTokenOptions;
using bot::auth::AccessTokenResult;

namespace {

std::string grant(const std::string& token, const std::string& seconds = "3600") {
  return R"({"token_type":"Bearer","expires_in":)" + seconds + R"(,"access_token":")" + token + "\"}";
}

struct Office {
  support::EventLoop loop;
  support::SetClock clock;
  support::FakeIdentity identity{loop};

  AccessTokenOptions options() const {
    AccessTokenOptions made;
    made.app_id = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
    made.secret = "s3~cr&t +%=æ";
    made.token_endpoint = identity.token_url();
    return made;
  }

  AccessToken make() { return AccessToken(identity.client(), clock, options()); }
  AccessTokenResult get(AccessToken& token) { return loop.run(token.get()); }
  std::size_t asked() const { return identity.token_requests.size(); }
};

}  // namespace

TEST_CASE("access token: is asked for as OAuth says", "[auth][access_token]") {
  Office office;
  office.identity.token_body = grant("t1");
  auto token = office.make();
  CHECK(office.get(token).token == "t1");
  REQUIRE(office.asked() == 1);
  const auto& request = office.identity.token_requests[0];
  CHECK(request.method == "POST");
  CHECK(request.header("Content-Type") == "application/x-www-form-urlencoded");
  CHECK(request.header_count("Authorization") == 0);
  CHECK(request.body ==
        "grant_type=client_credentials&client_id=aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
        "&client_secret=s3~cr%26t%20%2B%25%3D%C3%A6&scope=https%3A%2F%2Fapi.botframework.com%2F.default");
}

TEST_CASE("access token: is kept until five minutes before its end", "[auth][access_token]") {
  Office office;
  office.identity.token_body = grant("t1");
  auto token = office.make();
  CHECK(office.get(token).token == "t1");
  office.identity.token_body = grant("t2");
  office.clock.time += std::chrono::seconds(3299);
  CHECK(office.get(token).token == "t1");
  CHECK(office.asked() == 1);
  office.clock.time += std::chrono::seconds(1);
  CHECK(office.get(token).token == "t2");
  CHECK(office.asked() == 2);
}

TEST_CASE("access token: one of a short life is used for half of it", "[auth][access_token]") {
  Office office;
  office.identity.token_body = grant("t1", "60");
  auto token = office.make();
  office.get(token);
  office.clock.time += std::chrono::seconds(29);
  office.get(token);
  CHECK(office.asked() == 1);
  office.clock.time += std::chrono::seconds(1);
  office.get(token);
  CHECK(office.asked() == 2);
}

TEST_CASE("access token: with the server down the old one serves to its end", "[auth][access_token]") {
  Office office;
  office.identity.token_body = grant("t1");
  auto token = office.make();
  office.get(token);
  office.identity.status = 503;
  office.clock.time += std::chrono::seconds(3500);
  CHECK(office.get(token).token == "t1");
  office.clock.time += std::chrono::seconds(100);
  const auto result = office.get(token);
  CHECK(result.token.empty());
  CHECK(result.error == "no access token: the identity server answered with HTTP status 503");
  CHECK_FALSE(result.permanent);
}

TEST_CASE("access token: a wrong secret is not tried again at once", "[auth][access_token]") {
  Office office;
  office.identity.status = 401;
  office.identity.token_body = R"({"error":"invalid_client","error_codes":[7000215]})";
  auto token = office.make();
  for (int i = 0; i < 20; ++i) {
    const auto result = office.get(token);
    CHECK(result.permanent);
    CHECK(result.error.find("AADSTS7000215") != std::string::npos);
    CHECK(result.error.find("s3~cr") == std::string::npos);
    CHECK(result.token.empty());
  }
  CHECK(office.asked() == 1);
  office.clock.time += std::chrono::seconds(59);
  office.get(token);
  CHECK(office.asked() == 1);
  office.clock.time += std::chrono::seconds(1);
  office.identity.status = 200;
  office.identity.token_body = grant("t1");
  CHECK(office.get(token).token == "t1");
  CHECK(office.get(token).error.empty());
}

TEST_CASE("access token: the pause grows while the server is down, up to a minute", "[auth][access_token]") {
  Office office;
  office.identity.status = 500;
  auto token = office.make();
  std::size_t expected = 0;
  for (const int pause : {5, 10, 20, 40, 60, 60}) {
    office.get(token);
    CHECK(office.asked() == ++expected);
    office.clock.time += std::chrono::seconds(pause - 1);
    office.get(token);
    CHECK(office.asked() == expected);
    office.clock.time += std::chrono::seconds(1);
  }
}

TEST_CASE("access token: one that the connector refused is forgotten, a newer one is not",
          "[auth][access_token]") {
  Office office;
  office.identity.token_body = grant("t1");
  auto token = office.make();
  office.get(token);
  office.identity.token_body = grant("t2");
  token.refused("t1");
  CHECK(office.get(token).token == "t2");
  token.refused("t1");
  CHECK(office.get(token).token == "t2");
  CHECK(office.asked() == 2);
}

TEST_CASE("access token: answers that are no token are errors", "[auth][access_token]") {
  Office office;
  for (const std::string& body :
       {std::string(), std::string("<html>"), std::string("[]"), std::string("{}"), grant(""), grant("a b"),
        grant("a\\r\\nX-Evil: 1"), grant("\\u00e6"), grant("t", "0"), grant("t", "-5"),
        grant("t", "\"3600\""), std::string(R"({"access_token":5,"expires_in":3600})"),
        std::string(R"({"access_token":"t"})")}) {
    INFO(body);
    office.identity.token_body = body;
    auto token = office.make();
    const auto result = office.get(token);
    CHECK(result.token.empty());
    CHECK(result.error == "no access token: the answer of cloud.token_endpoint is not a token");
  }
}

TEST_CASE("access token: a life beyond a day is not believed", "[auth][access_token]") {
  Office office;
  office.identity.token_body = grant("t1", "1e300");
  auto token = office.make();
  CHECK(office.get(token).token == "t1");
  office.clock.time += std::chrono::hours(24);
  office.identity.token_body = grant("t2");
  CHECK(office.get(token).token == "t2");
}

TEST_CASE("access token: the secret is sent to nobody over plain http", "[auth][access_token]") {
  Office office;
  auto options = office.options();
  options.token_endpoint = "http://login.microsoftonline.com/t/oauth2/v2.0/token";
  AccessToken token(office.identity.client(), office.clock, options);
  const auto result = office.get(token);
  CHECK(result.permanent);
  CHECK(result.error == "cloud.token_endpoint must be an https address: the client secret is sent there");
}

TEST_CASE("access token: without an app id there is none, and that is no error", "[auth][access_token]") {
  Office office;
  auto options = office.options();
  options.app_id.clear();
  AccessToken token(office.identity.client(), office.clock, options);
  const auto result = office.get(token);
  CHECK(result.token.empty());
  CHECK(result.error.empty());
  CHECK(office.asked() == 0);
}

TEST_CASE("access token: many who wait lead to one request", "[auth][access_token]") {
  Office office;
  office.identity.token_body = grant("t1");
  auto token = office.make();
  int got = 0;
  bool done = false;
  for (int i = 0; i < 50; ++i) {
    boost::asio::co_spawn(office.loop.io(), token.get(),
                          [&](std::exception_ptr error, AccessTokenResult result) {
                            if (!error && result.token == "t1") ++got;
                            done = got == 50;
                          });
  }
  office.loop.run_until(done);
  CHECK(office.asked() == 1);
}
