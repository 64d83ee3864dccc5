#include "handlers/person_parts.hpp"

namespace handlers {

Part words_part(std::string line, store::Confidence confidence) {
  Part part;
  part.sections.push_back(TextSection{{std::move(line)}, {}});
  part.confidence = confidence;
  return part;
}

Part person_part(std::string lead, store::PersonIndex person, std::vector<std::string> lines,
                 std::string_view role) {
  Part part;
  part.sections.push_back(PersonSection{std::move(lead), person, std::move(lines)});
  part.tasks.push_back({store::no_index, {{person, role}}, 1});
  part.confidence = store::Confidence::sure;
  return part;
}

}  // namespace handlers
