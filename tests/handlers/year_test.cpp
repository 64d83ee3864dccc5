// A year of rounds of confirmation against a plain model: each card, each reminder and each message to a
// leader, or to the owner where there is none, exactly once, at nine or as soon as the service is up, none on
// days off, none to people away. The overviews: tests/support/handlers/year_overviews.hpp.
// INDGANG_YEAR_PEOPLE says how many people, INDGANG_YEAR_SEED which year.
#include "tests/support/handlers/year.hpp"

#include "handlers/time/working_days.hpp"
#include "handlers/time/zone.hpp"
#include "store/history.hpp"
#include "tests/support/handlers/year_overviews.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>

using namespace tests;
using std::chrono::days;

namespace {

#ifdef NDEBUG
constexpr int people_by_default = 3000;
#else
constexpr int people_by_default = 250;
#endif
constexpr int steps = 5;  ///< working days from one message to the next
constexpr int months = 6;
constexpr int late_max = 25;  ///< asking days on which somebody who is due may wait for room
constexpr int changes_max = 10'000'000;

int setting(const char* name, int otherwise) {
  const auto* value = std::getenv(name);
  return value == nullptr ? otherwise : std::atoi(value);
}

store::Day half_a_year_after(store::Day day) {
  const auto date = std::chrono::year_month_day(day) + std::chrono::months(months);
  return date.ok() ? store::Day(date) : store::Day(date.year() / date.month() / std::chrono::last);
}

/// Not the program's own function: a working day outside July and the first week of the year.
bool is_asking_day(store::Day day, const Year& year) {
  const std::chrono::year_month_day date(day);
  return handlers::is_working_day(day, year.policy().calendar) && unsigned(date.month()) != 7 &&
         (unsigned(date.month()) != 1 || unsigned(date.day()) > 7);
}

/// What a card's first button carries.
std::map<std::string, std::string> button_of(const std::string& card) {
  const auto json = nlohmann::json::parse(card);
  for (const auto& element : json.at("body")) {
    for (const auto& action : element.value("actions", nlohmann::json::array())) {
      return action.at("data").get<std::map<std::string, std::string>>();
    }
  }
  return {};
}

/// Where a person stands, as anybody would keep it on paper.
struct Sheet {
  bool seen = false;
  bool open = false;
  int level = 0;  ///< messages after the first; 3: with the leader
  int count = 0;  ///< working days since the last message
  int late = 0;
  bool renewed = false;  ///< the last round ended without an answer
  store::Day asked{};
  store::Day counted_to{};
  store::Day not_before{};
  std::map<std::string, std::string> button = {};
};

struct LeaderCard {
  int leader;
  std::vector<int> people;
  store::Day asked;
  std::map<std::string, std::string> button;
};

class RoundsCheck final : public YearCheck {
 public:
  explicit RoundsCheck(const Year& year)
      : sheets_(year.people().size()),
        sweep_due_(
            handlers::to_instant({Year::first_day + days(1), std::chrono::hours(6)}, year.policy().zone)
                .instant) {
    for (std::size_t i = 0; i < year.people().size(); ++i) {
      by_name_[year.people()[i].name] = static_cast<int>(i);
    }
  }

  int asked = 0;
  int reminded = 0;
  int escalated = 0;
  int to_owner = 0;  ///< of those: for want of a leader
  int changed_lists = 0;
  int expected_confirmations = 0;

  void message(const Year&, int to, const handlers::Reply& reply) override {
    const auto& text = reply.text;
    if (text.rfind("Opgaverne hos ", 0) == 0) {
      const auto name = text.substr(14, text.find(" er ikke") - 14);
      about_[by_name_.at(name)].push_back({to, {by_name_.at(name)}, {}, button_of(reply.card)});
    } else if (text.rfind("Jeg kan ikke skrive til disse", 0) == 0) {
      LeaderCard card{to, {}, {}, button_of(reply.card)};
      for (std::size_t at = text.find("\nPerson "); at != std::string::npos;
           at = text.find("\nPerson ", at + 1)) {
        card.people.push_back(by_name_.at(text.substr(at + 1, text.find(':', at) - at - 1)));
      }
      unreached_.push_back(std::move(card));
    } else if (text.find("stadig rigtig") != std::string::npos ||
               text.find("Har du ingen") != std::string::npos) {
      own_[to].push_back(reply);
    }
  }

