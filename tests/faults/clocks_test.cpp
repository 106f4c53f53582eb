// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/history_reader.h"
#include "core/services/records/records.h"
#include "tests/faults/oracle.h"
#include "tests/faults/shift.h"
#include "tests/faults/sizes.h"

#include <QRandomGenerator>

namespace keywork::test::clocks_test {

using namespace Qt::StringLiterals;

namespace {

struct Instant {
    const char *stored; ///< as it has to stand in the file
    const char *day; ///< of the house, in London
};

// In the order in which the clock is set: back and forth over each change.
constexpr Instant kTold[] = {
    {"2026-03-28T23:59:59.999Z", "2026-03-28"},
    {"2026-03-29T00:59:59.999Z", "2026-03-29"}, // one millisecond later it is two o'clock
    {"2026-03-29T01:00:00.000Z", "2026-03-29"},
    {"2026-03-29T23:00:00.000Z", "2026-03-30"}, // midnight in summer
    {"2026-07-14T22:59:59.999Z", "2026-07-14"},
    {"2026-10-25T00:30:00.000Z", "2026-10-25"}, // half past one
    {"2026-10-25T01:30:00.000Z", "2026-10-25"}, // half past one once more
    {"2026-10-25T00:30:00.001Z", "2026-10-25"}, // set back
    {"2028-02-29T23:59:59.999Z", "2028-02-29"},
    {"2028-03-01T00:00:00.000Z", "2028-03-01"},
    {"2026-01-01T00:00:00.000Z", "2026-01-01"}, // two years back
    {"2099-12-31T23:59:59.999Z", "2099-12-31"}, // a battery that died
    {"2026-09-14T08:42:00.000Z", "2026-09-14"},
};

QDateTime parsed(const QString &stored)
{
    const QDate day = QDate::fromString(stored.left(10), Qt::ISODate);
    return QDateTime(day, QTime::fromString(stored.mid(11, 12), u"HH:mm:ss.zzz"_s), Qt::UTC);
}

QString anyInstant(QRandomGenerator &random)
{
    const qint64 seconds = parsed(u"2026-01-01T00:00:00.000Z"_s).toSecsSinceEpoch() + random.bounded(quint32(2'000'000'000));
    const QDateTime instant = QDateTime::fromMSecsSinceEpoch(seconds * 1000 + random.bounded(1000), Qt::UTC);
    return instant.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
}

/// What stands in the file of one record, in the order of the history.
QStringList storedTimes(const QString &path, const QString &sql)
{
    QString why;
    const auto vault = RawVault::open(path, why);
    REQUIRE(vault);
    QStringList times;
    for (const Cells &row : vault->rows(sql))
        times.append(row.first().toString());
    REQUIRE(vault->errors.isEmpty());
    return times;
}

} // namespace

TEST_CASE("However the clock jumps, history keeps the order in which things were saved and the instants as they were")
{
    Campaign campaign(u"clocks"_s);
    QRandomGenerator random(campaign.seed());
    TestHostel hostel;
    Ledger ledger;
    Shift shift(*hostel.hostel, [&](const QString &line) { ledger.note(line); });
    auto ben = need(shift.takeIn(u"clockben"_s));
    QStringList amendments;
    QStringList arrivals;
    QDateTime reached;
    for (int i = 0; i < kInstants.now() || i < int(std::size(kTold)); ++i) {
        const bool isTold = i < int(std::size(kTold));
        const QString instant = isTold ? QString::fromLatin1(kTold[i].stored) : anyInstant(random);
        hostel.clock.set(parsed(instant));
        QStringList violations;
        if (isTold && hostel.services().records.today().toString(Qt::ISODate) != QLatin1String(kTold[i].day))
            violations.append(u"the house's day is "_s + hostel.services().records.today().toString(Qt::ISODate));
        if (!shift.amend(ben))
            violations.append(u"could not be amended"_s);
        if (i % 10 == 0 || isTold) {
            if (!shift.takeIn(u"clock%1"_s.arg(i)))
                violations.append(u"nobody could be taken in on the house's day"_s);
            arrivals.append(instant);
        }
        amendments.append(instant);
        // What ends some time is asked by the latest moment of all, which no clock sets back.
        reached = reached.isValid() ? std::max(reached, parsed(instant)) : parsed(instant);
        if (const QDateTime latest = hostel.services().records.clock().latest(); latest != std::max(reached, kNow))
            violations.append(u"the latest moment is "_s + latest.toString(Qt::ISODate));
        campaign.point(instant, violations);
    }
    // The screen's list is newest first by what came last, not by the clock.
    const auto lines = need(hostel.services().history.ofRecord(recordType<Person>(), ben.id.value));
    for (qsizetype i = 0; i < std::min<qsizetype>(lines.size(), 100); ++i)
        if (i < amendments.size())
            CHECK(lines.at(i).at == parsed(amendments.at(amendments.size() - 1 - i)));
    hostel.hostel.reset();
    hostel.file.reset();
    CHECK(judge(hostel.path, ledger).join(u'\n') == QString());
    CHECK(storedTimes(hostel.path,
              u"SELECT at FROM history WHERE kind = 'person' AND record = %1 AND action = 'changed' ORDER BY sequence"_s.arg(ben.id.value))
        == amendments);
    CHECK(storedTimes(hostel.path, u"SELECT created_at FROM person WHERE id <> %1 ORDER BY id"_s.arg(ben.id.value)) == arrivals);
    campaign.finish();
}

} // namespace keywork::test::clocks_test
