// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStringList>
#include <cstdio>

namespace keywork::test {

inline bool isFullCampaign() { return !qEnvironmentVariableIsEmpty("KEYWORK_CAMPAIGN"); }

/// How many points a campaign has: in every run, and in the full form (KEYWORK_CAMPAIGN=1).
struct Size {
    int brief;
    int full;
    int now() const { return isFullCampaign() ? full : brief; }
};
inline constexpr Size kKills{25, 10'000};
inline constexpr Size kIoPoints{150, 25'000};
inline constexpr Size kSqliteAllocations{100, 50'000};
inline constexpr Size kVaultAllocations{60, 10'000};
inline constexpr Size kPowerImages{60, 100'000};
inline constexpr Size kFullDisks{25, 500};
inline constexpr Size kDamages{120, 20'000};
inline constexpr Size kRaces{15, 1'000};
inline constexpr Size kInstants{12, 2'000};
inline constexpr Size kMigrationPoints{60, 3'000};

/// Counts a campaign's points, says seed and point of each that went wrong, and writes its line of the table.
class Report {
public:
    explicit Report(QString campaign)
        : m_campaign(std::move(campaign))
    {
        bool given = false;
        const uint wanted = qEnvironmentVariable("KEYWORK_CAMPAIGN_SEED").toUInt(&given);
        m_seed = given ? wanted : 20260914;
        m_timer.start();
    }

    uint seed() const { return m_seed; }
    int points() const { return m_points; }

    void point(const QString &where, const QStringList &violations)
    {
        ++m_points;
        if (violations.isEmpty())
            return;
        constexpr int kShown = 20;
        if (++m_violations <= kShown)
            FAIL_CHECK(m_campaign << ", seed " << m_seed << ", " << where << ":\n  " << violations.mid(0, 8).join("\n  "));
    }

    /// The line of the table; fails when something went wrong or nothing was tried.
    void finish()
    {
        const QString line = QStringLiteral("%1 | %2 | %3 | %4 | %5")
                                 .arg(m_campaign)
                                 .arg(m_points)
                                 .arg(m_violations)
                                 .arg(m_seed)
                                 .arg(double(m_timer.elapsed()) / 1000, 0, 'f', 1);
        if (isFullCampaign())
            say(line);
        const QString table = qEnvironmentVariable("KEYWORK_CAMPAIGN_TABLE");
        if (QFile file(table); !table.isEmpty() && file.open(QIODevice::Append))
            file.write(line.toUtf8() + '\n');
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
    QString m_campaign;
    uint m_seed = 0;
    int m_points = 0;
    int m_violations = 0;
    QElapsedTimer m_timer;
};

} // namespace keywork::test
