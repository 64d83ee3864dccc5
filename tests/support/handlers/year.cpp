#include "tests/support/handlers/year.hpp"

#include "handlers/due_work.hpp"
#include "handlers/duties.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_store.hpp"
#include "store/conversations.hpp"
#include "store/import.hpp"
#include "store/mutes.hpp"
#include "store/reminders.hpp"

namespace tests {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr int days_of_year = 365;
constexpr int people_per_unit = 50;
constexpr int due_at_once = 100;
constexpr int gap_begins = 130;  // down for nine days in June
constexpr int gap_ends = 139;
constexpr std::size_t faults_max = 20;
const std::string tenant = "99999999-9999-4999-8999-999999999999";

std::string cell(const std::optional<store::Day>& day) {
  return day ? handlers::to_string(*day) : "";
}

}  // namespace

Year::Year(int people, unsigned seed)
    : database_(folder_ / "indgang.db", store::Database::Create::yes), random_(seed) {
  now_ = handlers::to_instant({first_day, minutes{1}}, policy_.zone).instant;
  const std::vector<std::string> closing{"12-24", "12-31", "2026-05-15"};
  policy_.calendar = handlers::WorkCalendar::make(closing).value();
  policy_.owners = {{"p0@sundkoebing.example", ""}};
  settle_people(people);
  import_files();
  store::Transaction transaction(database_);
  for (std::size_t i = 0; i < people_.size(); ++i) {
    if (people_[i].reachable) {
      store::remember_conversation(transaction,
                                   {tenant, "a:" + std::to_string(i), "personal", "https://teams.example/",
                                    "28:bot", "29:" + std::to_string(i), "", "", "", people_[i].email},
                                   now_);
    }
  }
  transaction.commit();
}

bool Year::chance(double probability) {
  return std::uniform_real_distribution<double>(0, 1)(random_) < probability;
}

int Year::below(int count) {
  return std::uniform_int_distribution<int>(0, count - 1)(random_);
}

void Year::settle_people(int count) {
  for (int i = 0; i < count; ++i) {
    YearPerson person;
    person.name = "Person " + std::to_string(i);
    person.email = "p" + std::to_string(i) + "@sundkoebing.example";
    person.unit = i / people_per_unit;
    const bool leads = i % people_per_unit == 0;
    const bool deputy = i % people_per_unit == 1;
    person.leader = leads ? -1 : person.unit * people_per_unit;
    person.reachable = leads || deputy || !chance(0.03);
    person.tasks = leads || chance(0.02) ? 0 : 1 + below(4);
    if (person.tasks > 0 && !chance(0.1)) {
      person.confirmed = first_day - days(below(300));
    }
    person.joined = first_day;
    if (!leads && !deputy && chance(0.05)) {
      person.joined = first_day + days(7 * (1 + below(45)));  // files come once a week
      person.confirmed.reset();
    }
    const bool stays = i == 0 || deputy;
    if (!stays && (i == people_per_unit || chance(leads ? 0.3 : 0.08))) {
      person.left = std::max(person.joined, first_day) + days(1 + below(350));
    }
    people_.push_back(std::move(person));
  }
}

store::Day Year::today() const {
  return handlers::local_day(now_, policy_.zone);
}

bool Year::away(int person, store::Day day) const {
  const auto& absence = people_[static_cast<std::size_t>(person)].absence;
  return absence && absence->from <= day && day <= absence->to;
}

bool Year::works(int person) const {
  const auto& known = people_[static_cast<std::size_t>(person)];
  return known.joined <= today() && !(known.left && *known.left <= today());
}

bool Year::muted(int person) const {
  const auto& mute = people_[static_cast<std::size_t>(person)].mute;
  return mute && mute->from <= today() && today() <= mute->to;
}

bool Year::has_leader(int person) const {
  const int leader = people_[static_cast<std::size_t>(person)].leader;
  return leader >= 0 && works(leader);
}

int Year::helper(int person) const {
  return has_leader(person) ? people_[static_cast<std::size_t>(person)].leader : person == 0 ? -1 : 0;
}

/// The file of the next week names the deputy of a leader who has left; in every second unit it names nobody.
void Year::follow_leaders() {
  for (auto& person : people_) {
    const int deputy = person.unit * people_per_unit + 1;
    if (person.leader >= 0 && person.leader != deputy && !works(person.leader)) {
      const bool nobody = person.unit % 2 == 1 || &person == &people_[static_cast<std::size_t>(deputy)];
      person.leader = nobody ? -1 : deputy;
    }
  }
}

/// Once a week the files bring news: the absence that is running or comes within the week, a task that is
/// gone.
void Year::plan_changes() {
  follow_leaders();
  for (auto& person : people_) {
    if (person.tasks > 1 && chance(0.03)) {
      --person.tasks;
    }
    if (person.absence && person.absence->to < today()) {
      person.absence.reset();
    }
    if (!person.absence && chance(0.03)) {
      const auto from = today() + days(below(7));
      person.absence = store::Absence{from, from + days(below(chance(0.2) ? 60 : 14))};
    }
  }
}

