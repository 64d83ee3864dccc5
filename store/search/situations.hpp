#pragma once
// Which topics of a municipality's work a story is about, by the words of similar stories: config/situations.
#include "store/search/situation_table.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace store::search {

/// A topic that a text may be about.
struct Situation {
  std::size_t topic = 0;  ///< its number, below Situations::topics()
  /// As catalogues call it, the most usual first, a line end between them. Empty: it is no matter of a
  /// municipality ("did you see the match").
  std::string_view names;
  float likeness = 0;     ///< how much the text has in common with its stories; what is much: README.md
  bool delicate = false;  ///< a wrong guess would hurt: crime, addiction, violence, dismissal
};

/// Compares texts with the stories of each topic. A view of a table that outlives it; const access is
/// thread-safe.
class Situations {
 public:
  /// The table of config/situations, as it was when the program was built.
  static const Situations& embedded();

  /// A table made by situation_table::compile.
  explicit Situations(std::span<const std::uint32_t> table);

  /// How many topics there are.
  std::size_t topics() const { return topics_.size(); }

  /// The topics whose stories are most like the text, at most `limit`, best first.
  std::vector<Situation> like(std::string_view text, Spoken, std::size_t limit) const;

 private:
  const situation_table::Feature* feature(std::uint32_t hash) const;

  std::span<const situation_table::Feature> features_;
  std::span<const situation_table::Weight> weights_;
  std::span<const situation_table::Topic> topics_;
  std::string_view text_;
};

}  // namespace store::search
