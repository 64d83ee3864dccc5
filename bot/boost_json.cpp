// Boost.JSON as a part of the program, in one place: its headers alone are needed then.
#include <boost/json/src.hpp>
