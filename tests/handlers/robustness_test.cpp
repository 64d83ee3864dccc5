// The same question written otherwise gets the same answer: every title and keyword of two catalogues,
// changed in each of the ways in which people write.
#include "handlers/answer.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "store/text/words.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t count) {
  return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

std::string mapped(const std::string& text, int options, bool upper) {
  utf8proc_uint8_t* out = nullptr;
  const auto each = [](utf8proc_int32_t code, void*) { return utf8proc_toupper(code); };
  const auto length = utf8proc_map_custom(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                          static_cast<utf8proc_ssize_t>(text.size()), &out,
                                          static_cast<utf8proc_option_t>(options),
                                          upper ? static_cast<utf8proc_custom_func>(each) : nullptr, nullptr);
  REQUIRE(length >= 0);
  std::string made(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
  std::free(out);
  return made;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string spelled_out(std::string text) {
  for (const auto& [from, to] :
       {std::pair{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"Æ", "Ae"}, {"Ø", "Oe"}, {"Å", "Aa"}})
    text = replaced(text, from, to);
  return text;
}

std::string capitals(const std::string& text) {
  return mapped(text, UTF8PROC_STABLE, true);
}

std::string decomposed(const std::string& text) {
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, false);
}

/// Where the words of small Latin letters are: begin and length in bytes.
std::vector<std::pair<std::size_t, std::size_t>> words_in(const std::string& text, std::size_t shortest) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && (std::isalpha(static_cast<unsigned char>(text[end])) || text[end] < 0)) ++end;
    const std::string_view word(text.data() + begin, end - begin);
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return c > 0; });
    if (plain && word.size() >= shortest) found.emplace_back(begin, word.size());
    begin = std::max(end, begin + 1);
  }
  return found;
}

/// One slip in a word of six letters or more, not in its first letter.
std::optional<std::string> mistyped(const std::string& text, const store::Finder& finder, Random& random) {
  const auto words = words_in(text, 6);
  if (words.empty()) return std::nullopt;
  const auto [begin, length] = words[below(random, words.size())];
  const std::size_t at = begin + 1 + below(random, length - 2);
  std::string wrong = text;
  switch (below(random, 4)) {
    case 0:
      wrong.erase(at, 1);
      break;
    case 1:
      std::swap(wrong[at], wrong[at + 1]);
      break;
    case 2:
      wrong[at] = "aeiornst"[below(random, 8)];
      break;
    default:
      wrong.insert(at, 1, wrong[at]);
  }
  if (wrong == text) return std::nullopt;
  // A slip that makes another word of the catalogue (blanket, banket) is that word.
  const std::size_t end = begin + length + wrong.size() - text.size();
  return finder.knows_word(wrong.substr(begin, end - begin)) ? std::nullopt : std::optional(wrong);
}

struct Asked {
  std::vector<store::TaskIndex> tasks;
  std::vector<double> scores;
  store::Confidence confidence;
  friend bool operator==(const Asked& a, const Asked& b) {
    return a.tasks == b.tasks && a.confidence == b.confidence;
  }
};

struct Town {
  tests::TemporaryFolder folder;
  store::Database database{folder / "indgang.db", store::Database::Create::yes};
  handlers::Policy policy;
  store::Instant now = handlers::parse_local_time("2026-03-25T10:00", policy.zone).value();
  std::unique_ptr<store::Finder> finder;
  std::set<std::string> vocabulary;
  std::vector<std::string> topics;
  int failed = 0;

  explicit Town(const std::filesystem::path& of) {
    REQUIRE(store::import_people(database, of / "people.csv", {}, now).applied);
    REQUIRE(store::import_catalogue(database, of / "catalogue.csv", {}, now).applied);
    finder = std::make_unique<store::Finder>(store::load_catalogue(database));
    const store::Catalogue& catalogue = finder->catalogue();
    store::Words words;
    for (store::TaskIndex i = 0; i < catalogue.task_count(); ++i) {
      const store::Task task = catalogue.task(i);
      topics.emplace_back(task.title);
      const std::string keywords(task.keywords);
      const std::size_t end = keywords.find('\n');
      if (!keywords.empty()) topics.push_back(keywords.substr(0, end));
      for (const std::string_view text : {task.title, task.keywords, task.description}) {
        words.read(text);
        for (std::size_t j = 0; j < words.size(); ++j) vocabulary.insert(store::to_utf8(words[j]));
      }
    }
  }

