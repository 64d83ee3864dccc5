// A connector that costs next to nothing: it takes every POST on kept connections, counts it and answers 201.
// One thread, epoll. GET /count answers how many posts came so far. Prints the port it listens on. Written
// for the benchmark only.
#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <unordered_map>

namespace {

unsigned long posts = 0;

int listen_on_loopback() {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  if (listener < 0 || ::bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(listener, 1024) != 0 ||
      ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    std::perror("connector");
    std::exit(1);
  }
  std::printf("%d\n", ntohs(address.sin_port));
  std::fflush(stdout);
  return listener;
}

std::size_t content_length(std::string_view head) {
  for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
    constexpr std::string_view name = "content-length:";
    const std::string_view line = head.substr(at + 2, name.size());
    if (line.size() == name.size() && ::strncasecmp(line.data(), name.data(), name.size()) == 0)
      return std::strtoul(head.data() + at + 2 + name.size(), nullptr, 10);
  }
  return 0;
}

/// Answers every complete request in the buffer.
std::string answers_to(std::string& buffer) {
  std::string out;
  std::size_t used = 0;
  for (;;) {
    const std::string_view rest = std::string_view(buffer).substr(used);
    const std::size_t head = rest.find("\r\n\r\n");
    if (head == std::string_view::npos) break;
    const std::size_t length = head + 4 + content_length(rest.substr(0, head + 2));
    if (rest.size() < length) break;
    const bool post = rest.substr(0, 5) == "POST ";
    posts += post ? 1 : 0;
    const std::string body = post ? "{\"id\":\"" + std::to_string(posts) + "\"}" : std::to_string(posts);
    out += std::string(post ? "HTTP/1.1 201 Created" : "HTTP/1.1 200 OK") +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
    used += length;
  }
  buffer.erase(0, used);
  return out;
}

bool serve(int peer, std::string& buffer) {
  char bytes[65536];
  const ssize_t count = ::recv(peer, bytes, sizeof(bytes), 0);
  if (count <= 0) return false;
  buffer.append(bytes, static_cast<std::size_t>(count));
  const std::string out = answers_to(buffer);
  return out.empty() ||
         ::send(peer, out.data(), out.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(out.size());
}

}  // namespace

int main() {
  const int listener = listen_on_loopback();
  const int poll = ::epoll_create1(0);
  std::unordered_map<int, std::string> peers;
  const auto watch = [&](int socket) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = socket;
    ::epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event);
  };
  watch(listener);
  for (;;) {
    epoll_event events[64];
    const int count = ::epoll_wait(poll, events, 64, -1);
    for (int i = 0; i < count; ++i) {
      const int socket = events[i].data.fd;
      if (socket == listener) {
        const int peer = ::accept(listener, nullptr, nullptr);
        const int on = 1;
        ::setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        peers.try_emplace(peer);
        watch(peer);
      } else if (!serve(socket, peers[socket])) {
        peers.erase(socket);
        ::close(socket);
      }
    }
  }
}