void Year::import_files() {
  std::string people = "name;email;department;leader;away_from;away_to;left\n";
  std::string catalogue = "name;email;task;confirmed\n";
  for (std::size_t i = 0; i < people_.size(); ++i) {
    const auto& person = people_[i];
    if (person.joined > today()) {
      continue;
    }
    people += person.name + ";" + person.email + ";Unit " + std::to_string(person.unit) + ";" +
              (person.leader < 0 ? "" : people_[static_cast<std::size_t>(person.leader)].email) + ";" +
              (person.absence ? cell(person.absence->from) : "") + ";" +
              (person.absence ? cell(person.absence->to) : "") + ";" + cell(person.left) + "\n";
    for (int task = 0; task < person.tasks; ++task) {
      catalogue += person.name + ";" + person.email + ";Opgave " + std::to_string(i) + "x" +
                   std::to_string(task) + ";" + cell(person.confirmed) + "\n";
    }
  }
  for (const auto& report : {store::import_people(database_, folder_.write("people.csv", people),
                                                  {.allow_mass_deletion = true}, now_),
                             store::import_catalogue(database_, folder_.write("catalogue.csv", catalogue),
                                                     {.allow_mass_deletion = true}, now_)}) {
    if (!report.applied) {
      throw std::runtime_error("the files of the year cannot be imported: " + report.errors.front().reason);
    }
  }
  reload(true);
}

void Year::reload(bool everything) {
  const auto version = store::catalogue_version(database_);
  if (!finder_ || everything) {
    finder_ = std::make_unique<store::Finder>(store::load_catalogue(database_));
  } else if (version != version_) {
    auto catalogue = store::reload_catalogue(database_, finder_->shared_catalogue(), version_);
    finder_ = std::make_unique<store::Finder>(std::move(catalogue), *finder_);
  }
  version_ = version;
}

void Year::mute_people() {
  for (std::size_t i = 0; i < people_.size(); ++i) {
    auto& person = people_[i];
    if (person.mute && person.mute->to < today()) {
      person.mute.reset();
    }
    if (!person.mute && works(static_cast<int>(i)) && chance(0.001)) {
      person.mute = store::Absence{today(), today() + days(below(30))};
      store::Transaction transaction(database_);
      store::mute(
          transaction,
          {person.email, "all", handlers::to_instant({person.mute->from, minutes{0}}, policy_.zone).instant,
           handlers::to_instant({person.mute->to + days(1), minutes{0}}, policy_.zone).instant});
      transaction.commit();
    }
  }
}

/// When the service looks at its work on a day: mostly all day long, sometimes from a random minute on, or
/// never.
std::vector<minutes> Year::runs_of_day(int day) {
  if ((day >= gap_begins && day < gap_ends) || chance(0.04)) {
    return {};
  }
  const minutes up_from{chance(0.15) ? below(24 * 60) : 0};
  std::vector<minutes> runs{up_from};
  for (const minutes run :
       {minutes{hours(6)}, minutes{hours(8)}, minutes{hours(9)}, minutes{hours(10)} + minutes{below(7 * 60)},
        minutes{hours(20)} + minutes{below(200)}}) {
    if (run > runs.back()) {
      runs.push_back(run);
    }
  }
  return runs;
}

void Year::work_off(const std::vector<YearCheck*>& checks) {
  for (auto due = store::next_due(database_); due && *due <= now_; due = store::next_due(database_)) {
    store::Transaction transaction(database_);
    const auto outcome = handlers::run_due(now_, {*finder_, transaction, policy_}, due_at_once);
    transaction.commit();
    for (const auto& notice : outcome.notices) {
      for (auto* check : checks) {
        check->message(*this, std::stoi(notice.to.conversation.substr(2)), notice.reply);
      }
    }
  }
  for (auto* check : checks) {
    check->done(*this);
  }
}

std::vector<std::string> Year::run(const std::vector<YearCheck*>& checks) {
  for (int day = 0; day < days_of_year && faults_.size() < faults_max; ++day) {
    now_ = handlers::to_instant({first_day + days(day), minutes{0}}, policy_.zone).instant;
    mute_people();
    if (day > 0 && day % 7 == 0) {
      plan_changes();
      import_files();
    }
    const auto runs = runs_of_day(day);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      now_ = handlers::to_instant({first_day + days(day), runs[i]}, policy_.zone).instant;
      reload(false);
      if (i == 0) {
        store::Transaction transaction(database_);
        handlers::begin_duties(transaction, policy_, now_);
        transaction.commit();
      }
      work_off(checks);
    }
    if (!runs.empty()) {
      for (auto* check : checks) {
        check->evening(*this);
      }
    }
  }
  return faults_;
}

handlers::Outcome Year::send(int person, const std::string& text, const std::string& verb,
                             std::map<std::string, std::string> data) {
  handlers::Turn turn;
  turn.kind = verb.empty() ? handlers::TurnKind::message : handlers::TurnKind::card_action;
  turn.tenant = tenant;
  turn.conversation = "a:" + std::to_string(person);
  turn.activity = std::to_string(++activities_);
  turn.service_url = "https://teams.example/";
  turn.bot = "28:bot";
  turn.sender.id = "29:" + std::to_string(person);
  turn.sender.email = people_[static_cast<std::size_t>(person)].email;
  turn.text = text;
  turn.locale = "da-DK";
  turn.now = now_;
  if (!verb.empty()) {
    turn.action = handlers::CardAction{verb, std::move(data), true};
  }
  store::Transaction transaction(database_);
  auto outcome = handlers::dispatch(turn, {*finder_, transaction, policy_});
  transaction.commit();
  return outcome;
}

void Year::complain(int person, const std::string& what) {
  if (faults_.size() < faults_max) {
    faults_.push_back(handlers::to_string(handlers::local_time(now_, policy_.zone)) + " " +
                      people_[static_cast<std::size_t>(person)].name + ": " + what);
  }
}

}  // namespace tests
