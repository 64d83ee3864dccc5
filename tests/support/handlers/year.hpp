#pragma once
// A year in a municipality, day by day: people come, leave, are away, want peace, answer or don't; leaders
// leave and a deputy follows with the next file; tasks go; the service is down and comes up again at any
// minute. What is sent is shown to checks, each with a model of its own.
#include "handlers/dispatch.hpp"
#include "handlers/policy.hpp"
#include "store/catalogue.hpp"
#include "store/database.hpp"
#include "store/search/finder.hpp"
#include "tests/store/temporary_folder.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace tests {

/// As the files say it on the day at hand. Person 0 of each unit leads it until they leave; then person 1
/// does, who stays all year; in every second unit nobody does. Person 0 of unit 0 owns the catalogue and
/// stays, too.
struct YearPerson {
  std::string name;
  std::string email;
  int unit = 0;
  int leader = -1;        ///< index; -1: none
  bool reachable = true;  ///< has a chat with us
  int tasks = 0;
  std::optional<store::Day> confirmed = {};  ///< in the first file
  store::Day joined{};                       ///< first day in the files
  std::optional<store::Day> left = {};
  std::optional<store::Absence> absence = {};  ///< as of the last import
  std::optional<store::Absence> mute = {};     ///< from the first midnight to the end of the last day
};

class Year;

/// One model and what it wants to see.
class YearCheck {
 public:
  virtual ~YearCheck() = default;
  /// A message that nobody asked for reaches person `to`.
  virtual void message(const Year&, int to, const handlers::Reply&) = 0;
  /// Everything is done that was due at `year.now()`.
  virtual void done(Year&) = 0;
  /// The last run of a day on which the service was up: people may act now (Year::send).
  virtual void evening(Year&) = 0;
};

class Year {
 public:
  static constexpr store::Day first_day{std::chrono::year{2026} / 2 / 2};

  Year(int people, unsigned seed);

  /// Faults as sentences: what the checks complained of (Year::complain).
  std::vector<std::string> run(const std::vector<YearCheck*>&);

  const std::vector<YearPerson>& people() const { return people_; }
  store::Instant now() const { return now_; }
  store::Day today() const;
  bool away(int person, store::Day) const;
  bool works(int person) const;  ///< in the files, and has not left
  bool muted(int person) const;
  /// Who answers for somebody who does not: the leader, without one the owner; -1 for the owner.
  int helper(int person) const;
  bool has_leader(int person) const;
  const handlers::Policy& policy() const { return policy_; }
  store::Database& database() { return database_; }
  std::mt19937& random() { return random_; }
  bool chance(double probability);
  int below(int count);

  /// Person taps a button, or writes if there is no verb.
  handlers::Outcome send(int person, const std::string& text, const std::string& verb,
                         std::map<std::string, std::string> data);
  void complain(int person, const std::string& what);

 private:
  void settle_people(int count);
  void import_files();
  void plan_changes();
  void follow_leaders();
  void mute_people();
  void work_off(const std::vector<YearCheck*>&);
  void reload(bool everything);
  std::vector<std::chrono::minutes> runs_of_day(int day);

  TemporaryFolder folder_;
  store::Database database_;
  std::unique_ptr<store::Finder> finder_;
  std::int64_t version_ = 0;
  handlers::Policy policy_;
  std::mt19937 random_;
  std::vector<YearPerson> people_;
  store::Instant now_{};
  int activities_ = 0;
  std::vector<std::string> faults_;
};

}  // namespace tests
