#include "bot/activity/mention.hpp"

#include "store/text/unseen.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <utility>

namespace bot::activity {
namespace {

struct Piece {
  std::string_view bytes;  ///< what it stands for
  std::size_t length = 0;  ///< how much of the source it takes
};

struct NamedEntity {
  std::string_view source;
  std::string_view bytes;
};

constexpr std::array<NamedEntity, 6> named_entities{
    {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", " "}}};

/// Spaces of Unicode besides the ASCII ones.
constexpr std::array<std::string_view, 18> spaces{"\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
                                                  "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
                                                  "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};

void append_utf8(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

/// "&#39;" or "&#x27;" at the start of `text`: its length, and the character in `into`. Zero if there is
/// none.
std::size_t numeric_entity(std::string_view text, std::string& into) {
  if (!text.starts_with("&#")) return 0;
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::size_t first = hex ? 3 : 2;
  std::size_t i = first;
  std::uint32_t code = 0;
  for (; i < text.size() && i < first + 8 && text[i] != ';'; ++i) {
    const char c = text[i];
    const char lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(c - '0');
    } else if (hex && lower >= 'a' && lower <= 'f') {
      code = code * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
    } else {
      return 0;
    }
  }
  const bool character = code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (i == first || i >= text.size() || text[i] != ';' || !character) return 0;
  append_utf8(into, code);
  return i + 1;
}

/// Collects text with at most one space, or one kind of break, between words and none at the ends.
class Writer {
 public:
  void space() { pending_space_ = true; }
  void line_break() { ++pending_breaks_; }

  void bytes(std::string_view bytes) {
    if (!out_.empty()) {
      if (pending_breaks_ > 0) {
        out_.append(std::min<std::size_t>(pending_breaks_, 2), '\n');
      } else if (pending_space_) {
        out_ += ' ';
      }
    }
    pending_breaks_ = 0;
    pending_space_ = false;
    out_ += bytes;
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  std::size_t pending_breaks_ = 0;
  bool pending_space_ = false;
};

/// Writes text whose spaces and control characters are still as somebody typed them; returns how many bytes
/// it used.
std::size_t write_one(std::string_view text, Writer& writer) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte == '\n') {
    writer.line_break();
    return 1;
  }
  if (byte == '\r') {
    writer.line_break();
    return text.size() > 1 && text[1] == '\n' ? 2 : 1;
  }
  if (byte <= ' ' || byte == 0x7F) {
    writer.space();
    return 1;
  }
  if (const std::size_t unseen = store::unseen_at(text); unseen != 0) return unseen;
  if (byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3) {
    for (const std::string_view space : spaces) {
      if (!text.starts_with(space)) continue;
      writer.space();
      return space.size();
    }
  }
  writer.bytes(text.substr(0, 1));
  return 1;
}

/// Like write_one, with HTML entities decoded.
std::size_t write_decoded(std::string_view text, Writer& writer) {
  if (text.front() != '&') return write_one(text, writer);
  std::string decoded;
  std::size_t length = numeric_entity(text, decoded);
  for (const NamedEntity& entity : named_entities) {
    if (length == 0 && text.starts_with(entity.source)) {
      decoded = entity.bytes;
      length = entity.source.size();
    }
  }
  if (length == 0) return write_one(text, writer);
  for (std::string_view rest = decoded; !rest.empty();) rest.remove_prefix(write_one(rest, writer));
  return length;
}

std::string decoded(std::string_view text) {
  Writer writer;
  while (!text.empty()) text.remove_prefix(write_decoded(text, writer));
  return writer.take();
}

/// What stands between <at ...> and </at>; the mentioned one's name if the entity has no such tags.
std::string shown_name(const MentionEntity& mention) {
  constexpr std::string_view closing = "</at>";
  std::string_view text = mention.text;
  const std::size_t start = text.find('>');
  if (text.starts_with("<at") && text.ends_with(closing) && start + closing.size() < text.size()) {
    return decoded(text.substr(start + 1, text.size() - closing.size() - start - 1));
  }
  return decoded(mention.name);
}

/// Teams mentions "Mads Thorup" as two entities with one id when the user shortened or styled the name.
void add_mention(std::vector<handlers::Mention>& mentions, std::string id, std::string name) {
  for (handlers::Mention& known : mentions) {
    if (known.id != id) continue;
    const bool last = &known == &mentions.back();
    if (last && known.name != name && !known.name.ends_with(' ' + name)) known.name += ' ' + name;
    return;
  }
  mentions.push_back(handlers::Mention{std::move(id), std::move(name)});
}

}  // namespace

PlainText plain_text(std::string_view text, const std::vector<MentionEntity>& mentions,
                     std::string_view own_id) {
  std::bitset<256> starts;
  std::vector<std::string> names;
  for (const MentionEntity& mention : mentions) {
    if (!mention.text.empty()) starts.set(static_cast<unsigned char>(mention.text.front()));
    names.push_back(mention.id == own_id ? std::string() : shown_name(mention));
  }
  const auto mention_at = [&](std::string_view rest) -> std::optional<std::size_t> {
    if (!starts.test(static_cast<unsigned char>(rest.front()))) return std::nullopt;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      if (!mentions[i].text.empty() && rest.starts_with(mentions[i].text)) return i;
    }
    return std::nullopt;
  };

  const auto stands_for_itself = [&](char c) {
    return c > ' ' && c < '\x7F' && c != '&' && !starts.test(static_cast<unsigned char>(c));
  };

  PlainText result;
  Writer writer;
  while (!text.empty()) {
    const auto end = std::find_if_not(text.begin(), text.end(), stands_for_itself);
    if (end != text.begin()) {  // most of a message
      const auto length = static_cast<std::size_t>(end - text.begin());
      writer.bytes(text.substr(0, length));
      text.remove_prefix(length);
      continue;
    }
    const auto found = mention_at(text);
    if (!found) {
      text.remove_prefix(write_decoded(text, writer));
      continue;
    }
    const MentionEntity& mention = mentions[*found];
    if (mention.id == own_id) {
      writer.space();
    } else if (!names[*found].empty()) {
      writer.bytes(names[*found]);
    }
    text.remove_prefix(mention.text.size());
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].id != own_id) add_mention(result.mentions, mentions[i].id, names[i]);
  }
  result.text = writer.take();
  return result;
}

}  // namespace bot::activity
