#pragma once
// Under what a person's mutes and own reminders are kept.
#include "handlers/sections.hpp"
#include "handlers/turn.hpp"

#include <string>

namespace handlers {

/// The catalogue's Entra object id, else its e-mail; lower case.
std::string subject_of(store::PersonIndex, const store::Catalogue&);

/// The same for who writes; for somebody whom the catalogue does not know what Teams tells.
std::string subject_of(const Sender&, const store::Catalogue&);

}  // namespace handlers
