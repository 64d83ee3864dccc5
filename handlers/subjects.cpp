#include "handlers/subjects.hpp"

#include "handlers/owners.hpp"
#include "handlers/reply.hpp"

#include <algorithm>
#include <cctype>

namespace handlers {
namespace {

/// Ids and e-mails differ by the case of ASCII letters at most.
std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

std::string subject_of(store::PersonIndex index, const store::Catalogue& catalogue) {
  const auto& person = catalogue.person(index);
  return lower(std::string(person.entra_id.empty() ? person.email : person.entra_id));
}

std::string subject_of(const Sender& sender, const store::Catalogue& catalogue) {
  const auto person = sender_in_catalogue(sender, catalogue);
  return person == store::no_index ? lower(id_of(sender)) : subject_of(person, catalogue);
}

}  // namespace handlers
