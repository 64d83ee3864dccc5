#pragma once
// The form behind [Ret]: what stands in it, and what is wrong with it.
#include "handlers/cards/form.hpp"
#include "handlers/gatherings/planning_wish.hpp"
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"

#include <string>

namespace handlers {

/// The fields of a gathering as they stand now.
cards::FormState form_of(const store::Gathering&, const Context&);

/// The form as a card; `version` goes into its button.
std::string form_card(const cards::FormState&, const store::Gathering&, const std::string& version,
                      const Context&);

/// What was filled in, as a wish; faults are added to the state by field.
Wish read_form(cards::FormState&, const store::Gathering&, const Context&, store::Instant now);

}  // namespace handlers
