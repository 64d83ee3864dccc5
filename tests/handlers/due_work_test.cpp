#include "handlers/due_work.hpp"

#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/time/zone.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"
#include "store/reminders.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;

namespace {

const std::string karen = "karen.vestergaard@sundkoebing.example";
const std::string emil = "emil.skov@sundkoebing.example";

store::Instant at(const std::string& local) {
  return handlers::parse_local_time(local, "Europe/Copenhagen").value();
}

std::string text_of(const std::vector<handlers::Reply>& replies) {
  std::string text;
  for (const auto& reply : replies) {
    text += reply.text + "\n";
  }
  return text;
}

std::size_t times(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (auto found = text.find(words); found != std::string::npos; found = text.find(words, found + 1)) {
    ++count;
  }
  return count;
}

struct Fixture : tests::Conversation {
  template <typename Do>
  auto within(Do&& work) {
    store::Transaction transaction(database());
    auto result = work(transaction);
    transaction.commit();
    return result;
  }
  void remind(store::Reminder reminder) {
    reminder.tenant = tenant();
    within([&](store::Transaction& transaction) { return store::plan_reminder(transaction, reminder); });
  }
  void go_to(const std::string& local) {
    set("clock", local);
    run_due();
  }
};

store::Reminder personal(const std::string& due) {
  store::Reminder reminder;
  reminder.kind = store::ReminderKind::personal;
  reminder.due = at(due);
  reminder.useful_until = reminder.due + std::chrono::hours{1};
  reminder.conversation = "a:" + karen;
  reminder.subject = karen;
  reminder.language = "da";
  reminder.text = "at ringe til *Åse*";
  return reminder;
}

}  // namespace

TEST_CASE("due work: a personal reminder keeps its time, at night too, and is late rather than lost") {
  Fixture f;
  f.set("known", karen);
  f.remind(personal("2026-03-25T22:30"));
  f.remind(personal("2026-10-25T02:30"));
  f.go_to("2026-03-25T22:29");
  CHECK(f.enter_chat(karen).empty());
  f.go_to("2026-03-25T22:30");
  f.go_to("2026-03-25T22:30");
  CHECK(text_of(f.enter_chat(karen)) == "Din påmindelse: at ringe til *Åse*\n");
  // 02:30 comes twice that night: once is meant. The service is down until the morning.
  f.go_to("2026-10-25T08:00");
  const auto late = text_of(f.enter_chat(karen));
  CHECK(times(late, "Din påmindelse") == 1);
  CHECK_THAT(late, Contains("Forsinket: Skulle være sendt søndag den 25. oktober 2026 kl. 2.30"));
  f.go_to("2026-10-26T08:00");
  CHECK(f.enter_chat(karen).empty());
}

TEST_CASE("due work: several that are due about one gathering are one message to each") {
  Fixture f;
  f.set("known", karen);
  f.set("gathering", "Virksomhedsnetværket;2026-04-16 13:00;2026-04-16 15:30;sal;-1d@09:00 -26h");
  f.enter_chat(karen);
  f.go_to("2026-04-15T12:00");
  const auto text = text_of(f.enter_chat(karen));
  CHECK(times(text, "Kommer du? Plenum i Virksomhedsnetværket") == 1);
  CHECK_FALSE(store::next_due(f.database()));
}

TEST_CASE("due work: whoever has left, is away or was taken out hears nothing") {
  Fixture f;
  const std::string soeren = "soeren.lykkegaard@sundkoebing.example";  // away from 23 to 29 March
  const std::string aase = "aase.oerum@sundkoebing.example";
  f.set("known", soeren);
  f.set("known", aase);
  f.set("known", karen);
  f.set("gathering", "Virksomhedsnetværket;2026-03-30 13:00;2026-03-30 15:30;sal;-1d@09:00 -2h");
  f.within([&](store::Transaction& transaction) {
    const auto& catalogue = f.finder().catalogue();
    return store::remove_invitation(transaction, f.gathering(),
                                    catalogue.person(catalogue.person_by_email(aase)).id, f.now());
  });
  for (const auto& email : {soeren, aase, karen}) {
    f.enter_chat(email);
  }
  f.go_to("2026-03-27T09:00");
  CHECK(f.enter_chat(soeren).empty());
  CHECK(f.enter_chat(aase).empty());
  CHECK(f.enter_chat(karen).size() == 1);
  f.go_to("2026-03-30T11:00");
  CHECK(f.enter_chat(soeren).size() == 1);
}

