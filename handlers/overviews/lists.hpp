#pragma once
// The lists behind the lines of an overview, and behind a question for gaps: each is looked up, and who may
// see it checked, when it is asked for.
#include "handlers/acting.hpp"
#include "handlers/overviews/changes.hpp"
#include "handlers/overviews/scope.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace handlers {

struct ListAsked {
  enum class Kind { vacant, single, unconfirmed, leavers, questions, wanted, gatherings, reports, changes };
  Kind kind = Kind::vacant;
  OverviewScope scope;
  std::int64_t from = 0;  ///< changes: the range; unconfirmed: since this day (days since 1970), 0: the limit
  std::int64_t to = 0;    ///< of the settings; wanted: asked since this day
  bool csv = false;
};

/// "vacant unit 12 0 0", as buttons carry it; nothing for anything else.
std::string to_string(const ListAsked&);
std::optional<ListAsked> read_list(std::string_view);

/// A button that leads to the list.
Offer list_offer(std::string title, const ListAsked&);

/// The list; twenty, then how many more. Or the refusal.
Sections show_list(const ListAsked&, const Acting&);

/// gap_report: which list, of whom.
Sections report_gaps(const Acting&);

}  // namespace handlers
