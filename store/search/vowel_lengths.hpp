#pragma once
// Words that share a short stem and nothing else: Danish writes one consonant behind a long vowel ("bane")
// and two behind a short one ("banner"), and the stem loses the difference.
#include <cstdint>
#include <string_view>

namespace store::search {

/// How a word goes on behind its stem, where that tells words apart.
enum class Form : std::uint8_t {
  plain,   ///< "tal"; and all words of other stems
  in_e,    ///< "tale": a plural or another word
  long_,   ///< "talen", "baner": a long vowel
  doubled  ///< "tallet", "banner": a short vowel; of longer stems "parkere", a verb in -ere
};

/// True for a stem that words share whose vowels differ: "ban" of "bane" and "banner".
bool tells_words_apart(std::string_view stem);

/// True for "parkere", "parkerer"; also for "lejere".
bool is_foreign_verb(std::string_view letters, std::string_view stem);

/// True for a form that only a verb has, of a short stem that may be a noun, too: "fyres", where a house has a
/// "fyr".
bool is_verb_only(std::string_view letters, std::string_view stem);

Form form_of(std::string_view letters, std::string_view stem);

/// True if forms of the same stem cannot be of one word.
bool are_other_words(Form, Form);

/// True if they need not be: "tal" may be the noun of "tale" or "tallet".
bool may_be_other_words(Form asked, Form written);

}  // namespace store::search