TEST_CASE("due work: what was too late is told to the coordinator once, however much it is") {
  Fixture f;
  f.set("known", karen);
  f.set("known", emil);
  for (int day = 10; day < 22; ++day) {
    const auto date = "2026-06-" + std::to_string(day);
    f.set("gathering", "Virksomhedsnetværket;" + date + " 13:00;" + date + " 15:30;sal;-2h -1h");
  }
  f.enter_chat(emil);
  f.enter_chat(karen);
  f.go_to("2026-07-01T09:00");
  const auto told = f.enter_chat(emil);
  REQUIRE(told.size() == 1);
  CHECK(times(told[0].text, "– Plenum i Virksomhedsnetværket") == 10);
  CHECK_THAT(told[0].text, Contains("og 2 mere."));
  CHECK(f.enter_chat(karen).empty());
}

TEST_CASE("due work: an informal network that has been silent for half a year is asked about") {
  Fixture f;
  f.set("known", karen);
  const auto network = f.within([&](store::Transaction& transaction) {
    store::Network made;
    made.name = "Ladestandere";
    made.kind = store::NetworkKind::informal;
    const auto& catalogue = f.finder().catalogue();
    made.coordinator = catalogue.person(catalogue.person_by_email(karen)).id;
    return store::create_network(transaction, made, f.now()).value();
  });
  store::Reminder check;
  check.kind = store::ReminderKind::network;
  check.network = network;
  check.due = at("2026-09-25T10:00");
  check.useful_until = check.due;
  f.remind(check);
  SECTION("silent") {
    f.go_to("2026-09-25T22:00");  // nobody is asked at night
    CHECK(f.enter_chat(karen).empty());
    f.go_to("2026-09-26T07:00");
    CHECK_THAT(text_of(f.enter_chat(karen)),
               Contains("Ladestandere har ikke mødtes i et halvt år.") && Contains("- Luk Ladestandere"));
    CHECK(store::next_due(f.database()) == at("2027-03-26T05:00Z"));
  }
  SECTION("met in May") {
    f.set("gathering", "Ladestandere;2026-05-18 13:00;2026-05-18 15:00;sal;-500d");
    f.enter_chat(karen);
    f.go_to("2026-09-25T10:00");
    CHECK(f.enter_chat(karen).empty());
    CHECK(store::next_due(f.database()) == at("2026-11-18T13:00Z"));
  }
  SECTION("closed") {
    f.within([&](store::Transaction& transaction) {
      store::close_network(transaction, network, f.now());
      return true;
    });
    f.go_to("2026-09-25T10:00");
    CHECK(f.enter_chat(karen).empty());
  }
}

TEST_CASE("due work: the invitations of a series' instance go when their time has come") {
  Fixture f;
  f.set("known", karen);
  f.set("known", emil);
  const auto id = f.within([&](store::Transaction& transaction) {
    store::Gathering one;
    one.network = store::find_network(f.database(), std::string_view("Virksomhedsnetværket"))->id;
    one.state = store::GatheringState::planned;
    handlers::set_times(one, handlers::read_local_time("2026-05-18T09:00").value(),
                        handlers::read_local_time("2026-05-18T10:00").value(), "Europe/Copenhagen");
    one.tenant = f.tenant();
    one.language = "da";
    one.reminders = "-1d@09:00";
    return store::add_gathering(transaction, one, f.now()).id;
  });
  store::Reminder invite;
  invite.kind = store::ReminderKind::invite;
  invite.gathering = id;
  invite.due = at("2026-05-01T09:00");
  invite.useful_until = at("2026-05-18T09:00");
  f.remind(invite);
  f.go_to("2026-05-01T09:00");
  f.go_to("2026-05-01T09:00");
  CHECK(times(text_of(f.enter_chat(karen)), "Invitation: ") == 1);
  const auto status = text_of(f.enter_chat(emil));
  CHECK_THAT(status, Contains("Sendt til 2 af 7.") && Contains("- Hvem mangler?"));
  CHECK(store::find_gathering(f.database(), id)->state == store::GatheringState::invited);
  CHECK(store::next_due(f.database()) == at("2026-05-15T09:00"));
}

TEST_CASE("due work: nothing is due, nothing happens") {
  Fixture f;
  store::Transaction transaction(f.database());
  const auto outcome = handlers::run_due(f.now(), {f.finder(), transaction, f.policy}, 10);
  CHECK(outcome.notices.empty());
  CHECK_FALSE(outcome.changed_data);
  CHECK(handlers::refresh_status(4711, f.now(), {f.finder(), transaction, f.policy}).notices.empty());
}
