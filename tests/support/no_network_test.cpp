// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/no_network.h"

#include <QProcess>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

/// How a child ends that asks for a socket of this family; 0 when it got one, 1 when it was refused, 99 when trapped.
int endOfChildWith(int family)
{
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const int got = socket(family, SOCK_STREAM, 0);
        _exit(got >= 0 ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

} // namespace

TEST_CASE("No test program can open a network socket without ending, nor can what it starts")
{
    if (!areNetworkSocketsForbidden()) {
        WARN("seccomp filters are not to be had here: nothing watches for network sockets in this run");
        return;
    }
    CHECK(endOfChildWith(AF_INET) == 99);
    CHECK(endOfChildWith(AF_INET6) == 99);
    CHECK(endOfChildWith(AF_UNIX) == 0);
    QProcess shell; // another program: the signal has no handler there any more
    shell.start(u"bash"_s, {u"-c"_s, u"exec 3<>/dev/tcp/127.0.0.1/9; echo reached; exit 0"_s});
    REQUIRE(shell.waitForFinished(20'000));
    CHECK(shell.exitStatus() == QProcess::CrashExit);
    CHECK(shell.readAllStandardOutput().isEmpty());
}
