#include "store/search/glossary.hpp"

#include "config/words/embedded.hpp"
#include "store/search/flat_table.hpp"

namespace store::search {

const Glossary& Glossary::embedded() {
  static const Glossary glossary(words_of(config_words::files().front().bytes));
  return glossary;
}

Glossary::Glossary(std::span<const std::uint32_t> table) {
  header_ = take<glossary_table::Header>(table, 1).front();
  slots_ = take<std::uint32_t>(table, header_.slots);
  entries_ = take<glossary_table::Entry>(table, header_.entries);
  items_ = take<std::uint32_t>(table, header_.list_items);
  rows_ = take<glossary_table::PhraseRow>(table, header_.phrases);
  text_ = rest_as_text(table, header_.text_bytes);
}

const glossary_table::Entry* Glossary::entry(Role role, std::string_view key) const {
  using glossary_table::entry_bits;
  const std::uint32_t hash = glossary_table::hash_of(key, role);
  std::uint32_t slot = glossary_table::first_slot(hash, header_.slots);
  for (; slots_[slot] != 0; slot = slot + 1 == header_.slots ? 0 : slot + 1) {
    if (((slots_[slot] ^ hash) & ~entry_bits) != 0) continue;
    const glossary_table::Entry& one = entries_[(slots_[slot] & entry_bits) - 1];
    if (one.role == role && text(one.key) == key) return &one;
  }
  return nullptr;
}

Phrases Glossary::phrases_of(Role role, std::string_view key) const {
  const auto* found = entry(role, key);
  return {*this, found == nullptr ? std::span<const std::uint32_t>{}
                                  : items_.subspan(found->list.at, found->list.size)};
}

Official Glossary::find(Role words_role, std::string_view words, Role stems_role,
                        std::string_view stems) const {
  const Phrases exact = phrases_of(words_role, words);
  if (!exact.empty()) return {exact, true};
  return {phrases_of(stems_role, stems), false};
}

std::string_view Glossary::english_name(std::string_view danish_words) const {
  const auto* found = entry(Role::english_name, danish_words);
  return found == nullptr ? std::string_view() : text(found->list);
}

}  // namespace store::search
