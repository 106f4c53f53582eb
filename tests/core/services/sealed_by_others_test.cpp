// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/drafts.h"
#include "core/services/records/history_lines.h"
#include "core/vault/sealed_entries.h"
#include "core/vault/vault_file.h"
#include "tests/support/trust.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace keywork::test::sealed_by_others_test {

using namespace Qt::StringLiterals;

namespace {

/// As anybody does who can write beside the file: its public key stands in clear.
void sealBeside(const QString &path, const QByteArray &plain)
{
    const auto header = VaultFile::peek(path);
    REQUIRE(bool(header));
    need(appendSealed(path, *header, plain));
}

QByteArray waitingText(const QJsonObject &entry)
{
    return QJsonDocument(QJsonObject{{u"id"_s, u"made-up"_s}, {u"kind"_s, u"waiting"_s}, {u"at"_s, u"2026-09-14T08:00:00.000Z"_s},
                             {u"entries"_s, QJsonArray{entry}}})
        .toJson(QJsonDocument::Compact);
}

int unreadableIn(OpenHostel &opened)
{
    int count = 0;
    for (const FileWarning &warning : opened.warnings())
        if (warning.kind == FileWarning::Kind::SealedUnreadable)
            count += int(warning.entries);
    return count;
}

QList<HistoryLine> linesOf(TestHostel &hostel, const QString &action)
{
    QList<HistoryLine> lines = need(hostel.services().audit.list({.limit = 500}));
    lines.removeIf([&](const HistoryLine &line) { return line.action != action; });
    return lines;
}

} // namespace

TEST_CASE("What somebody seals beside the file without having signed in changes no record, names nobody and brings no draft")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const qsizetype changes = linesOf(hostel, u"changed"_s).size();
    hostel.hostel.reset();
    const QJsonObject changed{{u"at"_s, u"2026-09-14T08:00:00.000Z"_s}, {u"by"_s, 1}, {u"action"_s, u"changed"_s}, {u"kind"_s, u"person"_s},
        {u"record"_s, ben.id.value}, {u"person"_s, ben.id.value},
        {u"changes"_s, QJsonObject{{u"given_name"_s, QJsonArray{u"Ben"_s, u"Mallory"_s}}}}, {u"row"_s, true}};
    QJsonObject seen = changed;
    seen.insert(u"action"_s, u"viewed"_s);
    seen.insert(u"row"_s, false);
    const DraftPlace place{u"person"_s, ben.id.value, ben.id.value};
    const QJsonObject draft{{u"kind"_s, u"draft"_s}, {u"at"_s, u"2026-09-14T08:00:00.000Z"_s}, {u"staff"_s, 1},
        {u"place"_s,
            QJsonObject{{u"kind"_s, place.kind}, {u"record"_s, place.record}, {u"person"_s, place.person}, {u"part"_s, place.part}}},
        {u"content"_s, QJsonObject{{u"row"_s, u"made up"_s}}}};
    sealBeside(hostel.path, waitingText(changed));
    sealBeside(hostel.path, QByteArray("KWM1") + QByteArray(32, 'x') + waitingText(changed)); // a proof that does not fit
    sealBeside(hostel.path, QByteArray("KWM1")); // cut
    sealBeside(hostel.path, waitingText(seen));
    sealBeside(hostel.path, QJsonDocument(draft).toJson(QJsonDocument::Compact));
    sealBeside(hostel.path, R"({"id":"other","kind":"something else"})");
    hostel.reopen();
    CHECK(need(hostel.services().records.one(ben.id)).value.givenName == u"Ben"_s);
    CHECK(linesOf(hostel, u"changed"_s).size() == changes);
    CHECK(linesOf(hostel, u"viewed"_s).isEmpty());
    CHECK(linesOf(hostel, u"emergency_step"_s).isEmpty());
    CHECK(hostel.services().drafts.at(place).isEmpty());
    CHECK(unreadableIn(*hostel.hostel) == 6);
    CHECK(verified(hostel).findings.isEmpty());
    hostel.reopen();
    CHECK(unreadableIn(*hostel.hostel) == 0); // once
}

TEST_CASE("An emergency step and a reading outside the window join without a proof, by nobody, and at no time that is still to come")
{
    TestHostel hostel;
    hostel.hostel.reset();
    const QJsonObject restored{{u"at"_s, u"2099-01-01T00:00:00.000Z"_s}, {u"by"_s, 1}, {u"action"_s, u"restored"_s},
        {u"kind"_s, u"person"_s}, {u"record"_s, 7}, {u"person"_s, 7},
        {u"changes"_s, QJsonObject{{u"outside"_s, u"restore"_s}, {u"reason"_s, u"made up"_s}}}, {u"row"_s, false}};
    sealBeside(hostel.path, waitingText(restored));
    sealBeside(hostel.path, R"({"id":"step","kind":"emergency_step","at":"2026-09-14T08:00:00.000Z","said":"999 called"})");
    hostel.reopen();
    CHECK(unreadableIn(*hostel.hostel) == 0);
    REQUIRE(linesOf(hostel, u"restored"_s).size() == 1);
    const HistoryLine line = linesOf(hostel, u"restored"_s).first();
    CHECK(line.by.isEmpty());
    CHECK(line.person == 0);
    CHECK(line.at <= kNow);
    CHECK(line.changes.value(u"said_by"_s).toInteger() == 1);
    CHECK(line.changes.value(u"outside"_s).toString() == u"restore"_s);
    CHECK_FALSE(line.changes.contains(u"reason"_s));
    REQUIRE(linesOf(hostel, u"emergency_step"_s).size() == 1);
    CHECK(linesOf(hostel, u"emergency_step"_s).first().changes.value(u"said"_s).toString() == u"999 called"_s);
}

TEST_CASE("What is sealed while earlier entries are read is in another file, and is not removed with them")
{
    TestHostel hostel;
    hostel.hostel.reset();
    sealBeside(hostel.path, "one");
    const QStringList first = beginReadingSealed(hostel.path);
    REQUIRE(first.size() == 1);
    CHECK(withoutJoining(first.first()) == hostel.path);
    sealBeside(hostel.path, "two");
    int unreadable = 0;
    CHECK(sealedEntries(hostel.path, unreadable).size() == 1);
    CHECK(sealedEntries(first.first(), unreadable).size() == 1);
    const QStringList both = beginReadingSealed(hostel.path); // the first was not read to its end
    REQUIRE(both.size() == 2);
    CHECK(both.first() == first.first());
    removeSealedEntries(both.first());
    CHECK(beginReadingSealed(hostel.path) == QStringList{both.last()});
    CHECK(sealedEntries(both.last(), unreadable).size() == 1);
    CHECK(unreadable == 0);
    CHECK(withoutJoining(hostel.path) == hostel.path);
}

} // namespace keywork::test::sealed_by_others_test
