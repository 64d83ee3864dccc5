#pragma once
// What must be sent about one gathering, told in the plainest way: no database, no calendar of holidays (the
// histories run where Denmark has none), no code of the program.
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tests {

/// Seconds since 1970 in UTC.
using Seconds = std::int64_t;
constexpr Seconds hour = 3600;
constexpr Seconds day = 24 * hour;

/// Local time in Denmark between 1 April and 31 December 2026: summer time until 25 October, 01:00 UTC.
Seconds to_local(Seconds utc);
Seconds to_utc(Seconds local);

enum class Said { nothing, yes, no, maybe, waits };

class ReminderModel {
 public:
  /// Rules are "-2h", "-1d@09:00", "-3w@09:00" alone.
  ReminderModel(std::set<std::int64_t> people, Seconds starts, int capacity, std::vector<std::string> rules,
                Seconds now);

  struct Answer {
    bool taken = false;
    std::vector<std::int64_t> promoted;
  };
  Answer answer(std::int64_t person, Said, Seconds now);
  void move(Seconds starts, Seconds now);
  std::vector<std::int64_t> set_capacity(int, Seconds now);
  void cancel();

  struct Run {
    std::vector<std::int64_t> reminded;  ///< each one message, sorted
    bool skipped = false;                ///< the coordinator is told
  };
  /// `unwilling`: muted or away.
  Run run(Seconds now, const std::set<std::int64_t>& unwilling);

  std::optional<Seconds> next_due() const;
  bool cancelled() const { return cancelled_; }
  Seconds starts() const { return starts_; }
  Said said(std::int64_t person) const { return answers_.at(person); }

 private:
  void plan(Seconds now);
  std::vector<std::int64_t> promote();

  struct Due {
    Seconds at = 0;
    Seconds useful_until = 0;
  };
  std::map<std::int64_t, Said> answers_;
  std::vector<std::int64_t> queue_;
  std::set<std::int64_t> again_;  ///< asked again after a move
  std::vector<Due> due_;
  std::vector<std::string> rules_;
  Seconds starts_ = 0;
  int capacity_ = 0;
  bool cancelled_ = false;
};

}  // namespace tests
