// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/aside.h"
#include "core/services/keeping/rescuing.h"
#include "core/services/records/records.h"
#include "core/storage/history.h"
#include "core/vault/vault_file.h"
#include "tests/support/trust.h"

namespace keywork::test::rescue_at_the_end_test {

using namespace Qt::StringLiterals;

namespace {

/// A closed house with one resident and a page full of alerts behind them, as its bytes.
struct Closed {
    TestHostel hostel;
    QByteArray bytes;

    Closed()
    {
        const auto ben = aPerson().called(u"Ben"_s, u"Barker"_s).in(hostel);
        for (int i = 0; i < 60; ++i)
            need(hostel.services().records.add(
                Alert{ben.id, {u"other"_s}, u"alert %1 "_s.arg(i).repeated(8), {u"know"_s}, QDate(2026, 9, 1), {}}));
        hostel.hostel.reset();
        hostel.file.reset();
        QFile file(hostel.path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        bytes = file.readAll();
    }
    /// As at the window of a PC that saw the file before it was damaged.
    Result<Rescued> rescued(const QByteArray &damaged, const QString &name)
    {
        const QString path = hostel.folder.filePath(name);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(damaged) == damaged.size());
        file.close();
        const auto header = need(VaultFile::peek(path));
        const HistoryHead known = auditHeadOf(header);
        REQUIRE(known.sequence > 60);
        seen.keep(idOf(header), {known.sequence, known.mac, kNow});
        const auto chosen = HostelFile::choose(path, hostel.clock, seen);
        REQUIRE(bool(chosen));
        return (*chosen)->rescue(path + u".new"_s, {.name = kManager, .password = kPassword}, kGoOn);
    }
    QTemporaryDir pc;
    SeenHeads seen{pc.filePath(u"keywork/seen.json"_s)};
};

void aPersonIn(OpenHostel &hostel) { need(hostel.services().people.takeIn(aPerson().person, aPerson().stay)); }

} // namespace

TEST_CASE("Whichever of the last pages can't be read, the rest of the house is rescued, and work goes on in it")
{
    Closed house;
    const qint64 pages = (house.bytes.size() - 65536) / 4096;
    REQUIRE(pages > 40);
    int ofTheSchema = 0;
    for (qint64 page = pages - 1; page > pages - 25; --page) {
        INFO(page << " of " << pages);
        QByteArray damaged = house.bytes;
        damaged.replace(65536 + page * 4096 + 90, 4, "harm");
        const auto rescued = house.rescued(damaged, u"page%1"_s.arg(page));
        if (!rescued) { // the table of tables itself: nobody knows what the other pages are
            CHECK(rescued.error().detail.contains(u"sqlite_schema"));
            ++ofTheSchema;
            continue;
        }
        auto file = HostelFile::choose(house.hostel.folder.filePath(u"page%1.new"_s.arg(page)), house.hostel.clock, house.seen);
        auto opened = need(file)->signIn(kManager, kPassword);
        for (const FileWarning &warning : need(opened)->warnings()) { // what is lost was told: the new file is no older one
            CHECK(warning.kind != FileWarning::Kind::EntriesMissing);
            CHECK(warning.kind != FileWarning::Kind::OtherHistory);
        }
        const auto people = need(need(opened)->services().records.all<Person>());
        if (people.size() == 1)
            need(need(opened)->services().records.add(Alert{people.first().id, {u"other"_s}, u"x"_s, {u"know"_s}, QDate(2026, 9, 1), {}}));
    }
    CHECK(ofTheSchema <= 2);
}

TEST_CASE("Whoever opens the file that was rescued is told where work goes on, also after work went on there")
{
    Closed house;
    need(house.rescued(house.bytes, u"whole"_s));
    const auto warningsOf = [&](const QString &name) {
        auto file = HostelFile::choose(house.hostel.folder.filePath(name), house.hostel.clock, house.seen);
        auto opened = need(file)->signIn(kManager, kPassword);
        const QList<FileWarning> warnings = need(opened)->warnings();
        aPersonIn(*need(opened));
        return warnings;
    };
    for (int times = 0; times < 2; ++times) {
        for (const FileWarning &warning : warningsOf(u"whole.new"_s))
            CHECK_FALSE(warning.rescuedAt.isValid());
        const QList<FileWarning> told = warningsOf(u"whole"_s);
        REQUIRE_FALSE(told.isEmpty());
        CHECK(told.first().rescuedAt == kNow);
    }
    // Of another file of the same house nothing of it is said.
    CHECK_FALSE(house.seen.rescuedAt(QByteArray(16, 'x'), QByteArray(16, 'y')).isValid());
}

TEST_CASE("Of a file that was cut off what is left is rescued")
{
    Closed house;
    for (const int cut : {1, 4095, 4096, 8192, 40'000}) {
        INFO(cut);
        CHECK(house.rescued(house.bytes.chopped(cut), u"cut%1"_s.arg(cut)));
    }
}

} // namespace keywork::test::rescue_at_the_end_test
