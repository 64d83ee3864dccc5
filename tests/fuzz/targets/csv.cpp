// CSV: every row ends, in valid UTF-8.
#include "store/csv.hpp"

#include "tests/fuzz/input_file.hpp"
#include "tests/fuzz/target.hpp"

#include <utf8proc.h>

#include <cstdlib>

namespace {

bool valid(const std::string& text) {
  utf8proc_ssize_t at = 0;
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  while (at < size) {
    utf8proc_int32_t letter = 0;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at, size - at, &letter);
    if (length <= 0) return false;
    at += length;
  }
  return true;
}

void run(std::string_view input) {
  static const fuzz::InputFile file("csv");
  try {
    store::CsvReader reader(file.write(input));
    int line = 0;
    for (store::FileRow row; reader.next(row);) {
      if (row.line <= line) std::abort();
      line = row.line;
      for (const auto& cell : row.cells)
        if (!valid(cell)) std::abort();
    }
  } catch (const store::StoreError&) {
    // A sentence for the user: what is expected of another kind of file.
  }
}

const fuzz::Registration registration{"csv", run};

}  // namespace
