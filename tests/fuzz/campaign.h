// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <cstdio>
#include <functional>

namespace keywork::test {

/// A test of many points. KEYWORK_CAMPAIGN asks for its full length, KEYWORK_CAMPAIGN_SEED for another beginning,
/// KEYWORK_CAMPAIGN_POINT for one point alone, KEYWORK_CAMPAIGN_TABLE names a file that takes the line of figures.
class Campaign {
public:
    Campaign(const char *name, int shortPoints, int fullPoints)
        : m_name(name)
        , m_points(isFull() ? fullPoints : shortPoints)
        , m_seed(numberFrom("KEYWORK_CAMPAIGN_SEED", 20260914))
    {
        m_time.start();
    }
    ~Campaign() { tell(); }
    Campaign(const Campaign &) = delete;
    Campaign &operator=(const Campaign &) = delete;

    static bool isFull()
    {
        const QByteArray wish = qgetenv("KEYWORK_CAMPAIGN");
        return !wish.isEmpty() && wish != "0" && wish != "short";
    }
    quint32 seed() const { return m_seed; }
    /// Each point has a seed of its own, so that one that failed is run again alone.
    void run(const std::function<void(quint32 seed)> &point)
    {
        const int only = int(numberFrom("KEYWORK_CAMPAIGN_POINT", 0)) - 1;
        for (int i = only < 0 ? 0 : only; i < (only < 0 ? m_points : only + 1); ++i) {
            INFO(m_name << ", point " << i + 1 << " of seed " << m_seed);
            m_now = i + 1;
            ++m_done;
            point(m_seed + quint32(i) * 7919U);
        }
        CHECK(m_violations == 0);
    }
    /// Counts; the first few are said in words.
    void expect(bool holds, const QString &otherwise)
    {
        if (holds)
            return;
        if (++m_violations <= kSaid)
            fprintf(stderr, "%s, point %d: %s\n", m_name, m_now, qPrintable(otherwise.left(400)));
    }

private:
    static constexpr int kSaid = 8;
    static quint32 numberFrom(const char *variable, quint32 otherwise)
    {
        bool isNumber = false;
        const uint number = qEnvironmentVariable(variable).toUInt(&isNumber);
        return isNumber ? number : otherwise;
    }
    void tell() const
    {
        const QByteArray line = QByteArray(m_name) + " | " + QByteArray::number(m_done) + " | " + QByteArray::number(m_violations) + " | "
            + QByteArray::number(m_seed) + " | " + QByteArray::number(double(m_time.elapsed()) / 1000.0, 'f', 1) + '\n';
        fputs(line.constData(), stdout);
        const QByteArray table = qgetenv("KEYWORK_CAMPAIGN_TABLE");
        FILE *file = table.isEmpty() ? nullptr : fopen(table.constData(), "a");
        if (!file)
            return;
        fputs(line.constData(), file);
        fclose(file);
    }

    const char *m_name;
    const int m_points;
    const quint32 m_seed;
    QElapsedTimer m_time;
    int m_now = 0;
    int m_done = 0;
    int m_violations = 0;
};

} // namespace keywork::test
