// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/restrictions.h"
#include "core/services/records/drafts.h"
#include "core/storage/query.h"
#include "tests/faults/fault_vfs.h"
#include "tests/support/trust.h"

#include <QDir>
#include <algorithm>

namespace keywork::test {

using namespace Qt::StringLiterals;

/// No file of SQLite's grows while it lives; what is written elsewhere is another disk.
class FullDisk {
public:
    FullDisk() { setRoom(0); }
    ~FullDisk() { setRoom(-1); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;
};

/// A resident who agreed to be referred, in a file that is closed; a PC that keeps what it has seen on another disk.
struct Reception {
    TestHostel hostel;
    QTemporaryDir other;
    SeenHeads seen{other.filePath(u"keywork/seen.json"_s)};
    Id<Person> ben;
    Id<Agency> agency;
    QString path = hostel.path;

    Reception()
    {
        ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel).id;
        agency = anAgency(hostel).id;
        need(hostel.services().agreements.record(agreement(ben, agency), {Category::Identity}));
        hostel.hostel.reset();
        hostel.file.reset();
    }
    void open(const SeenHeads &known)
    {
        auto chosen = HostelFile::choose(path, hostel.clock, known);
        hostel.file = std::move(need(chosen));
        auto opened = hostel.file->signIn(kManager, kPassword);
        hostel.hostel = std::move(need(opened));
    }
    void close()
    {
        hostel.hostel.reset();
        hostel.file.reset();
    }
    Services &on() { return hostel.services(); }
    Result<Kept<Disclosure>> sheet(const QString &name)
    {
        return on().disclosures.leave({.about = forThem(ben, DisclosureKind::EmergencySheet, u"ambulance crew"_s, {Category::Health}),
            .files = {{other.filePath(name), smallestPdf()}}});
    }
    QStringList sealed() const { return QDir(other.filePath(u"keywork"_s)).entryList({u"*.sealed"_s}, QDir::Files); }
    /// What the history says was done, oldest first, behind the first `skipped` entries.
    QStringList done(qsizetype skipped)
    {
        QStringList actions;
        for (const HistoryLine &line : need(on().audit.list({.limit = 500})))
            actions.prepend(line.action);
        return actions.mid(skipped);
    }
    qsizetype entries()
    {
        open(SeenHeads());
        const qsizetype count = need(on().audit.list({.limit = 500})).size();
        close();
        return count + 1; // closing it is one more
    }
};

inline bool saysUnreadable(Reception &house)
{
    const auto warnings = house.hostel.hostel->warnings();
    return std::any_of(
        warnings.cbegin(), warnings.cend(), [](const FileWarning &warning) { return warning.kind == FileWarning::Kind::SealedUnreadable; });
}

inline QString madeBy(Reception &house)
{
    return need(valueOf(house.on().records.database(), u"SELECT made_by FROM derived WHERE what = 'search_text'"_s)).toString();
}

inline void lookPrintAndRefer(Reception &house)
{
    Services &on = house.on();
    CHECK(need(on.records.one(house.ben)).value.givenName == u"Ben"_s);
    need(on.records.note(HistoryAction::Viewed, u"person"_s, house.ben.value, house.ben.value));
    need(house.sheet(u"sheet.pdf"_s));
    CHECK(contentOf(house.other.filePath(u"sheet.pdf"_s)) == smallestPdf());
    const auto sent
        = need(on.referrals.send(wishFor(house.ben, house.agency, {Category::Identity}), {}, TextRenderer(), house.other.path()));
    CHECK(sent.referral.value.number == u"R-0001"_s);
    CHECK(QFile::exists(house.other.filePath(u"referral-R-0001.pdf"_s)));
    Person another;
    another.givenName = u"Grace"_s;
    Stay stay;
    stay.referredOn = QDate(2026, 9, 1);
    CHECK(kindOfError(on.people.takeIn(another, stay)) == ErrorKind::NoRoom);
    CHECK(on.records.waiting() == 5); // signed in, looked at, the sheet, the referral's number, the referral
    CHECK(kindOfError(house.hostel.hostel->takesWriting()) == ErrorKind::NoRoom);
}

inline const QStringList kWaited{
    u"signed_in"_s, u"viewed"_s, u"added"_s, u"exported"_s, u"added"_s, u"changed"_s, u"added"_s, u"added"_s, u"shared"_s};

inline void checkJoined(Reception &house)
{
    const auto referrals = need(house.on().records.all<Referral>());
    REQUIRE(referrals.size() == 1);
    CHECK(referrals.first().value.state == ReferralState::Sent);
    CHECK(referrals.first().value.number == u"R-0001"_s);
    const auto left = need(house.on().disclosures.about(house.ben));
    REQUIRE(left.size() == 2);
    CHECK(left.first().value.referralId == referrals.first().id);
    CHECK((left.first().value.left && left.last().value.left));
    CHECK(need(house.on().disclosures.withFingerprint(fileFingerprint(smallestPdf()))).size() == 1);
    CHECK(need(house.hostel.hostel->problems()).isEmpty());
    CHECK(verified(house.hostel).findings.isEmpty());
    // The series goes on behind what left.
    CHECK(need(sendTo(house.hostel, wishFor(house.ben, house.agency, {Category::Identity}))).referral.value.number == u"R-0002"_s);
}

} // namespace keywork::test
