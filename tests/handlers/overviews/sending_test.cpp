// A year of overviews: holidays, closing days, absences, days without the service, and restarts at random
// minutes.
#include "handlers/time/working_days.hpp"
#include "handlers/time/zone.hpp"
#include "store/outbox.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <regex>
#include <set>

using namespace std::chrono_literals;
using handlers::LocalTime;
using store::Day;

namespace {

const std::string leader = "birthe.noer@sundkoebing.example";
constexpr std::array<const char*, 3> confirmed{"karen.vestergaard@sundkoebing.example ok BBR",
                                               "ida.lund@sundkoebing.example ok Lokalplaner",
                                               "ida.lund@sundkoebing.example ok Kystbeskyttelse"};

/// What the messages tell: how many overviews, and how many confirmations in all of them.
struct Told {
  int overviews = 0;
  int confirmations = 0;
};

Told read(tests::Conversation& conversation) {
  Told told;
  for (const auto& message : conversation.chats.read("a:" + leader)) {
    const auto& text = message.reply.text;
    told.overviews += text.find("Overblik over dine medarbejderes opgaver") != std::string::npos ? 1 : 0;
    std::smatch found;
    if (std::regex_search(text, found, std::regex("Siden sidst:[^\n]*?(\\d+) bekræftelse"))) {
      told.confirmations += std::stoi(found[1]);
    }
  }
  return told;
}

/// The rule once more, told differently: each Monday one falls due; it goes out on the first day that is a
/// working day on which she is there and the service runs.
struct Model {
  const handlers::WorkCalendar& calendar;
  Day due;

  Day working(Day day) const {
    while (handlers::why_not_working(day, calendar)) day += std::chrono::days(1);
    return day;
  }
  bool goes_out(Day today, bool away) {
    if (today < due || handlers::why_not_working(today, calendar) || away) return false;
    auto monday = today - std::chrono::days(std::chrono::weekday(today).iso_encoding() - 1);
    while (working(monday) <= today) monday += std::chrono::days(7);
    due = working(monday);
    return true;
  }
};

}  // namespace

TEST_CASE("overviews: a year with holidays, absences and restarts: each once, each change told once") {
  const auto seed = GENERATE(1u, 2u);
  std::mt19937 random(seed);
  tests::Conversation conversation;
  conversation.policy.calendar =
      handlers::WorkCalendar::make(std::array<std::string, 3>{"2026-06-05", "12-24", "2026-08-17"}).value();
  conversation.set("known", leader);
  conversation.set("start", "service");
  conversation.run_due();
  Model model{conversation.policy.calendar, handlers::read_day("2026-03-30").value()};
  Day away_from{};
  Day away_to{};
  int made = 0;
  int told = 0;
  int overviews = 0;
  const Day first = handlers::read_day("2026-03-26").value();
  for (Day day = first; day < first + std::chrono::days(364); day += std::chrono::days(1)) {
    const auto at = [&](std::chrono::minutes of_day) {
      conversation.set("clock", handlers::to_string(LocalTime{day, of_day}));
    };
    at(1h);
    if (day > away_to && random() % 25 == 0) {
      away_from = day + std::chrono::days(random() % 5);
      away_to = away_from + std::chrono::days(random() % 20);
      conversation.set("away",
                       leader + "=" + handlers::to_string(away_from) + ".." + handlers::to_string(away_to));
    }
    const bool away = away_from <= day && day <= away_to;
    const bool running = random() % 10 != 0;
    const bool expected = running && model.goes_out(day, away);
    std::set<int> minutes{480};
    for (int i = 0; i < 4; ++i) minutes.insert(static_cast<int>(random() % 1440));
    for (int i = 0; i < 2; ++i) minutes.insert(478 + static_cast<int>(random() % 8));
    int today = 0;
    for (const int minute : minutes) {
      if (!running) break;
      at(std::chrono::minutes(minute));
      conversation.set("start", "service");  // a restart
      conversation.run_due();
      const auto heard = read(conversation);
      CAPTURE(seed, handlers::to_string(day), minute, away);
      CHECK((heard.overviews == 0 || minute == 480));
      today += heard.overviews;
      told += heard.confirmations;
    }
    CAPTURE(seed, handlers::to_string(day), away, running);
    CHECK(today == (expected ? 1 : 0));
    overviews += today;
    if (random() % 3 == 0) {
      at(23h + 59min);
      conversation.set("change", confirmed[random() % confirmed.size()]);
      ++made;
    }
  }
  // The last ones are told by the next.
  conversation.set("away", leader + "=2026-01-01..2026-01-02");
  for (int i = 0; i < 14; ++i) {
    conversation.set("clock", handlers::to_string(LocalTime{first + std::chrono::days(364 + i), 8h}));
    conversation.run_due();
    told += read(conversation).confirmations;
  }
  CHECK(told == made);
  CHECK(made > 80);
  CHECK(overviews > 35);
}

