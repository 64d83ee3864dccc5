#include "store/row_reader.hpp"

#include "store/csv.hpp"
#include "store/xlsx.hpp"

#include <fstream>
#include <string_view>

namespace store {

namespace {

/// Old workbooks and encrypted new ones are both OLE files; the latter name their one stream, in UTF-16.
[[noreturn]] void refuse_ole(const std::string& name, std::ifstream& stream) {
  constexpr std::string_view encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  constexpr std::size_t searched_max = std::size_t{8} << 20;
  std::string bytes(searched_max, '\0');
  stream.seekg(0);
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  if (bytes.find(encrypted) != std::string::npos)
    throw StoreError(name + " is protected by a password: save it without one and import that.");
  throw StoreError(
      name + " is a workbook of the old kind (.xls): save it as .xlsx or \"CSV UTF-8\" and import that.");
}

}  // namespace

std::unique_ptr<RowReader> open_rows(const std::filesystem::path& file) {
  std::error_code error;
  std::ifstream stream(file, std::ios::binary);
  char first[4] = {};
  if (std::filesystem::is_regular_file(file, error)) stream.read(first, sizeof first);
  const std::string_view magic(first, sizeof first);
  if (magic == "\xd0\xcf\x11\xe0") refuse_ole("The file " + file.string(), stream);
  if (magic == "PK\x03\x04") return std::make_unique<XlsxReader>(file);
  return std::make_unique<CsvReader>(file);
}

}  // namespace store
