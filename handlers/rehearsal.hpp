#pragma once
// What would be done, without doing it: for `indgang ask`.
#include "handlers/answer.hpp"
#include "handlers/policy.hpp"
#include "store/database.hpp"
#include "store/search/finder.hpp"

namespace handlers {

/// A Question::act for the question's sender and time. Each intent that needs the store gets a transaction of
/// its own, which is rolled back; where something would have changed, the answer says so first. The
/// references and the question outlive it.
Act rehearsal(const Question&, store::Database&, const store::Finder&, const Policy&);

}  // namespace handlers
