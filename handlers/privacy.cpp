#include "handlers/privacy.hpp"

#include <algorithm>
#include <cstddef>

namespace handlers {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) {
    return false;
  }
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit(text[i])) {
      return false;
    }
  }
  return true;
}

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

bool is_day_and_month(std::string_view text, std::size_t at) {
  constexpr int longest[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int month = two_digits(text, at + 2);
  const int written = two_digits(text, at);
  const int day = written > 60 ? written - 60 : written;
  return month >= 1 && month <= 12 && day >= 1 && day <= longest[month - 1];
}

/// How many bytes from `at` are a number to take out; 0 if none.
std::size_t personal_number_at(std::string_view text, std::size_t at) {
  if (!digits_at(text, at, 6) || (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '+'))) {
    return 0;
  }
  const auto rest = text.substr(at + 6);
  std::size_t separator = 0;
  bool hyphen = false;
  for (const std::string_view dash : {"-", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93"}) {
    if (rest.substr(0, dash.size()) == dash) {
      separator = dash.size();
      hyphen = true;
    }
  }
  if (!hyphen && !rest.empty() && rest.front() == ' ') {
    separator = 1;
  }
  const std::size_t end = at + 6 + separator + 4;
  if (!digits_at(text, at + 6 + separator, 4) || (end < text.size() && is_digit(text[end]))) {
    return 0;
  }
  return hyphen || is_day_and_month(text, at) ? end - at : 0;
}

}  // namespace

CleanText remove_personal_numbers(std::string_view text) {
  CleanText clean;
  clean.text.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto digit = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_digit);
    const auto kept = static_cast<std::size_t>(digit - text.begin()) - at;
    clean.text += text.substr(at, kept);
    at += kept;
    if (at == text.size()) {
      break;
    }
    if (const auto length = personal_number_at(text, at); length > 0) {
      clean.removed = true;
      at += length;
    } else {
      clean.text += text[at++];
    }
  }
  return clean;
}

}  // namespace handlers
