#include "handlers/time/when_sentence.hpp"

#include "store/text/fold.hpp"

#include <algorithm>
#include <utility>

namespace handlers {
namespace {

std::size_t letters_end(std::string_view text, std::size_t i) {
  const auto letter = [&](std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // U+00A0 .. U+00BF and U+2000 .. U+203F are spaces, dashes and quotation marks.
    const bool mark = (byte == 0xC2) || (byte == 0xE2 && at + 1 < text.size() &&
                                         static_cast<unsigned char>(text[at + 1]) == 0x80);
    return (byte >= 0x80 && !mark) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  };
  while (i < text.size() && letter(i)) {
    ++i;
  }
  return i;
}

/// The bytes of one character; one where the text is no UTF-8.
std::size_t character_size(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  const std::size_t size = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  return std::min(size, text.size() - i);
}

std::string_view beginning(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t count = 0; count < when_characters_max && end < text.size(); ++count) {
    end += character_size(text, end);
  }
  return text.substr(0, end);
}

std::string mark_text(std::string_view mark) {
  return mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94" || mark == "\xE2\x80\x91" ? "-" : std::string(mark);
}

bool is_space(std::string_view mark) {
  return mark == " " || mark == "\t" || mark == "\n" || mark == "\r" || mark == "\xC2\xA0" ||
         mark == "\xE2\x80\xAF";
}

}  // namespace

Sentence::Sentence(std::string_view text, Language language) : language_(language) {
  text = beginning(text);
  bool glued = false;
  for (std::size_t i = 0; i < text.size();) {
    Token token;
    token.where.begin = i;
    if (text[i] >= '0' && text[i] <= '9') {
      token.kind = Token::Kind::number;
      while (i < text.size() && text[i] >= '0' && text[i] <= '9') {
        ++i;
      }
      token.text = text.substr(token.where.begin, i - token.where.begin);
      token.value = token.text.size() <= 4 ? std::stoi(token.text) : -1;
    } else if (const auto end = letters_end(text, i); end > i) {
      token.kind = Token::Kind::word;
      token.text = store::fold(text.substr(i, end - i));
      i = end;
    } else {
      const auto mark = text.substr(i, character_size(text, i));
      i += mark.size();
      if (is_space(mark)) {
        glued = false;
        continue;
      }
      token.text = mark_text(mark);
    }
    token.where.end = i;
    token.glued = glued;
    glued = true;
    tokens_.push_back(std::move(token));
  }
}

const Token& Sentence::at(std::size_t i) const {
  return i < tokens_.size() ? tokens_[i] : none_;
}

bool Sentence::any(std::size_t i, std::initializer_list<std::string_view> texts) const {
  return std::any_of(texts.begin(), texts.end(), [&](std::string_view text) { return is(i, text); });
}

std::size_t Sentence::after(std::size_t i, std::string_view phrase) const {
  for (bool first = true; !phrase.empty(); first = false) {
    const auto word = phrase.substr(0, phrase.find(' '));
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
    if (!first && is(i, ".") && word != ".") {
      ++i;
    }
    if (!is(i, word)) {
      return 0;
    }
    ++i;
  }
  return i;
}

std::size_t Sentence::after_any(std::size_t i, std::initializer_list<std::string_view> phrases) const {
  std::size_t longest = 0;
  for (const auto phrase : phrases) {
    longest = std::max(longest, after(i, phrase));
  }
  return longest;
}

std::size_t Sentence::skip(std::size_t i, std::initializer_list<std::string_view> phrases) const {
  const auto next = after_any(i, phrases);
  return next ? next : i;
}

ByteRange Sentence::bytes(std::size_t begin, std::size_t end) const {
  return {at(begin).where.begin, at(end - 1).where.end};
}

}  // namespace handlers
