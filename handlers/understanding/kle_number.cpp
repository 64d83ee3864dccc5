#include "handlers/understanding/kle_number.hpp"

#include <algorithm>

namespace handlers::understanding {
namespace {

bool is_pair(const std::string& letters) {
  return letters.size() == 2 &&
         std::all_of(letters.begin(), letters.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<std::string> kle_numbers_in(const Message& message, Stretch part) {
  std::vector<std::string> numbers;
  for (std::size_t i = part.first; i < part.end; ++i) {
    std::string number;
    std::size_t pairs = 0;
    for (; i < part.end && pairs < 3 && is_pair(message.words[i].letters); ++i, ++pairs) {
      const bool joined = pairs == 0 || message.words[i].begin == message.words[i - 1].end + 1;
      if (!joined) break;
      if (!number.empty()) number += '.';
      number += message.words[i].letters;
    }
    if (pairs >= 2) numbers.push_back(number);
  }
  return numbers;
}

}  // namespace handlers::understanding
