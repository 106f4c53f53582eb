// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/merged_person.h"
#include "core/services/records/records.h"

namespace keywork {

struct MovedRecords;
struct TwoAlike;

/// Two records of one person, side by side.
struct MergePreview {
    KeptRow stays;
    KeptRow goes;
    /// What the one that stays lacks and the other has; a screen begins with these taken over.
    QStringList lacking;
    /// What both say, differently.
    QStringList differing;
    /// What would be moved, and how many of each kind.
    QList<std::pair<const RecordType *, int>> moving;
    std::optional<QDate> bothHereOn; ///< a night on which both had a room: they may be two people
    bool accessStays = false; ///< who needs to know the restricted record that stays is not widened by the other's list
};

struct MergeWish {
    Id<Person> stays;
    Id<Person> goes;
    QStringList taken; ///< columns in which the other's answer counts
    QString because;
    bool evenIfBothWereHere = false;
};

/// What stays with the record after two were parted again, since it came when they were one.
struct LeftBehind {
    QList<KeptRow> records;
    QStringList fields; ///< of the person's own row, changed since
    bool isNothing() const { return records.isEmpty() && fields.isEmpty(); }
};

/// Two people on file who may be one.
struct LikelyDouble {
    Kept<Person> one;
    Kept<Person> other;
    bool sameNumber = false;
};

/// A person who was taken in twice: everything goes to one record, by the descriptions, so that a kind that is added later
/// goes along; names of the other stay as other names, its number stays findable. For managers alone.
class Merging {
public:
    explicit Merging(Records &records);

    /// NotPermitted, NeedToKnow, NotFound (also for one who was taken out); NotAllowedNow: SamePerson, SaidToBeTwo,
    /// RestrictedStays, ErasureWaits.
    Result<MergePreview> preview(Id<Person> stays, Id<Person> goes) const;
    /// One commit. Besides: Invalid without a reason, NotAllowedNow: BothWereHere unless confirmed, TypedMeanwhile.
    Result<Kept<MergedPerson>> merge(const MergeWish &wish);

    /// What would stay with the record; nothing as long as nothing was saved on it since.
    Result<LeftBehind> leftBehind(Id<MergedPerson> merged) const;
    /// Parts them again; what was written since below a record that goes back goes with it. Invalid without a reason;
    /// NotAllowedNow: StaysAsItIs when that was done before, LaterMergeFirst.
    Done undo(Id<MergedPerson> merged, const QString &because);

    /// The record that holds what is known about the person now: their own, or the one that it was made one with.
    Result<Id<Person>> standsIn(Id<Person> person) const;

    /// At most 100, surer ones first.
    Result<QList<LikelyDouble>> likelyDoubles() const;
    Result<Kept<DifferentPeople>> notTheSame(Id<Person> one, Id<Person> other, const QString &because);

private:
    Done checkMay() const;
    Result<KeptRow> onFile(Id<Person> person) const;
    Result<bool> saidToBeTwo(Id<Person> one, Id<Person> other) const;
    Result<bool> isRestricted(Id<Person> person) const;
    Result<bool> isToBeErased(Id<Person> person) const;
    Result<bool> isPartOfAnother(qint64 person) const;
    Result<QList<MovedRecords>> goingBack(const Kept<MergedPerson> &merged) const;
    Violations checkReason(const QString &because) const;
    Result<QList<qint64>> keepNames(const MergePreview &preview, const Row &after);
    /// Of these, whatever still refers to `from` refers to `to` from now on.
    Done moveTo(const MovedRecords &moved, Id<Person> from, Id<Person> to, const QString &reason);
    Done moveBack(const Kept<MergedPerson> &merged, const QString &reason);
    Done restoreOwn(const MergedPerson &merged, const QString &reason);
    Records &m_records;
};

} // namespace keywork
