#include "bot/cli/cli.hpp"

#include <sys/stat.h>

int main(int argc, char** argv) {
  ::umask(077);  // the database, its copies and exports hold personal data: for this user only
  return bot::run_cli(argc, argv);
}
