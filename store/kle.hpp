#pragma once
// The words that tasks inherit from the KLE plan.
#include "store/database.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace store {

/// The plan in memory as it is when this is made: titles and keywords of the numbers in use.
class KleTexts {
 public:
  struct Texts {
    std::string_view titles;    ///< separated by '\n'
    std::string_view keywords;  ///< separated by '\n'
  };

  explicit KleTexts(Database&);

  /// What a task inherits from its numbers (separated by '\n'): of "05.07.08" that topic's words, of "05.07"
  /// the group's. Unknown and retired numbers give nothing. The views are valid until the next call.
  Texts of(std::string_view numbers);

 private:
  struct Topic {
    std::string title;
    std::string keywords;
  };
  std::unordered_map<std::string, Topic> topics_;
  std::string number_, titles_, keywords_;  // room that is used again by each call
};

}  // namespace store
