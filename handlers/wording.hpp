#pragma once
// The words of a pick list, which a reply says twice, as text and on the card: not copied where the catalogue
// has them.
#include "handlers/sections.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace handlers {

/// Words that are the catalogue's own where all of them are shown, else made.
class Wording {
 public:
  explicit Wording(std::string made) : made_(std::move(made)), text_(made_) {}
  /// Cut off behind so many characters.
  Wording(std::string_view of_catalogue, std::size_t characters);
  Wording(const Wording&) = delete;
  Wording& operator=(const Wording&) = delete;

  operator std::string_view() const { return text_; }

 private:
  std::string made_;
  std::string_view text_;
};

/// task_title() of sentences.hpp.
Wording wording_of(const Context&, store::TaskIndex);
/// who_has() of sentences.hpp.
Wording wording_of_who_has(const Context&, store::TaskIndex);

}  // namespace handlers
