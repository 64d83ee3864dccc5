#include "handlers/calendar.hpp"

#include "store/gatherings.hpp"
#include "tests/support/handlers/conversation.hpp"
#include "tests/support/handlers/strict_calendar.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;

namespace {

const std::string karen = "karen.vestergaard@sundkoebing.example";

struct Fixture : tests::Conversation {
  Fixture() {
    set("known", karen);
    set("gathering", "Virksomhedsnetværket;2026-04-16 13:00;2026-04-16 15:30;mødelokale 1, 2. sal");
  }
  std::int64_t person() const {
    return finder().catalogue().person(finder().catalogue().person_by_email(karen)).id;
  }
  std::string token() { return store::find_invitation(database(), gathering(), person())->token; }
  void say(const std::string& text) {
    enter_chat(karen);
    auto message = turn(handlers::TurnKind::message);
    message.text = text;
    send(message);
  }
  tests::ReadCalendar read(const std::optional<std::string>& text) {
    REQUIRE(text);
    auto calendar = tests::read_calendar(*text);
    CHECK(calendar.errors == std::vector<std::string>{});
    return calendar;
  }
  tests::ReadCalendar single() {
    store::Transaction transaction(database());
    return read(handlers::calendar_of_invitation(token(), now(), {finder(), transaction, policy}));
  }
  tests::ReadCalendar feed() {
    store::Transaction transaction(database());
    const auto of_person = store::calendar_feed(transaction, person());
    auto text = handlers::calendar_of_feed(of_person, now(), {finder(), transaction, policy});
    transaction.commit();
    return read(text);
  }
};

}  // namespace

TEST_CASE("calendar: one gathering, as the person answered it, with the same id through every change") {
  Fixture f;
  const auto first = f.single();
  CHECK(first.method == "PUBLISH");
  REQUIRE(first.events.size() == 1);
  const auto uid = first.events[0].at("UID");
  CHECK(first.events[0].at("STATUS") == "TENTATIVE");
  CHECK(first.events[0].at("SUMMARY") == "Plenum i Virksomhedsnetværket");
  CHECK(first.events[0].at("LOCATION") == "mødelokale 1, 2. sal");
  CHECK(first.events[0].at("DTSTART") == "20260416T110000Z");
  f.say("jeg kommer");
  CHECK(f.single().events[0].at("STATUS") == "CONFIRMED");
  f.set("move", "2026-04-22 13:00;2026-04-22 15:30");
  const auto moved = f.single();
  CHECK(moved.events[0].at("UID") == uid);
  CHECK(std::stoi(moved.events[0].at("SEQUENCE")) > std::stoi(first.events[0].at("SEQUENCE")));
  CHECK(moved.events[0].at("DTSTART") == "20260422T110000Z");
  f.set("cancel", "sygdom; desværre");
  const auto cancelled = f.single();
  CHECK(cancelled.method == "CANCEL");
  CHECK(cancelled.events[0].at("UID") == uid);
  CHECK(cancelled.events[0].at("STATUS") == "CANCELLED");
  CHECK(cancelled.events[0].at("DESCRIPTION") == "Aflyst: sygdom; desværre");
  CHECK(std::stoi(cancelled.events[0].at("SEQUENCE")) > std::stoi(moved.events[0].at("SEQUENCE")));
}

TEST_CASE("calendar: a feed has what is ahead and lately was, without what was declined") {
  Fixture f;
  const auto first = f.gathering();
  CHECK(f.feed().events.size() == 1);
  f.say("jeg kommer desværre ikke");
  CHECK(f.feed().events.empty());
  f.say("jeg kommer");
  f.set("gathering", "Virksomhedsnetværket;2026-05-18 09:00;2026-05-18 10:00;sal");
  CHECK(f.feed().events.size() == 2);
  f.set("cancel", "-");
  const auto feed = f.feed();
  CHECK(feed.method == "PUBLISH");
  REQUIRE(feed.events.size() == 2);
  CHECK(feed.events[0].at("STATUS") == "CONFIRMED");
  CHECK(feed.events[1].at("STATUS") == "CANCELLED");
  CHECK(first != f.gathering());
  f.set("clock", "2026-06-20T09:00");
  CHECK(f.feed().events.size() == 1);
  f.set("clock", "2026-07-20T09:00");
  CHECK(f.feed().events.empty());
}

TEST_CASE("calendar: nobody's token opens nothing, nor does that of somebody who was taken out") {
  Fixture f;
  store::Transaction transaction(f.database());
  const handlers::Services services{f.finder(), transaction, f.policy};
  for (const auto* token : {"", "x", "00000000000000000000000000000000"}) {
    CHECK_FALSE(handlers::calendar_of_invitation(token, f.now(), services));
    CHECK_FALSE(handlers::calendar_of_feed(token, f.now(), services));
  }
  store::remove_invitation(transaction, f.gathering(), f.person(), f.now());
  CHECK_FALSE(handlers::calendar_of_invitation(f.token(), f.now(), services));
}

TEST_CASE("calendar: links only where there is an address to lead to") {
  handlers::Policy policy;
  CHECK(handlers::invitation_link(policy, "abc").empty());
  policy.public_url = "https://indgang.example/";
  CHECK(handlers::invitation_link(policy, "abc") == "https://indgang.example/calendar/abc.ics");
  CHECK(handlers::feed_link(policy, "abc") == "https://indgang.example/calendar/feed/abc.ics");
  CHECK(handlers::feed_link(policy, "").empty());
}
