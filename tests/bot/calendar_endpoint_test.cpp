#include "bot/calendar_endpoint.hpp"

#include "handlers/calendar.hpp"

#include <catch2/catch.hpp>

using bot::CalendarRequest;
using bot::parse_calendar_path;

namespace {

const std::string token = "0123456789abcdef0123456789abcdef";

}  // namespace

TEST_CASE("calendar endpoint: the paths of the links that people get", "[bot]") {
  CHECK(parse_calendar_path("/calendar/" + token + ".ics") == CalendarRequest{token, false});
  CHECK(parse_calendar_path("/calendar/feed/" + token + ".ics") == CalendarRequest{token, true});
  handlers::Policy policy;
  policy.public_url = "https://indgang.example";
  const auto path = [](const std::string& link) {
    return link.substr(std::string("https://indgang.example").size());
  };
  CHECK(parse_calendar_path(path(handlers::invitation_link(policy, token))) == CalendarRequest{token, false});
  CHECK(parse_calendar_path(path(handlers::feed_link(policy, token))) == CalendarRequest{token, true});
}

TEST_CASE("calendar endpoint: what can be no link asks nobody", "[bot]") {
  for (const std::string& path : std::initializer_list<std::string>{
           std::string("/calendar/"), "/calendar/.ics", "/calendar/" + token, "/calendar/" + token + ".ICS",
           "/calendar/" + token + "0.ics", "/calendar/" + token.substr(1) + ".ics", "/calendar/feed/.ics",
           "/calendar/feed" + token + ".ics", "/calendar/feed/feed/" + token + ".ics",
           "/calendar/0123456789ABCDEF0123456789abcdef.ics", "/calendar/..%2f0123456789abcdef01234567890.ics",
           "/calendar/0123456789abcdef0123456789abcde'.ics"}) {
    CAPTURE(path);
    CHECK_FALSE(parse_calendar_path(path));
  }
}