  void done(Year& year) override {
    const auto local = handlers::local_time(year.now(), year.policy().zone);
    if (year.now() >= sweep_due_) {
      see_new_people(year);
    }
    const bool may_ask = is_asking_day(local.day, year) && local.of_day >= std::chrono::hours(9) &&
                         local.of_day < std::chrono::hours(18);
    if (!may_ask || looked_ == local.day) {
      nothing_came(year);
    } else {
      looked_ = local.day;
      look(year);
    }
    own_.clear();
    about_.clear();
    unreached_.clear();
  }

  void evening(Year& year) override {
    for (int person = 0; person < static_cast<int>(sheets_.size()); ++person) {
      auto& sheet = sheets_[at(person)];
      if (sheet.open && !sheet.button.empty() && year.works(person) && !year.away(person, year.today()) &&
          year.chance(sheet.level < 3 ? 0.07 : 0.01)) {
        answer(year, person);
      }
    }
    for (const auto& card : cards_) {
      if (year.works(card.leader) && !year.away(card.leader, year.today()) && year.chance(0.05)) {
        help(year, card);
      }
    }
  }

 private:
  static std::size_t at(int person) { return static_cast<std::size_t>(person); }

  void nothing_came(Year& year) {
    for (const auto& [person, replies] : own_) {
      year.complain(person, "a message at a time for none: " + replies.front().text.substr(0, 60));
    }
    for (const auto& [person, cards] : about_) {
      year.complain(cards.front().leader, "asked for help at a time for none");
    }
    for (const auto& card : unreached_) {
      year.complain(card.leader, "told of unreached people at a time for none");
    }
  }

  void see_new_people(const Year& year) {
    sweep_due_ =
        handlers::to_instant({year.today() + days(1), std::chrono::hours(6)}, year.policy().zone).instant;
    for (int person = 0; person < static_cast<int>(sheets_.size()); ++person) {
      auto& sheet = sheets_[at(person)];
      if (!sheet.seen && year.works(person)) {
        const auto& confirmed = year.people()[at(person)].confirmed;
        sheet.seen = true;
        sheet.not_before = confirmed ? std::max(year.today(), half_a_year_after(*confirmed))
                                     : half_a_year_after(year.today());
      }
    }
  }

  void look(Year& year) {
    asked_today_ = 0;
    for (const auto& card : unreached_) {
      hear_of_unreached(year, card);
    }
    for (int person = 0; person < static_cast<int>(sheets_.size()); ++person) {
      auto& sheet = sheets_[at(person)];
      if (!year.works(person)) {
        sheet.open = false;
        sheet.not_before = store::Day::max();
        came(year, person, 0, "has left");
        continue;
      }
      if (sheet.open && half_a_year_after(sheet.asked) <= year.today()) {
        sheet.open = false;
        sheet.renewed = true;
        sheet.not_before = year.today();
      }
      sheet.open ? carry_on(year, person) : begin(year, person);
    }
    if (asked_today_ > std::max<int>(20, static_cast<int>(sheets_.size()) / 20)) {
      year.complain(0, std::to_string(asked_today_) + " people asked on one day");
    }
  }

  /// True if as many came as were expected.
  bool came(Year& year, int person, std::size_t expected, const char* why) {
    const auto own = own_.find(person);
    const auto number = own == own_.end() ? 0 : own->second.size();
    if (number != expected) {
      year.complain(person,
                    std::to_string(number) + " messages, not " + std::to_string(expected) + ": " + why);
    }
    return number == expected && number > 0;
  }

  void help_asked(Year& year, int person, bool expected) {
    const auto found = about_.find(person);
    const auto number = found == about_.end() ? 0 : found->second.size();
    if (number != (expected ? 1u : 0u)) {
      year.complain(person, "the leader got " + std::to_string(number) + " messages about them");
      return;
    }
    if (expected) {
      auto card = found->second.front();
      if (card.leader != year.helper(person)) {
        year.complain(person, "somebody else than the leader or the owner was asked");
      }
      card.asked = sheets_[at(person)].asked;
      cards_.push_back(std::move(card));
      ++escalated;
      to_owner += year.has_leader(person) ? 0 : 1;
    }
  }

