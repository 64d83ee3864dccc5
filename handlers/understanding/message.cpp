#include "handlers/understanding/message.hpp"

#include "handlers/understanding/idioms.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <iterator>

namespace handlers::understanding {
namespace {

constexpr std::size_t usual_letters = 5;  // of a word, with the blank behind it

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Length of a general punctuation mark (U+2000 to U+206F: dashes, quotes, ellipsis, odd spaces) at `at`; 0
/// if there is none.
std::size_t punctuation(std::string_view text, std::size_t at) {
  const bool general = text.substr(at).starts_with("\xE2\x80") || text.substr(at).starts_with("\xE2\x81");
  return general && at + 2 < text.size() ? 3 : 0;
}

/// Where the word that begins at `at` ends.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
    if (ascii ? !is_ascii_letter(text[at]) : punctuation(text, at) != 0) break;
    ++at;
  }
  return at;
}

/// True for the stop of "el.lign" and "kap.11", which ends no sentence.
bool is_inside_abbreviation(const Message& message, std::size_t at) {
  constexpr std::size_t longest = 4;  // bytes before it
  const std::string_view all = message.text;
  if (message.words.empty() || at + 1 >= all.size()) return false;
  const MessageWord& before = message.words.back();
  return before.end == at && at - before.begin <= longest && end_of_word(all, at + 1) > at + 1;
}

/// Takes out <at>name</at> and other mark-up.
std::string without_markup(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('<');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const std::size_t mention_end = text.starts_with("<at>") ? text.find("</at>") : std::string_view::npos;
    const std::size_t close = mention_end != std::string_view::npos ? mention_end + 4 : text.find('>');
    if (close == std::string_view::npos) {
      out += text;
      break;
    }
    out += ' ';
    text.remove_prefix(close + 1);
  }
  return out;
}

/// What somebody is called by a task.
bool is_somebody(std::string_view letters) {
  static constexpr std::string_view all[] = {
      "ansvarlig",  "ansvarlige", "person",      "personen", "mand",    "ekspert", "eksperten",
      "specialist", "tovholder",  "koordinator", "folk",     "folkene", "manden",  "sagsbehandler"};
  return std::find(std::begin(all), std::end(all), letters) != std::end(all);
}

std::string_view capped(std::string_view text) {
  if (text.size() <= most_bytes) return text;
  std::size_t end = most_bytes;
  while (end > most_bytes - 4 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

Message read_message(std::string_view text) {
  Message message;
  message.text = without_markup(capped(text));
  const std::string_view all = message.text;
  message.words.reserve(all.size() / usual_letters + 1);
  bool mark = false;
  bool stop = false;
  bool hyphen = false;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = end_of_word(all, at);
    if (end == at) {
      const std::size_t wide = punctuation(all, at);
      const char c = all[at];
      const bool dash = c == '-' && at > 0 && all[at - 1] == ' ';
      hyphen = c == '-' && !message.words.empty() && message.words.back().end == at;
      const bool inside = c == '.' && is_inside_abbreviation(message, at);
      mark = mark || inside;
      const bool ends = !inside && std::string_view(".;:?!\n").find(c) != std::string_view::npos;
      stop = stop || wide != 0 || dash || ends;
      mark = mark || stop || std::string_view(",()/\"").find(c) != std::string_view::npos;
      at += wide != 0 ? wide : 1;
      continue;
    }
    std::string letters = store::letters_of(all.substr(at, end - at));
    if (letters.empty()) {
      mark = stop = mark || end - at > 2;  // an emoji, but no §
    } else {
      if (hyphen) message.words.back().hyphenated = true;
      message.words.push_back({at, end, std::move(letters), mark, stop, hyphen});
      message.words.back().listed = ListedWord(message.words.back().letters);
      mark = stop = hyphen = false;
    }
    at = end;
  }
  read_as(message, message.spoken);
  return message;
}

void read_as(Message& message, store::Spoken spoken) {
  message.spoken = spoken;
  for (MessageWord& word : message.words) {
    const bool local_government = message.text.compare(word.begin, word.end - word.begin, "KL") == 0;
    word.kind = local_government ? WordKind::topic : word.listed.kind(spoken);  // else "klokken"
  }
  for (std::size_t i = 1; i < message.words.size(); ++i) {
    MessageWord& before = message.words[i - 1];
    MessageWord& word = message.words[i];
    if (!word.hyphenated || !before.hyphenated || word.begin != before.end + 1) continue;
    if (before.kind == WordKind::topic && is_somebody(word.letters)) continue;  // "BBR-ansvarlig"
    const bool names = word.kind == WordKind::topic || before.kind == WordKind::topic;
    if (names) word.kind = before.kind = WordKind::topic;  // "MED-udvalg", "p-plads", but "e-mail"
  }
  mark_idioms(message);
}

}  // namespace handlers::understanding
