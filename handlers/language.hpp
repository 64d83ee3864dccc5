#pragma once
#include <string_view>

namespace handlers {

/// The languages that users read. Danish is the first: what is in doubt is said in Danish.
enum class Language { danish, english };

/// "da", "en": how languages stand in the data file and in buttons.
constexpr std::string_view code_of(Language language) {
  return language == Language::english ? "en" : "da";
}

/// What is no code of ours is Danish.
constexpr Language language_of_code(std::string_view code) {
  return code == "en" ? Language::english : Language::danish;
}

}  // namespace handlers