  bool is_busy(const Year& year, int person) const {
    return year.away(person, year.today()) || year.muted(person);
  }

  void carry_on(Year& year, int person) {
    auto& sheet = sheets_[at(person)];
    const auto& known = year.people()[at(person)];
    if (known.tasks == 0 || sheet.level == 3) {
      const bool just_listed = sheet.asked == year.today();
      came(year, person, 0,
           just_listed ? "the leader was asked" : "the leader's turn, or nothing to confirm");
      help_asked(year, person, false);
      return;
    }
    for (auto day = sheet.counted_to + days(1); day <= year.today() && !year.muted(person); day += days(1)) {
      sheet.count += is_asking_day(day, year) && !year.away(person, day) ? 1 : 0;
    }
    sheet.counted_to = year.today();
    sheet.count = std::min(sheet.count, steps);
    const bool due = sheet.count == steps && !is_busy(year, person);
    const bool to_leader = due && sheet.level == 2 && !is_busy(year, year.helper(person));
    help_asked(year, person, to_leader);
    if (came(year, person, due && sheet.level < 2 ? 1 : 0, "a reminder")) {
      const auto& text = own_.at(person).front().text;
      const bool names_leader = sheet.level > 0 && year.has_leader(person);
      if (text.find(names_leader ? "beder jeg om en uges tid" : "En venlig påmindelse") ==
          std::string::npos) {
        year.complain(person, "another reminder was expected than " + text.substr(0, 120));
      }
      ++reminded;
    }
    if ((due && sheet.level < 2) || to_leader) {
      ++sheet.level;
      sheet.count = 0;
    }
  }

  void begin(Year& year, int person) {
    auto& sheet = sheets_[at(person)];
    const auto& known = year.people()[at(person)];
    help_asked(year, person, false);
    const bool due = sheet.seen && sheet.not_before <= year.today() && !is_busy(year, person);
    const bool can_be_asked = known.reachable || (known.tasks > 0 && !is_busy(year, year.helper(person)));
    if (own_.contains(person)) {
      if (came(year, person, due && known.reachable ? 1 : 0, "not due, or twice")) {
        begin_round(year, person);
      }
    } else if (due && can_be_asked && ++sheet.late > late_max) {
      year.complain(person, "was due long ago, and nobody asked");
      sheet.late = 0;
    }
  }

  void begin_round(Year& year, int person) {
    auto& sheet = sheets_[at(person)];
    const auto& reply = own_.at(person).front();
    const bool empty = year.people()[at(person)].tasks == 0;
    if ((reply.text.find("Har du ingen") != std::string::npos) != empty ||
        reply.text.find("påmindelse") != std::string::npos ||
        reply.text.find("en uges tid") != std::string::npos) {
      year.complain(person, "the wrong card: " + reply.text.substr(0, 120));
    }
    ++asked;
    asked_today_ += sheet.renewed ? 0 : 1;
    open_sheet(year, person, 0);
    sheet.button = button_of(reply.card);
  }

  void open_sheet(const Year& year, int person, int level) {
    auto& sheet = sheets_[at(person)];
    sheet.open = true;
    sheet.level = level;
    sheet.count = sheet.late = 0;
    sheet.renewed = false;
    sheet.asked = sheet.counted_to = year.today();
    sheet.button.clear();
  }

  void hear_of_unreached(Year& year, LeaderCard card) {
    if (is_busy(year, card.leader)) {
      year.complain(card.leader, "asked about unreached people while away or muted");
    }
    for (const int person : card.people) {
      const auto& sheet = sheets_[at(person)];
      const auto& known = year.people()[at(person)];
      const bool over = sheet.open && half_a_year_after(sheet.asked) <= year.today();
      if (known.reachable || year.helper(person) != card.leader || (sheet.open && !over) ||
          !year.works(person) || year.away(person, year.today()) ||
          sheet.not_before > year.today() + days(15 * months)) {
        year.complain(person, "should not be in the leader's message");
      }
      open_sheet(year, person, 3);
    }
    card.asked = year.today();
    cards_.push_back(std::move(card));
  }

