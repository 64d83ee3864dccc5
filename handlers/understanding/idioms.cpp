#include "handlers/understanding/idioms.hpp"

#include "handlers/understanding/phrases.hpp"
#include "store/text/word_table.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace handlers::understanding {
namespace {

using Word = std::vector<std::string>;  // one of these

struct Idiom {
  std::vector<Word> words;
  WordKind as = WordKind::asking;
};

/// By their first words.
using Idioms = store::WordTable<std::vector<Idiom>>;

Word read_word(std::string_view word) {
  Word forms;
  while (!word.empty()) {
    const std::size_t end = std::min(word.find('/'), word.size());
    forms.push_back(store::letters_of(word.substr(0, end)));
    word.remove_prefix(std::min(word.size(), end + 1));
  }
  return forms;
}

void add(std::span<const IdiomRow> rows, Idioms& idioms) {
  for (const IdiomRow& source : rows) {
    Idiom idiom{{}, source.as};
    std::string_view row = source.words;
    while (!row.empty()) {
      const std::size_t end = std::min(row.find(' '), row.size());
      idiom.words.push_back(read_word(row.substr(0, end)));
      row.remove_prefix(std::min(row.size(), end + 1));
    }
    for (const std::string& first : idiom.words.front()) idioms[first].push_back(idiom);
  }
}

const Idioms& all_idioms() {
  static const Idioms idioms = [] {
    Idioms made;
    add(danish::idioms(), made);
    add(english::idioms(), made);
    return made;
  }();
  return idioms;
}

bool stands_at(const Message& message, std::size_t at, const Idiom& idiom) {
  if (at + idiom.words.size() > message.words.size()) return false;
  for (std::size_t i = 1; i < idiom.words.size(); ++i) {  // the first one is known to be there
    const MessageWord& word = message.words[at + i];
    if (word.after_mark) return false;
    const Word& forms = idiom.words[i];
    if (std::find(forms.begin(), forms.end(), word.letters) == forms.end()) return false;
  }
  return true;
}

}  // namespace

void mark_idioms(Message& message) {
  const Idioms& idioms = all_idioms();
  for (std::size_t at = 0; at < message.words.size(); ++at) {
    const auto* begun = idioms.find(message.words[at].letters);
    if (begun == nullptr) continue;
    for (const Idiom& idiom : *begun) {
      if (!stands_at(message, at, idiom)) continue;
      for (std::size_t i = at; i < at + idiom.words.size(); ++i) {
        if (message.words[i].kind != WordKind::who) message.words[i].kind = idiom.as;
      }
    }
  }
}

}  // namespace handlers::understanding