TEST_CASE("overviews: one that cannot be delivered loses nothing") {
  tests::Conversation conversation;
  conversation.set("known", leader);
  conversation.set("start", "service");
  conversation.run_due();
  conversation.set("change", confirmed[0]);
  auto turn = conversation.turn(handlers::TurnKind::removed);
  turn.scope = handlers::Scope::personal;
  turn.conversation = "a:" + leader;
  conversation.send(turn);
  conversation.set("clock", "2026-03-30T08:00");
  conversation.run_due();
  CHECK(read(conversation).overviews == 0);
  conversation.set("known", leader);
  conversation.set("clock", "2026-04-07T08:00");
  conversation.run_due();
  const auto told = read(conversation);
  CHECK(told.overviews == 1);
  CHECK(told.confirmations == 1);
}

TEST_CASE("overviews: what was given up is told by the next one, once") {
  tests::Conversation conversation;
  conversation.set("known", leader);
  conversation.set("start", "service");
  conversation.run_due();
  const auto monday = [&](const std::string& day) {
    conversation.set("clock", day + "T08:00");
    conversation.set("restart", "now");
    conversation.run_due();
    return read(conversation);
  };
  conversation.set("change", confirmed[0]);
  conversation.set("blocked", leader);
  CHECK(monday("2026-03-30").overviews == 0);
  conversation.set("change", confirmed[1]);
  CHECK(monday("2026-04-07").overviews == 0);  // given up as well
  conversation.set("online", leader);
  CHECK(monday("2026-04-08").overviews == 0);  // not before its time
  conversation.set("change", confirmed[2]);
  CHECK(monday("2026-04-13").confirmations == 3);
  CHECK(monday("2026-04-20").confirmations == 0);
}

TEST_CASE("overviews: the next one waits until it is known what became of the last") {
  tests::Conversation conversation;
  conversation.set("known", leader);
  conversation.set("start", "service");
  conversation.run_due();
  const auto at = [&](const std::string& time) {
    conversation.set("clock", time);
    conversation.run_due();
    return read(conversation);
  };
  conversation.set("change", confirmed[0]);
  conversation.set("offline", leader);
  CHECK(at("2026-03-30T08:00").overviews == 0);
  conversation.set("change", confirmed[1]);
  CHECK(at("2026-04-07T08:00").overviews == 0);
  conversation.set("online", leader);
  const auto late = read(conversation);
  CHECK(late.overviews == 1);
  CHECK(late.confirmations == 1);
  const auto next = at("2026-04-08T08:00");
  CHECK(next.overviews == 1);
  CHECK(next.confirmations == 1);
}

TEST_CASE("overviews: what is unsure counts as told") {
  tests::Conversation conversation;
  conversation.set("known", leader);
  conversation.set("start", "service");
  conversation.run_due();
  conversation.set("change", confirmed[0]);
  conversation.set("silent", leader);
  conversation.set("clock", "2026-03-30T08:00");
  conversation.run_due();
  conversation.set("online", leader);
  conversation.set("clock", "2026-04-07T08:00");
  conversation.run_due();
  const auto told = read(conversation);
  CHECK(told.overviews == 1);
  CHECK(told.confirmations == 0);
}

TEST_CASE("overviews: words about it between do not lose what was given up") {
  tests::Conversation conversation;
  conversation.set("known", leader);
  conversation.set("start", "service");
  conversation.run_due();
  conversation.set("change", confirmed[0]);
  conversation.set("offline", leader);
  conversation.set("clock", "2026-03-30T08:00");
  conversation.run_due();
  conversation.set("chat", leader);
  auto words = conversation.turn(handlers::TurnKind::message);
  words.text = "månedlig oversigt";
  conversation.send(words);
  const auto waiting = store::pending_messages(conversation.database(), 0, 10);
  REQUIRE(waiting.size() == 1);
  store::Transaction transaction(conversation.database());
  store::record(transaction,
                {.message = waiting[0].id, .state = store::OutboxState::given_up, .error = "timed_out"},
                conversation.now());
  transaction.commit();
  conversation.set("online", leader);
  conversation.set("clock", "2026-05-01T08:00");
  conversation.run_due();
  const auto told = read(conversation);
  CHECK(told.overviews == 1);
  CHECK(told.confirmations == 1);
}
