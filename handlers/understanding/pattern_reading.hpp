#pragma once
// A message as the rows of the tables see it.
#include "handlers/understanding/patterns.hpp"
#include "handlers/understanding/said_days.hpp"

#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace handlers::understanding {

/// The most words of a stretch that is asked for as a whole.
inline constexpr std::size_t longest_phrase = 12;

/// The pattern words that each of the words is, and what stands around it.
struct Patterns::Reading {
  Reading(const Message& of, const store::Finder& by)
      : message(of), finder(by), places(of.words.size() + 1) {}
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  /// Those of a usual message need no memory of their own.
  using Bits = boost::container::small_vector<std::uint64_t, 512>;

  const Message& message;
  const store::Finder& finder;
  struct Place {
    std::uint8_t uses = 0;  // of a little word, where a row may begin or end; bits
    bool taken = false;
    bool begins = true;    // only filler from here back to the mark before
    bool ends = true;      // only filler from here to the mark behind
    bool answered = true;  // only courtesies from here to the mark behind
    bool said_all = true;  // the same to the end of the message
  };

  std::vector<Place> places;               // by word, and one behind the last
  bool margins_read = false;               // only then `places` tells more than what is taken
  std::size_t blocks = 0;                  // of 64 pattern words
  Bits bits;                               // all that follow
  std::span<std::uint64_t> ids;            // for each word a bit for each pattern word that it is
  std::span<std::uint64_t> said;           // by any of the words
  std::span<std::uint64_t> rows;           // a bit for each row that may match
  mutable std::vector<std::int8_t> named;  // what names() has found out
  mutable std::optional<std::vector<SaidDay>> days;

  std::size_t size() const { return message.words.size(); }
  bool is(std::size_t word, std::span<const WordId> wanted) const {
    return any_of(ids.data() + word * blocks, wanted);
  }
  static bool any_of(const std::uint64_t* bits, std::span<const WordId> wanted) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [bits](WordId id) { return (bits[id / 64] >> (id % 64) & 1) != 0; });
  }
  /// False if a word that the row must have is not there, or not behind the one that it must have before.
  bool may_match(const Row&) const;
  /// The answer of `ask` about a stretch of words, which many rows want to know; asked once.
  template <class Ask>
  bool names(Named what, std::size_t word, std::size_t end, Ask ask) const {
    named.resize(named_count * size() * longest_phrase, -1);
    std::int8_t& known =
        named[(static_cast<std::size_t>(what) * size() + word) * longest_phrase + end - word - 1];
    if (known < 0) known = ask(finder, message.between(word, end - 1)) ? 1 : 0;
    return known == 1;
  }
  /// Where a day that may begin at this word ends; the word itself if none does.
  std::size_t end_of_day(std::size_t word) const;
  /// "... men ikke fredag", "... but Friday": the answer before it ends here, the other day has its own.
  bool opposes_a_day(std::size_t word) const;
  /// A mark or an 'and' behind which somebody asks for somebody: what was said before ends here.
  bool asks_anew(std::size_t word) const;
  void read_margins();
};

}  // namespace handlers::understanding
