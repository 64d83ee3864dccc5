#pragma once
// What is not to be kept any longer goes, hour by hour.
#include "bot/writer.hpp"
#include "store/clock.hpp"

#include <boost/asio/awaitable.hpp>

namespace bot {

/// The settings of privacy.*, in days.
struct Retention {
  int question_log_days = 0;
  int leaver_days = 0;
};

/// Deletes whatever has come to the end of its time. `today` is the day of `now` in the municipality's zone.
/// What grows with use goes in steps, however much there is, and other work comes between them.
/// Throws store::StoreError.
boost::asio::awaitable<void> forget_what_is_old(Writer&, Retention, store::Day today, store::Instant now);

}  // namespace bot
