// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStringList>
#include <cstdio>
#include <functional>

namespace keywork::test {

/// How many points a campaign has: in every run, and in the full form (KEYWORK_CAMPAIGN=1).
struct Size {
    static bool isFull()
    {
        const QByteArray wish = qgetenv("KEYWORK_CAMPAIGN");
        return !wish.isEmpty() && wish != "0" && wish != "short";
    }
    int now() const { return isFull() ? full : brief; }

    int brief;
    int full;
};

/// A test of many points; says seed and point of each that went wrong, and writes its line of the table.
/// KEYWORK_CAMPAIGN asks for its full length, KEYWORK_CAMPAIGN_SEED for another beginning, KEYWORK_CAMPAIGN_POINT for one
/// point alone (of those that go by `run`), KEYWORK_CAMPAIGN_TABLE names a file that takes the line of figures.
class Campaign {
public:
    Campaign(QString name, Size size = {})
        : m_name(std::move(name))
        , m_size(size.now())
        , m_seed(numberFrom("KEYWORK_CAMPAIGN_SEED", 20260914))
    {
        m_time.start();
    }
    ~Campaign() { tell(); }
    Campaign(const Campaign &) = delete;
    Campaign &operator=(const Campaign &) = delete;

    quint32 seed() const { return m_seed; }
    int points() const { return m_points; }

    /// Each point has a seed of its own, so that one that failed is run again alone.
    void run(const std::function<void(quint32 seed)> &point)
    {
        const int only = int(numberFrom("KEYWORK_CAMPAIGN_POINT", 0));
        for (int i = only > 0 ? only - 1 : 0; i < (only > 0 ? only : m_size); ++i) {
            INFO(m_name << ", point " << i + 1 << " of seed " << m_seed);
            m_at = i;
            ++m_points;
            point(m_seed + quint32(i) * 7919U);
        }
        finish();
    }
    /// Within `run`: counts what does not hold; the first few are said in words.
    void expect(bool holds, const QString &otherwise)
    {
        if (!holds)
            violated(QStringLiteral("point %1").arg(m_at + 1), otherwise.left(400));
    }
    void holds(const QStringList &broken)
    {
        for (const QString &what : broken)
            expect(false, what);
    }
    /// Without `run`: one point, and what was wrong at it.
    void point(const QString &where, const QStringList &violations)
    {
        ++m_points;
        if (!violations.isEmpty())
            violated(where, violations.mid(0, 8).join(QStringLiteral("\n  ")));
    }
    /// Fails when something went wrong or nothing was tried.
    void finish()
    {
        CHECK(m_violations == 0);
        REQUIRE(m_points > 0);
    }
    /// For what is counted and stated, but is no violation.
    static void say(const QString &line)
    {
        std::printf("%s\n", qPrintable(line));
        std::fflush(stdout);
    }

private:
    static constexpr int kSaid = 20;
    static quint32 numberFrom(const char *variable, quint32 otherwise)
    {
        bool isNumber = false;
        const uint number = qEnvironmentVariable(variable).toUInt(&isNumber);
        return isNumber ? number : otherwise;
    }
    void violated(const QString &where, const QString &what)
    {
        if (++m_violations <= kSaid)
            FAIL_CHECK(m_name << ", seed " << m_seed << ", " << where << ":\n  " << what);
    }
    void tell() const
    {
        const QString seconds = QString::number(double(m_time.elapsed()) / 1000, 'f', 1);
        const QString line = QStringLiteral("%1 | %2 | %3 | %4 | %5").arg(m_name).arg(m_points).arg(m_violations).arg(m_seed).arg(seconds);
        say(line);
        if (QFile file(qEnvironmentVariable("KEYWORK_CAMPAIGN_TABLE")); !file.fileName().isEmpty() && file.open(QIODevice::Append))
            file.write(line.toUtf8() + '\n');
    }

    const QString m_name;
    const int m_size;
    const quint32 m_seed;
    QElapsedTimer m_time;
    int m_at = 0;
    int m_points = 0;
    int m_violations = 0;
};

} // namespace keywork::test
