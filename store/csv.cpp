#include "store/csv.hpp"

#include "store/text/composed.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace store {

namespace {

constexpr int end_of_file = std::char_traits<char>::eof();

/// Windows-1252, 0x80 to 0x9f, by the WHATWG encoding standard; 0 for the five bytes that stand for nothing.
constexpr std::array<std::uint16_t, 32> windows_1252 = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

/// How many bytes at the beginning are valid UTF-8.
std::size_t valid_utf8(std::string_view text) {
  std::size_t position = 0;
  while (position < text.size()) {
    if (static_cast<unsigned char>(text[position]) < 0x80) {
      ++position;
      continue;
    }
    utf8proc_int32_t letter = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + position,
                                         static_cast<utf8proc_ssize_t>(text.size() - position), &letter);
    if (length <= 0) break;
    position += static_cast<std::size_t>(length);
  }
  return position;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  for (const unsigned char byte : bytes) {
    utf8proc_int32_t letter = byte;
    if (byte >= 0x80 && byte < 0xa0) letter = windows_1252[byte - 0x80];
    if (byte >= 0x80 && letter == 0) letter = 0xfffd;
    utf8proc_uint8_t encoded[4];
    const auto length = utf8proc_encode_char(letter, encoded);
    text.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(length));
  }
  return text;
}

/// The delimiter that stands most often outside quotes in the first line.
char find_delimiter(std::string_view line) {
  constexpr std::string_view candidates = ";,\t";
  std::array<int, 3> counts{};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (const auto index = candidates.find(c); !quoted && index != std::string_view::npos) ++counts[index];
  }
  return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin())];
}

}  // namespace

CsvReader::CsvReader(const std::filesystem::path& file) : file_(file), stream_(file, std::ios::binary) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error) || !stream_)
    throw StoreError("The file " + file.string() +
                     " cannot be read: check its name and that you may read it.");
  size_ = std::filesystem::file_size(file, error);
  inspect();
}

/// Goes through the file once for its encoding, and finds where the records begin.
void CsvReader::inspect() {
  const std::string name = "The file " + file_.string();
  std::string buffer;
  std::string chunk(std::size_t{1} << 16, '\0');
  std::string first;
  for (bool begin = true;
       stream_.read(chunk.data(), static_cast<std::streamsize>(chunk.size())), stream_.gcount() > 0;
       begin = false) {
    const std::string_view bytes(chunk.data(), static_cast<std::size_t>(stream_.gcount()));
    if (begin) {
      first = bytes;
      if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        throw StoreError(name + " is UTF-16 text: save it as \"CSV UTF-8\" and import that.");
    }
    if (bytes.find('\0') != std::string_view::npos)
      throw StoreError(name + " is no text file: save the table as \"CSV UTF-8\" and import that.");
    buffer.append(bytes);
    const std::size_t valid = valid_utf8(buffer);
    buffer.erase(0, valid);
    if (buffer.size() >= 4) encoding_ = Encoding::windows_1252;
    if (encoding_ == Encoding::windows_1252) buffer.clear();
  }
  if (!buffer.empty()) encoding_ = Encoding::windows_1252;

  std::size_t start = first.starts_with("\xef\xbb\xbf") ? 3 : 0;
  auto line_end = std::min(first.find_first_of("\r\n", start), first.size());
  std::string_view line(first.data() + start, line_end - start);
  char told = '\0';
  if (line.size() == 5 &&
      (line.starts_with("sep=") || line.starts_with("Sep=") || line.starts_with("SEP="))) {
    told = line.back();
    start = line_end + (std::string_view(first).substr(line_end).starts_with("\r\n") ? 2 : 1);
    start = std::min(start, first.size());
    line_end = std::min(first.find_first_of("\r\n", start), first.size());
    line = std::string_view(first.data() + start, line_end - start);
    line_ = 2;
  }
  delimiter_ = std::string_view(";,\t").find(told) != std::string_view::npos ? told : find_delimiter(line);
  stream_.clear();
  stream_.seekg(static_cast<std::streamoff>(start));
  read_ = start;
}

int CsvReader::get() {
  const int c = stream_.rdbuf()->sbumpc();
  if (c == end_of_file) return c;
  ++read_;
  if (c == '\r' && peek() == '\n') return get();
  if (c == '\r' || c == '\n') {
    ++line_;
    return '\n';
  }
  return c;
}

int CsvReader::peek() {
  return stream_.rdbuf()->sgetc();
}

double CsvReader::progress() const {
  return size_ == 0 ? 1.0 : static_cast<double>(read_) / static_cast<double>(size_);
}

bool CsvReader::next(FileRow& row) {
  while (peek() != end_of_file) {
    read_record(row);
    if (!row.blank() || !row.problem.empty()) return true;
  }
  return false;
}

void CsvReader::read_record(FileRow& row) {
  row.line = line_;
  row.cells.clear();
  row.kinds.clear();
  row.problem.clear();
  std::size_t bytes = 0;
  std::string cell;
  for (bool more = true; more;) {
    cell.clear();
    while (peek() == ' ') cell += static_cast<char>(get());
    const bool quoted = peek() == '"';
    bool open = quoted;
    if (quoted) {
      cell.clear();
      get();
    }
    for (;;) {
      const int c = get();
      if (c == end_of_file && open)
        row.problem =
            "a quoted cell of this row never ends: add the missing \" (quotes inside a cell are doubled)";
      if (c == end_of_file || (c == '\n' && !open)) {
        more = false;
        break;
      }
      if (++bytes > record_bytes_max) {
        row.problem = "the row is longer than a megabyte: a closing \" is probably missing; add it";
        stream_.seekg(0, std::ios::end);
        stream_.peek();
        row.cells.clear();
        return;
      }
      if (c == delimiter_ && !open) break;
      if (quoted && c == '"') {
        if (open && peek() == '"')
          cell += static_cast<char>(get());
        else if (open)
          open = false;
        else
          row.problem = "a \" stands where none can: double the quotes inside a quoted cell";
      } else if (quoted && !open && c != ' ' && c != '\t') {
        row.problem = "text follows a closing \": double the quotes inside a quoted cell";
      } else if (open || !quoted) {
        cell += static_cast<char>(c);
      }
    }
    row.cells.push_back(decoded(std::move(cell), row));
  }
}

std::string CsvReader::decoded(std::string&& bytes, FileRow& row) const {
  if (encoding_ == Encoding::utf8) return composed(std::move(bytes));
  std::string text = ascii(bytes) ? std::move(bytes) : from_windows_1252(bytes);
  if (text.find("\xef\xbf\xbd") != std::string::npos)
    row.problem = "a letter is neither UTF-8 nor Windows-1252: save the file as \"CSV UTF-8\"";
  return text;
}

}  // namespace store
