#pragma once
// The overviews of a year against a plain model: each leader's exactly once a week, on Monday or the first
// working day after it, at eight or as soon as the service is up and the leader at work; never to one who has
// left.
#include "tests/support/handlers/year.hpp"

#include <map>
#include <optional>

namespace tests {

class OverviewsCheck final : public YearCheck {
 public:
  void message(const Year&, int to, const handlers::Reply&) override;
  void done(Year&) override;
  void evening(Year&) override {}

  int sent = 0;
  int late = 0;  ///< on another day or at another hour than the first

 private:
  void see_new_leaders(const Year&);

  std::optional<store::Instant> looked_for_at_;  ///< the next look for new leaders
  std::map<int, store::Instant> due_;
  std::map<int, int> came_;
};

}  // namespace tests
