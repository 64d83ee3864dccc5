// The separately compiled parts of Asio and Beast, in one place: they take long to compile and never change.
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
