// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/progress.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr qint64 kOnTerminalMs = 200;
constexpr qint64 kElsewhereMs = 5000;
} // namespace

Progress::Progress(const Request &request, Output output, QString what)
    : m_output(output)
    , m_what(std::move(what))
    , m_shows(output.errIsTerminal || request.flags.contains(u"progress"_s))
{
    m_since.start();
    if (m_shows)
        say(u" …"_s);
}

Progress::~Progress()
{
    if (m_shows && m_output.errIsTerminal) {
        m_output.err << "\r\x1b[K";
        m_output.err.flush();
    }
}

bool Progress::isTime() { return m_shows && m_since.elapsed() - m_saidAt >= (m_output.errIsTerminal ? kOnTerminalMs : kElsewhereMs); }

void Progress::say(const QString &how)
{
    m_saidAt = m_since.elapsed();
    if (m_output.errIsTerminal)
        m_output.err << '\r' << m_what << how << "\x1b[K";
    else
        m_output.err << m_what << how << '\n';
    m_output.err.flush();
}

void Progress::reached(qint64 done, qint64 whole)
{
    if (whole > 0 && isTime())
        say(u": "_s + said("%1 %").arg(std::min<qint64>(100, done * 100 / whole)));
}

std::function<bool()> Progress::beside()
{
    return [this] {
        if (isTime())
            say(u": "_s + said("%1 s").arg(m_since.elapsed() / 1000));
        return false;
    };
}

} // namespace keywork
