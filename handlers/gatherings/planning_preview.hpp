#pragma once
// The card of a draft: everything in words, and what can be done with it.
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <string>
#include <vector>

namespace handlers {

/// The preview of a draft, for `reader`. `notes` stand above it: what could not be taken, which length was
/// guessed.
std::vector<Section> preview_sections(const store::Gathering&, const store::Network&,
                                      store::PersonIndex reader, store::Database&, const Context&,
                                      store::Instant now, std::vector<std::string> notes = {});

/// What holds of a gathering, one line each: when, where, how many, until when, who, agenda.
std::vector<std::string> facts_in_words(const store::Gathering&, const Context&);

/// The version that a preview's buttons were made for, as they carry it.
std::string version_of(const store::Gathering&);

/// What a person's name is, by id; empty for 0 and for people whom the catalogue does not have.
std::string person_by_id(std::int64_t, const Context&);

}  // namespace handlers
