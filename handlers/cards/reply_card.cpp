#include "handlers/cards/reply_card.hpp"

#include "handlers/cards/elements.hpp"
#include "handlers/cards/section_blocks.hpp"
#include "handlers/cards/shown_sections.hpp"

#include <algorithm>

namespace handlers::cards {
namespace {

/// A list is shown as a card: clients run the lines of a mere text together.
constexpr std::size_t lines_in_words = 2;

}  // namespace

std::string reply_card(const std::vector<Section>& sections, const Context& context, std::string_view text,
                       const std::optional<Reported>& reported) {
  const bool words_only = std::all_of(sections.begin(), sections.end(), [](const Section& section) {
    const auto* words = std::get_if<TextSection>(&section);
    return words != nullptr && words->examples.empty() && words->lines.size() <= lines_in_words;
  });
  if (words_only) {
    return "";
  }
  // Only the buttons of a task carry the card.
  const bool has_task = std::any_of(sections.begin(), sections.end(), [](const Section& section) {
    return std::holds_alternative<TaskSection>(section);
  });
  const CardContext card{context, has_task ? pack(sections, context.catalogue()) : "", reported};
  JsonWriter json;
  begin_card(json, context.texts.language(), text);
  for (const auto& section : sections) {
    const bool separated = &section != &sections.front();
    std::visit([&](const auto& content) { section_block(json, content, card, separated); }, section);
  }
  end_card(json);
  return json.take();
}

}  // namespace handlers::cards
