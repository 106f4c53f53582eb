// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/seen_heads.h"
#include "tests/support/test_hostel.h"

#include <QDir>
#include <QTemporaryDir>
#include <thread>
#include <vector>

namespace keywork::test::seen_heads_test {

using namespace Qt::StringLiterals;

TEST_CASE("A worker that notes wrong passwords and the window that writes what it has seen take nothing from each other")
{
    const QTemporaryDir pc;
    const QString path = pc.filePath(u"keywork/seen.json"_s);
    const QByteArray ours(16, 'a');
    const QByteArray theirs(16, 'b');
    constexpr int kTimes = 20;
    std::vector<std::thread> writers;
    writers.emplace_back([&] {
        for (int i = 0; i < kTimes; ++i)
            SeenHeads(path).noteTry(ours);
    });
    writers.emplace_back([&] {
        for (int i = 1; i <= kTimes; ++i)
            SeenHeads(path).keep(ours, {i, QByteArray("mac"), kNow});
    });
    writers.emplace_back([&] {
        for (int i = 1; i <= kTimes; ++i)
            SeenHeads(path).keep(theirs, {1000 + i, QByteArray("other"), kNow});
    });
    for (std::thread &writer : writers)
        writer.join();
    const SeenHeads seen(path);
    CHECK(seen.recentTries(ours) == kTimes);
    CHECK(seen.of(ours).sequence == kTimes);
    CHECK(seen.of(ours).mac == QByteArray("mac"));
    CHECK(seen.of(theirs).sequence == 1000 + kTimes);
    CHECK(seen.recentTries(theirs) == 0);
    // Nothing half written is left, only the file and the turn.
    CHECK(QDir(pc.filePath(u"keywork"_s)).entryList(QDir::Files, QDir::Name) == QStringList{u"seen.json"_s, u"seen.json.turn"_s});
}

TEST_CASE("A PC that keeps nothing writes nothing and knows nothing")
{
    const SeenHeads nowhere;
    nowhere.keep(QByteArray(16, 'a'), {7, QByteArray("mac"), kNow});
    nowhere.noteTry(QByteArray(16, 'a'));
    CHECK(nowhere.of(QByteArray(16, 'a')).sequence == 0);
    CHECK(nowhere.recentTries(QByteArray(16, 'a')) == 0);
}

} // namespace keywork::test::seen_heads_test
