// Run by the build: makes the table of config/words (store/search/glossary_table.hpp) or of config/situations
// (store/search/situation_table.hpp).
// usage: compile_table words|situations OUT FILE...
#include "store/search/glossary_table.hpp"
#include "store/search/situation_table.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

int main(int count, char** arguments) {  // what it throws ends it, and the build says so
  const std::string_view kind = count > 1 ? arguments[1] : "";
  if (count < 4 || (kind != "words" && kind != "situations"))
    throw std::invalid_argument("usage: compile_table words|situations OUT FILE...");
  std::vector<std::string> texts;
  for (int i = 3; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + std::string(arguments[i]));
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  const std::vector<std::string_view> files(texts.begin(), texts.end());
  const auto table = kind == "words" ? store::search::glossary_table::compile(files)
                                     : store::search::situation_table::compile(files);
  std::ofstream out(arguments[2], std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(table.data()),
            static_cast<std::streamsize>(table.size() * sizeof table[0]));
  out.close();
  if (!out) throw std::runtime_error("cannot write " + std::string(arguments[2]));
}
