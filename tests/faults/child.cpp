// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/child.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace keywork::test {

namespace {

constexpr int kEndedByException = 70;

/// Catch's own handlers would report for the parent.
void forgetTheParent()
{
    for (const int number : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS, SIGTERM, SIGINT})
        std::signal(number, SIG_DFL);
    std::signal(SIGPIPE, SIG_IGN);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    ::alarm(120); // one that hangs ends, and its signal is seen
}

[[noreturn]] void workAndEnd(const std::function<void(const Say &)> &work, int pipe)
{
    forgetTheParent();
    int code = 0;
    try {
        work([pipe](const QString &line) {
            // One short write: a line arrives whole or not at all.
            const QByteArray bytes = line.toUtf8() + '\n';
            if (::write(pipe, bytes.constData(), size_t(bytes.size())) < 0)
                ::_exit(kEndedByException);
        });
    } catch (...) {
        code = kEndedByException;
    }
    ::_exit(code); // no destructors of the parent's objects, no report
}

} // namespace

Child::Child(const std::function<void(const Say &)> &work)
{
    int ends[2];
    if (::pipe(ends) != 0)
        qFatal("no pipe");
    std::fflush(nullptr);
    m_process = ::fork();
    if (m_process < 0)
        qFatal("no process");
    if (m_process == 0) {
        ::close(ends[0]);
        workAndEnd(work, ends[1]);
    }
    ::close(ends[1]);
    m_pipe = ends[0];
}

Child::~Child()
{
    kill();
    ended();
}

bool Child::readMore()
{
    char buffer[4096];
    ssize_t amount = 0;
    while ((amount = ::read(m_pipe, buffer, sizeof buffer)) < 0 && errno == EINTR) { }
    if (amount <= 0)
        return false;
    m_unread.append(buffer, qsizetype(amount));
    return true;
}

QString Child::nextLine()
{
    while (m_pipe >= 0) {
        if (const qsizetype end = m_unread.indexOf('\n'); end >= 0) {
            m_lines.append(QString::fromUtf8(m_unread.left(end)));
            m_unread.remove(0, end + 1);
            return m_lines.last();
        }
        if (!readMore())
            break;
    }
    return {};
}

void Child::kill()
{
    if (m_process > 0)
        ::kill(m_process, SIGKILL);
}

QStringList Child::ended()
{
    while (!nextLine().isNull()) { }
    if (m_pipe >= 0)
        ::close(m_pipe);
    m_pipe = -1;
    int status = 0;
    if (m_process > 0 && ::waitpid(m_process, &status, 0) == m_process) {
        m_signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        m_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    }
    m_process = -1;
    return m_lines;
}

Gate::Gate()
{
    if (::pipe(m_ends) != 0)
        qFatal("no pipe");
}

Gate::~Gate()
{
    letGo();
    ::close(m_ends[0]);
}

void Gate::letGo()
{
    if (m_ends[1] >= 0)
        ::close(m_ends[1]);
    m_ends[1] = -1;
}

void Gate::wait() const
{
    char nothing = 0;
    while (::read(m_ends[0], &nothing, 1) < 0 && errno == EINTR) { }
}

} // namespace keywork::test
