#include "handlers/understanding/understand.hpp"

#include "handlers/understanding/lexicon.hpp"
#include "handlers/understanding/message.hpp"

#include <algorithm>

namespace handlers {

using namespace understanding;

std::string_view Intent::slot(std::string_view wanted) const {
  const auto found =
      std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.name == wanted; });
  return found == slots.end() ? std::string_view() : std::string_view(found->value);
}

Understanding understand(std::string_view text, const store::Finder& finder, Language fallback) {
  const Message message = read_message(text);
  Understanding result;
  result.language = fallback;
  std::size_t first = message.words.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < message.words.size(); ++i) {
    if (kind_of(message.words[i].letters) != WordKind::topic) continue;
    first = std::min(first, i);
    last = i;
  }
  if (first == message.words.size()) {
    result.intents.push_back({IntentName::out_of_domain, {}});
    return result;
  }
  const std::string topic(message.between(first, last));
  const bool found = finder.find(topic, 1).confidence != store::Confidence::none;
  result.intents.push_back({found ? IntentName::find_person : IntentName::out_of_domain, {{"task", topic}}});
  return result;
}

}  // namespace handlers
