#include "store/search/glossary.hpp"

#include "config/words/embedded.hpp"
#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>

namespace store::search {
namespace {

/// The part before the separator; `text` keeps what is behind it.
std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(text.size(), end + 1));
  return part;
}

std::string joined(const Phrase& phrase) {
  std::string all;
  for (const std::string& word : phrase) all += (all.empty() ? "" : " ") + word;
  return all;
}

}  // namespace

const Glossary& Glossary::embedded() {
  static const Glossary glossary = [] {
    Glossary made;
    for (const auto& file : config_words::files()) {
      if (file.name.ends_with(".csv")) made.add(file.bytes);
    }
    return made;
  }();
  return glossary;
}

void Glossary::add(std::string_view csv) {
  Stemmer stemmer;
  Words words;
  while (!csv.empty()) {
    std::string_view line = take(csv, '\n');
    if (line.starts_with('#')) continue;
    const std::string_view from = take(line, ';');
    std::string_view to = take(line, ';');
    const bool english = line.starts_with("en");
    const bool related = line.starts_with("rel");
    if (!english && !related && !line.starts_with("da")) continue;  // the header, an empty line
    std::string said;
    std::string stems;
    std::size_t count = 0;
    words.read(from);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words.hyphenated(i) && is_function_word(words[i], english ? Spoken::english : Spoken::danish)) {
        continue;
      }
      if (!said.empty()) said += ' ';
      if (!stems.empty()) stems += ' ';
      said += words[i];
      stems += english ? stemmer.english(words[i]) : stemmer.danish(words[i]);
      ++count;
    }
    if (said.empty()) continue;
    Table& table = english ? english_ : related ? related_ : danish_;
    while (!to.empty()) {
      Phrase phrase;
      words.read(take(to, ','));
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.hyphenated(i) || !is_function_word(words[i])) phrase.emplace_back(words[i]);
      }
      if (phrase.empty()) continue;
      if (english) {
        std::string& name = english_names_[joined(phrase)];
        if (from.size() > name.size()) name = from;  // "road maintenance" rather than "pothole"
      }
      table.words[said].push_back(phrase);
      table.stems[stems].push_back(std::move(phrase));
    }
    longest_ = std::max(longest_, count);
  }
}

std::string_view Glossary::english_name(const std::string& danish_words) const {
  const auto found = english_names_.find(danish_words);
  return found == english_names_.end() ? std::string_view() : std::string_view(found->second);
}

Official Glossary::Table::find(const std::string& said, const std::string& said_stems) const {
  const auto exact = words.find(said);
  if (exact != words.end()) return {exact->second, true};
  const auto form = stems.find(said_stems);
  return form == stems.end() ? Official{} : Official{form->second, false};
}

std::span<const Phrase> Glossary::Table::of_stem(const std::string& stem) const {
  const auto form = stems.find(stem);
  return form == stems.end() ? std::span<const Phrase>{} : form->second;
}

}  // namespace store::search
