#pragma once
// The form in which the glossary stands in the program: one flat block, made when the program is built, so
// that it is looked up where it lies and costs neither time nor memory at the start.
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace store::search::glossary_table {

/// What a key of the table is.
enum class Role : std::uint32_t {
  danish_words,
  danish_stems,
  english_words,
  english_stems,
  related_words,
  related_stems,
  english_name,  ///< an official phrase; its list is one piece of the text, not phrases
};

/// Where something lies: a piece of the text at the end of the table, in bytes, or of the lists, in numbers.
struct Piece {
  std::uint32_t at : 24 = 0;
  std::uint32_t size : 8 = 0;
};

/// One key and the phrases that it stands for.
struct Entry {
  Piece key;
  Piece list;  ///< of an english_name: of the text
  Role role = Role::danish_words;
};

/// An official phrase: its words, and their Danish stems.
struct PhraseRow {
  Piece words;
  Piece stems;
};

/// Begins the table. Behind it lie, without gaps: slots (an entry's number plus 1 and bits of
/// the hash, or 0), entries, lists
/// (numbers of phrases), phrases, text.
struct Header {
  std::uint32_t slots = 0;
  std::uint32_t entries = 0;
  std::uint32_t list_items = 0;
  std::uint32_t phrases = 0;
  std::uint32_t text_bytes = 0;
  std::uint32_t longest = 0;  ///< words of the longest key
};

std::uint32_t hash_of(std::string_view key, Role);

/// Where the search for a key begins; it goes on with the next slot, round the end. Of any count of slots,
/// without a division, and by the bits of the hash that a slot does not hold.
inline std::uint32_t first_slot(std::uint32_t hash, std::uint32_t slots) {
  return static_cast<std::uint32_t>(std::uint64_t{std::rotl(hash, 16)} * slots >> 32);
}

/// The part of a slot that is an entry's number; the other bits are those of the key's hash, so that a key
/// that is not there is seldom looked for further than in the slots.
inline constexpr std::uint32_t entry_bits = 0x1FFFF;

/// Makes the table of some files: a header, then `from;to;kind` with kind `da`, `en`, `en-said` (no name of a
/// task) or `rel`, and commas between several `to`. Lines starting with # are remarks. Throws
/// std::length_error for more than the table's numbers can say.
std::vector<std::uint32_t> compile(std::span<const std::string_view> files);

}  // namespace store::search::glossary_table
