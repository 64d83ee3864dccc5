#include "bot/links_endpoint.hpp"

#include "handlers/calendar.hpp"

#include <catch2/catch.hpp>

using bot::Link;
using bot::LinkKind;
using bot::parse_link;

namespace {

const std::string token = "0123456789abcdef0123456789abcdef";

}  // namespace

TEST_CASE("links endpoint: the paths of the links that people get", "[bot]") {
  CHECK(parse_link("/calendar/" + token + ".ics") == Link{LinkKind::invitation, token});
  CHECK(parse_link("/calendar/feed/" + token + ".ics") == Link{LinkKind::feed, token});
  CHECK(parse_link("/answers/" + token + ".csv") == Link{LinkKind::answers, token});
  handlers::Policy policy;
  policy.public_url = "https://indgang.example";
  const auto path = [](const std::string& link) {
    return link.substr(std::string("https://indgang.example").size());
  };
  CHECK(parse_link(path(handlers::invitation_link(policy, token))) == Link{LinkKind::invitation, token});
  CHECK(parse_link(path(handlers::feed_link(policy, token))) == Link{LinkKind::feed, token});
}

TEST_CASE("links endpoint: what can be no link asks nobody", "[bot]") {
  for (const std::string& path : std::initializer_list<std::string>{
           std::string("/calendar/"), "/calendar/.ics", "/calendar/" + token, "/calendar/" + token + ".ICS",
           "/calendar/" + token + "0.ics", "/calendar/" + token.substr(1) + ".ics", "/calendar/feed/.ics",
           "/calendar/feed" + token + ".ics", "/calendar/feed/feed/" + token + ".ics",
           "/calendar/0123456789ABCDEF0123456789abcdef.ics", "/calendar/..%2f0123456789abcdef01234567890.ics",
           "/calendar/0123456789abcdef0123456789abcde'.ics", "/answers/.csv", "/answers/" + token + ".ics",
           "/answers/csv", "/answers/" + token + "/.csv"}) {
    CAPTURE(path);
    CHECK_FALSE(parse_link(path));
  }
}

TEST_CASE("links endpoint: other paths are not its business", "[bot]") {
  CHECK(bot::is_link("/calendar/x"));
  CHECK(bot::is_link("/answers/"));
  CHECK_FALSE(bot::is_link("/calendar"));
  CHECK_FALSE(bot::is_link("/api/messages"));
}
