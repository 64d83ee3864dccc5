#include "bot/cli/cli.hpp"

int main(int argc, char** argv) {
  return bot::run_cli(argc, argv);
}