  Asked ask(const std::string& text) const {
    handlers::Question question;
    question.text = text;
    question.now = now;
    const handlers::Answer answer = handlers::answer(question, *finder, policy);
    Asked asked{{}, {}, answer.confidence};
    for (const auto& task : answer.tasks) {
      asked.tasks.push_back(task.task);
      asked.scores.push_back(task.score);
    }
    return asked;
  }

  /// The topic alone, without the sentence around it.
  Asked find(const std::string& topic) const {
    const store::Found found = finder->find(topic);
    Asked asked{{}, {}, found.confidence};
    for (const auto& hit : found.hits) {
      asked.tasks.push_back(hit.task);
      asked.scores.push_back(hit.score);
    }
    return asked;
  }

  /// A compound of two words that the catalogue has, in two words.
  std::optional<std::string> split(const std::string& text) const {
    for (const auto& [begin, length] : words_in(text, 9)) {
      for (std::size_t cut = 4; cut + 4 <= length; ++cut) {
        const std::string head = text.substr(begin, cut);
        const std::string tail = text.substr(begin + cut, length - cut);
        if (!vocabulary.contains(tail) || !vocabulary.contains(head)) continue;
        return std::string(text).insert(begin + cut, " ");
      }
    }
    return std::nullopt;
  }
};

/// Two neighbouring words of four letters or more in one.
std::optional<std::string> joined(const std::string& text) {
  const auto words = words_in(text, 4);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::size_t end = words[i].first + words[i].second;
    if (end + 1 == words[i + 1].first && text[end] == ' ') return std::string(text).erase(end, 1);
  }
  return std::nullopt;
}

/// The same answer, unless the words are no longer quite the same: then the answer that was sure, or one of
/// those that were as good as the best among the first three.
bool still_right(const Asked& before, const Asked& after) {
  if (before.tasks.empty()) return true;
  if (after.tasks.empty()) return false;
  if (before.confidence == store::Confidence::sure) return after.tasks.front() == before.tasks.front();
  const auto first_three = std::min<std::size_t>(3, after.tasks.size());
  for (std::size_t i = 0; i < before.tasks.size(); ++i) {
    if (before.scores[i] < before.scores[0] - 0.02) break;
    const auto end = after.tasks.begin() + static_cast<std::ptrdiff_t>(first_three);
    if (std::find(after.tasks.begin(), end, before.tasks[i]) != end) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("robustness: answers stay the same however the question is written",
          "[understanding][robustness]") {
  const std::string root = INDGANG_SOURCE_DIR;
  const std::string of = GENERATE("/tests/fixtures/catalogue", "/config/sample");
  const Town town(root + of);
  Random random(2026);
  const auto question = [](const std::string& topic) { return "hvem har " + topic + "?"; };
  for (const std::string& topic : town.topics) {
    const Asked before = town.ask(question(topic));
    CAPTURE(topic);
    if (topic.size() < 4) continue;  // "å", "MED": hardly told from the words around it
    for (const std::string& text :
         {capitals(question(topic)), spelled_out(question(topic)), decomposed(question(topic)),
          question(topic) + " 🙂", "👋 " + question(topic), "Hej igen! " + question(topic),
          "hej, kan du sige mig " + question(topic), question(topic) + " Tak!",
          question(topic) + " På forhånd tak"}) {
      CAPTURE(text);
      CHECK(town.ask(text) == before);
    }
    if (const auto other = mistyped(topic, *town.finder, random)) {
      CAPTURE(*other);
      CHECK(still_right(before, town.ask(question(*other))));
    }
    const Asked found = town.find(topic);
    for (const auto& other : {town.split(topic), joined(topic)}) {
      if (!other) continue;
      CAPTURE(*other);
      CHECK(still_right(found, town.find(*other)));
    }
  }
}
