// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/calendar.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/support/command_bench.h"
#include "tests/support/demo_file.h"

#include <algorithm>
#include <map>
#include <set>

namespace keywork::test {

using namespace Qt::StringLiterals;

inline DemoWish wishFor(int people, int years, int beds = 0) { return demoWish(people, years, beds, QDate(2026, 9, 14)); }

/// A demonstration hostel, opened by its manager on its last day.
struct Opened {
    enum class Made { Before, Anew };
    explicit Opened(const DemoWish &wish, Made made = Made::Before)
    {
        const QString path = folder.filePath(u"demo.keywork"_s);
        if (made == Made::Before)
            copyDemo(wish, path);
        else
            REQUIRE(bool(makeDemoHostel(path, wish)));
        open(path);
    }
    explicit Opened(const QString &path) { open(path); }
    void open(const QString &path)
    {
        auto chosen = HostelFile::choose(path, clock);
        REQUIRE(bool(chosen));
        file = std::move(*chosen);
        auto signedIn = file->signIn(kDemoManager, DemoWish().password);
        REQUIRE(bool(signedIn));
        hostel = std::move(*signedIn);
    }
    Records &records() const { return hostel->services().records; }
    template <class T> QList<Kept<T>> all() const
    {
        auto found = records().all<T>();
        REQUIRE(bool(found));
        return *found;
    }
    qint64 count(const RecordType &type) const { return *records().count(type); }

    QTemporaryDir folder;
    SetClock clock{QDateTime(QDate(2026, 9, 14), QTime(22, 59), Qt::UTC)}; // a minute before the house's midnight
    std::unique_ptr<HostelFile> file;
    std::unique_ptr<OpenHostel> hostel;
};

/// The usual one.
inline DemoWish usual() { return wishFor(40, 2); }

/// Most residents on one day, over all days.
inline int mostAtATime(const QList<Stay> &stays)
{
    std::map<QDate, int> changes;
    for (const Stay &stay : stays) {
        if (!stay.arrivedOn)
            continue;
        ++changes[*stay.arrivedOn];
        if (stay.leftOn)
            --changes[*stay.leftOn];
    }
    int here = 0;
    int most = 0;
    for (const auto &[day, change] : changes)
        most = std::max(most, here += change);
    return most;
}

inline QList<Stay> staysOf(const Opened &opened)
{
    QList<Stay> stays;
    for (const Kept<Stay> &kept : opened.all<Stay>())
        stays.append(kept.value);
    return stays;
}

/// What two files of one wish may differ in: keys, and fingerprints of files that name the vault.
inline bool isOfThisFile(const RecordType &type, const Field &field)
{
    static const std::set<std::pair<QString, QString>> columns{{u"staff"_s, u"key_slot"_s}, {u"disclosure"_s, u"file_fingerprint"_s}};
    return columns.contains({QString::fromLatin1(type.table), QString::fromLatin1(field.column)});
}

inline QStringList rowsOf(const Opened &opened, const RecordType &type)
{
    QStringList rows;
    const auto kept = opened.records().list(type, {.orderBy = u"id"_s, .withWithdrawn = true});
    REQUIRE(bool(kept));
    for (const KeptRow &one : *kept) {
        QStringList values{QString::number(one.id), QString::number(one.version), toStoredText(one.createdAt)};
        for (const Field &field : type.fields)
            if (!isOfThisFile(type, field))
                values.append(one.row.text(QString::fromLatin1(field.column)));
        rows.append(values.join(u'|'));
    }
    return rows;
}

} // namespace keywork::test