  void close(const Year& year, int person) {
    auto& sheet = sheets_[at(person)];
    sheet.open = false;
    sheet.late = 0;
    sheet.not_before = half_a_year_after(year.today());
    expected_confirmations += year.people()[at(person)].tasks;
  }

  void answer(Year& year, int person) {
    const bool empty = year.people()[at(person)].tasks == 0;
    const auto button = sheets_[at(person)].button;
    const bool by_words = !empty && year.chance(0.2);
    const std::string verb = empty ? "round_have_none" : "round_confirm";
    const bool corrects = by_words && year.chance(0.3);
    auto outcome = by_words ? year.send(person, corrects ? "alle undtagen 1" : "ja, alle", "", {})
                            : year.send(person, "", verb, button);
    if (outcome.invoke && outcome.invoke->card.find("Listen er ændret") != std::string::npos) {
      ++changed_lists;  // nothing is confirmed unseen
      outcome = year.send(person, "", verb, button_of(outcome.invoke->card));
    }
    const auto said = outcome.invoke ? outcome.invoke->card : outcome.replies.front().text;
    if (said.find(empty      ? "Tak, så står der ikke noget"
                  : corrects ? "skal sige ja til"
                             : "bekræftet") == std::string::npos) {
      year.complain(person, "an answer was not taken: " + said.substr(0, 200));
    }
    close(year, person);
    expected_confirmations -= corrects ? 1 : 0;
    if (year.chance(0.1)) {
      year.send(person, "", verb, button);  // a second tap
    }
  }

  void help(Year& year, const LeaderCard& card) {
    const auto outcome = year.send(card.leader, "", "round_confirm", card.button);
    // Nothing is confirmed unseen: a list that grew or shrank since the card was sent is shown anew.
    const bool shown_anew =
        outcome.invoke && outcome.invoke->card.find("Listen er ændret") != std::string::npos;
    if (!outcome.invoke || outcome.invoke->card.find("er bekræftet") == std::string::npos) {
      if (!shown_anew && std::all_of(card.people.begin(), card.people.end(), [&](int person) {
            return sheets_[at(person)].open && sheets_[at(person)].asked == card.asked && year.works(person);
          })) {
        year.complain(card.leader, "the leader's tap was not taken");
      }
      return;  // closed, or the list has changed since
    }
    for (const int person : card.people) {
      const auto& sheet = sheets_[at(person)];
      if (sheet.open && sheet.asked == card.asked && year.works(person)) {
        close(year, person);
      }
    }
  }

  std::vector<Sheet> sheets_;
  store::Instant sweep_due_;
  std::map<std::string, int> by_name_;
  std::optional<store::Day> looked_;
  int asked_today_ = 0;
  std::map<int, std::vector<handlers::Reply>> own_;
  std::map<int, std::vector<LeaderCard>> about_;
  std::vector<LeaderCard> unreached_;
  std::vector<LeaderCard> cards_;
};

}  // namespace

TEST_CASE("histories of a year: each question, reminder and call for help exactly once", "[year]") {
  const int people = setting("INDGANG_YEAR_PEOPLE", people_by_default);
  const auto seed = static_cast<unsigned>(setting("INDGANG_YEAR_SEED", 2026));
  INFO("INDGANG_YEAR_PEOPLE=" << people << " INDGANG_YEAR_SEED=" << seed);
  Year year(people, seed);
  RoundsCheck rounds(year);
  OverviewsCheck overviews;
  for (const auto& fault : year.run({&rounds, &overviews})) {
    FAIL_CHECK(fault);
  }
  int confirmations = 0;
  for (const auto& change : store::changes_after(year.database(), 0, changes_max)) {
    confirmations +=
        change.kind == store::ChangeKind::confirmed && change.by.actor != store::actor_import ? 1 : 0;
  }
  CHECK(confirmations == rounds.expected_confirmations);
  CHECK(rounds.asked > people);
  CHECK(rounds.reminded > people / 4);
  CHECK(rounds.escalated > people / 50);
  CHECK(rounds.to_owner > 0);
  CHECK(rounds.changed_lists > people / 100);
  CHECK(overviews.sent > people / 2);
  CHECK(overviews.late > 0);
  CHECK(overviews.late < overviews.sent / 2);
}
