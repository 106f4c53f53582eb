// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/aside.h"
#include "core/services/records/drafts.h"
#include "core/vault/vault_file.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

#include <QDir>

namespace keywork::test::stood_aside_drafts_test {

using namespace Qt::StringLiterals;

namespace {

/// A form that was sealed on this PC while the file took nothing, and one that was saved in the file as a draft since.
struct TypedTwice {
    TestHostel hostel;
    QTemporaryDir pc;
    SeenHeads seen{pc.filePath(u"keywork/seen.json"_s)};
    DraftPlace place{u"alert"_s, 0, aPerson().in(hostel).id.value};

    void typedInTheFile(const QString &words) { need(hostel.services().drafts.keep(place, draftOf(words))); }
    void sealedBefore(const QString &words, int minutes)
    {
        const qint64 staff = hostel.hostel->session().staff().value;
        close();
        const auto vault = VaultFile::unlock(hostel.path, kManager, kPassword);
        REQUIRE(bool(vault));
        const WaitingDraft draft{staff, place, draftOf(words), kNow.addSecs(-60 * minutes)};
        REQUIRE(Aside(seen, idOf((*vault)->header())).keep(**vault, draft));
    }
    static QJsonObject draftOf(const QString &words)
    {
        return {{u"row"_s, QJsonObject{{u"what"_s, words}, {u"known_by"_s, QJsonValue()}}}, {u"base"_s, QJsonObject{{u"what"_s, words}}}};
    }
    void close()
    {
        hostel.hostel.reset();
        hostel.file.reset();
    }
    void signIn()
    {
        close();
        auto chosen = HostelFile::choose(hostel.path, hostel.clock, seen);
        hostel.file = std::move(need(chosen));
        auto opened = hostel.file->signIn(kManager, kPassword);
        hostel.hostel = std::move(need(opened));
    }
    Drafts &drafts() { return hostel.services().drafts; }
    QStringList sealed() const { return QDir(pc.filePath(u"keywork"_s)).entryList({u"*.sealed"_s}, QDir::Files); }
};

} // namespace

TEST_CASE("What stands aside is told for its place alone, taken in exchange for what waits there, and dropped")
{
    TypedTwice house;
    house.typedInTheFile(u"the newer words"_s);
    house.sealedBefore(u"what she said at ten"_s, 30);
    house.signIn();
    const QDateTime earlier = kNow.addSecs(-1800);
    CHECK(house.drafts().standAside(house.place) == QList<QDateTime>{earlier});
    DraftPlace other = house.place;
    other.part = u"another"_s;
    CHECK(house.drafts().standAside(other).isEmpty());
    CHECK(kindOfError(house.drafts().takeAside(other, earlier)) == ErrorKind::NotFound);
    CHECK(kindOfError(house.drafts().takeAside(house.place, kNow.addSecs(-60))) == ErrorKind::NotFound);
    for (int times = 0; times < 2; ++times) { // there and back again
        need(house.drafts().takeAside(house.place, house.drafts().standAside(house.place).first()));
        CHECK(house.drafts().at(house.place) == TypedTwice::draftOf(times == 0 ? u"what she said at ten"_s : u"the newer words"_s));
        CHECK(house.drafts().standAside(house.place).size() == 1);
        CHECK(house.drafts().places() == QList<DraftPlace>{house.place});
    }
    need(house.drafts().dropAside(house.place, earlier));
    CHECK(house.drafts().standAside(house.place).isEmpty());
    CHECK(house.drafts().at(house.place) == TypedTwice::draftOf(u"the newer words"_s));
    house.signIn();
    CHECK(house.drafts().at(house.place) == TypedTwice::draftOf(u"the newer words"_s));
}

TEST_CASE("A form that was sealed while there was no room is not lost to a newer one of its place: it is offered behind that")
{
    TypedTwice house;
    house.typedInTheFile(u"the newer words"_s);
    house.sealedBefore(u"what she said at ten"_s, 30);
    CHECK(house.sealed().size() == 1);
    house.signIn();
    CHECK(house.sealed().isEmpty()); // the file has it
    CHECK(house.drafts().at(house.place) == TypedTwice::draftOf(u"the newer words"_s));
    CHECK(house.drafts().places() == QList<DraftPlace>{house.place});
    CHECK(house.drafts().waiting() == 0);
    house.signIn(); // nobody has dealt with the newer one yet
    CHECK(house.drafts().at(house.place) == TypedTwice::draftOf(u"the newer words"_s));
    need(house.drafts().discard(house.place));
    CHECK(house.drafts().at(house.place).isEmpty()); // not into a form that may be open
    CHECK(house.drafts().places().isEmpty());
    house.signIn();
    CHECK(house.drafts().at(house.place) == TypedTwice::draftOf(u"what she said at ten"_s));
    CHECK(house.drafts().places() == QList<DraftPlace>{house.place});
    need(house.drafts().discard(house.place));
    house.signIn();
    CHECK(house.drafts().at(house.place).isEmpty()); // offered once
}

TEST_CASE("What was typed on since it was sealed is one form, and a newer sealed one counts")
{
    TypedTwice house;
    house.typedInTheFile(u"she said that she would come"_s);
    house.sealedBefore(u"she said"_s, 30);
    house.signIn();
    need(house.drafts().discard(house.place));
    house.signIn();
    CHECK(house.drafts().places().isEmpty());
    house.typedInTheFile(u"before"_s);
    house.hostel.clock.set(kNow.addSecs(3600));
    house.sealedBefore(u"after"_s, -30);
    house.signIn();
    CHECK(house.drafts().at(house.place) == TypedTwice::draftOf(u"after"_s));
}

} // namespace keywork::test::stood_aside_drafts_test
