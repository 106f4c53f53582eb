// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/no_network.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace keywork::test {

namespace {

#if defined(__x86_64__)
constexpr uint32_t kArchitecture = AUDIT_ARCH_X86_64;
constexpr uint32_t kOtherNumbers = 0x40000000; // x32 numbers the same calls anew
#elif defined(__aarch64__)
constexpr uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
constexpr uint32_t kOtherNumbers = 0x80000000; // none
#else
constexpr uint32_t kArchitecture = 0;
constexpr uint32_t kOtherNumbers = 0;
#endif

bool inForce = false;

constexpr sock_filter load(size_t offset) { return {BPF_LD | BPF_W | BPF_ABS, 0, 0, uint32_t(offset)}; }
constexpr sock_filter answer(uint32_t action) { return {BPF_RET | BPF_K, 0, 0, action}; }
/// Goes on with the next line when equal, skips `otherwise` lines when not.
constexpr sock_filter unlessEqual(uint32_t value, uint8_t otherwise) { return {BPF_JMP | BPF_JEQ | BPF_K, 0, otherwise, value}; }
constexpr sock_filter ifEqual(uint32_t value, uint8_t skip) { return {BPF_JMP | BPF_JEQ | BPF_K, skip, 0, value}; }
constexpr sock_filter ifAtLeast(uint32_t value, uint8_t skip) { return {BPF_JMP | BPF_JGE | BPF_K, skip, 0, value}; }

/// Only calls that are safe in a signal handler.
void onTrap(int, siginfo_t *, void *)
{
    constexpr char said[] = "\nA network socket (AF_INET or AF_INET6) was asked for. Keywork never opens one.\n";
    (void)!write(STDERR_FILENO, said, sizeof said - 1);
    _exit(99);
}

bool catchTraps()
{
    struct sigaction action;
    std::memset(&action, 0, sizeof action);
    action.sa_sigaction = onTrap;
    action.sa_flags = SA_SIGINFO;
    return sigaction(SIGSYS, &action, nullptr) == 0;
}

} // namespace

bool areNetworkSocketsForbidden() { return inForce; }

bool forbidNetworkSockets()
{
    if (kArchitecture == 0)
        return false;
    // The family is a 32-bit number; the lower half of the argument comes first on both machines.
    const std::array<sock_filter, 12> lines{
        load(offsetof(seccomp_data, arch)),
        ifEqual(kArchitecture, 1),
        answer(SECCOMP_RET_ALLOW), // calls of another machine's kind: no Keywork makes them
        load(offsetof(seccomp_data, nr)),
        ifAtLeast(kOtherNumbers, 5),
        unlessEqual(__NR_socket, 3),
        load(offsetof(seccomp_data, args[0])),
        ifEqual(AF_INET, 3),
        ifEqual(AF_INET6, 2),
        answer(SECCOMP_RET_ALLOW),
        answer(SECCOMP_RET_ERRNO | ENOSYS),
        answer(SECCOMP_RET_TRAP),
    };
    sock_fprog program{static_cast<unsigned short>(lines.size()), const_cast<sock_filter *>(lines.data())};
    if (!catchTraps())
        return false;
    // Without new privileges anybody may install a filter; children inherit both.
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    inForce = prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
    return inForce;
}

} // namespace keywork::test
