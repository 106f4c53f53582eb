// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/merging.h"

#include "core/base/name_spelling.h"
#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/domain/restriction.h"
#include "core/domain/retention.h"
#include "core/domain/stay.h"
#include "core/record/not_said.h"
#include "core/record/person_keys.h"
#include "core/record/row_changes.h"
#include "core/record/row_text.h"
#include "core/storage/merged_people.h"
#include "core/storage/moved_records.h"
#include "core/storage/table.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kNumber = QStringLiteral("number");
const QString kNotSaid = QStringLiteral("not_said");

/// What somebody chooses between; the number is the record's, and what was not said goes with its field.
bool isCompared(const Field &field)
{
    const QString column = QString::fromLatin1(field.column);
    return column != kNumber && column != kNotSaid;
}

bool isBlank(const Row &row, const Field &field)
{
    const QVariant value = row.value(QString::fromLatin1(field.column));
    return value.isNull() || value.toString().isEmpty() || (field.kind == Kind::Boolean && !value.toBool());
}

/// The row that stays, with the other's answers in these columns; whether it was said goes along.
Row takenOver(Row stays, const Row &goes, const QStringList &columns)
{
    NotSaid reasons = NotSaid::fromJson(stays.text(kNotSaid));
    const NotSaid others = NotSaid::fromJson(goes.text(kNotSaid));
    for (const QString &column : columns) {
        const Field *field = stays.type->fieldNamed(column);
        if (!field || !isCompared(*field))
            continue;
        stays.set(column, goes.value(column));
        reasons.reasons.remove(column);
        if (const auto reason = others.reasons.constFind(column); reason != others.reasons.constEnd())
            reasons.reasons.insert(column, *reason);
    }
    stays.set(kNotSaid, reasons.toJson());
    return stays;
}

QString fullName(const Row &person) { return (person.text(u"given_name"_s) + u' ' + person.text(u"family_name"_s)).simplified(); }

Result<std::optional<QDate>> nightOfBoth(const Records &records, Id<Person> one, Id<Person> other)
{
    const auto first = records.of<Stay>("person_id", one);
    const auto second = records.of<Stay>("person_id", other);
    if (!first || !second)
        return first ? second.error() : first.error();
    for (const Kept<Stay> &a : *first)
        for (const Kept<Stay> &b : *second)
            if (a.value.arrivedOn && b.value.arrivedOn)
                if (const auto night = firstCommonNight(a.value.nights(), b.value.nights()))
                    return night;
    return std::optional<QDate>();
}

} // namespace

Merging::Merging(Records &records)
    : m_records(records)
{
    // A record that went into another one is only parted from it: nothing else makes it stand again, or changes it.
    records.addLookup(recordType<Person>(), [this](const Row &, qint64 self) -> Result<Violations> {
        const auto isPart = self > 0 ? isPartOfAnother(self) : Result<bool>(false);
        if (!isPart)
            return isPart.error();
        return *isPart ? Result<Violations>(notNow(NotNow::SamePerson)) : Result<Violations>(Violations());
    });
}

Result<bool> Merging::isPartOfAnother(qint64 person) const
{
    const auto merged
        = Table(m_records.database(), recordType<MergedPerson>())
              .list({.filters = {{u"merged_id"_s, Filter::Comparison::Equals, person}, {u"undone_at"_s, Filter::Comparison::IsAbsent}},
                  .limit = 1});
    return merged ? Result<bool>(!merged->isEmpty()) : merged.error();
}

Violations Merging::checkReason(const QString &because) const { return reasonProblems(u"because"_s, because); }

Result<bool> Merging::isToBeErased(Id<Person> person) const
{
    const auto waiting
        = Table(m_records.database(), recordType<Erasure>())
              .list({.filters = {{u"record"_s, Filter::Comparison::Equals, person.value}, {u"erased_at"_s, Filter::Comparison::IsAbsent}}});
    if (!waiting)
        return waiting.error();
    const QString referral = QString::fromLatin1(codeOf(RetentionClass::ReferralIn));
    return std::any_of(waiting->cbegin(), waiting->cend(), [&](const KeptRow &row) { return row.row.text(u"what"_s) != referral; });
}

Done Merging::checkMay() const
{
    const Session &session = m_records.session();
    return session.may(Act::Manage, Category::Identity) ? Done() : Done(Error{session.refusal(), {}, {}});
}

Result<KeptRow> Merging::onFile(Id<Person> person) const
{
    if (Done open = m_records.checkOpen(person.value); !open)
        return open.error();
    auto row = Table(m_records.database(), recordType<Person>()).find(person.value);
    if (row && row->withdrawnAt)
        return Error{ErrorKind::NotFound, u"person"_s, {}};
    return row;
}

Result<bool> Merging::saidToBeTwo(Id<Person> one, Id<Person> other) const
{
    const auto said = m_records.all<DifferentPeople>();
    if (!said)
        return said.error();
    return std::any_of(said->cbegin(), said->cend(), [&](const Kept<DifferentPeople> &two) {
        return (two.value.personId == one && two.value.otherId == other) || (two.value.personId == other && two.value.otherId == one);
    });
}

Result<bool> Merging::isRestricted(Id<Person> person) const
{
    const auto restrictions = m_records.of<Restriction>("person_id", person);
    if (!restrictions)
        return restrictions.error();
    return std::any_of(restrictions->cbegin(), restrictions->cend(),
        [&](const Kept<Restriction> &one) { return one.value.holdsWithin(m_records.today(), m_records.latestDay()); });
}

Result<MergePreview> Merging::preview(Id<Person> stays, Id<Person> goes) const
{
    if (Done may = checkMay(); !may)
        return may.error();
    if (stays == goes)
        return notNow(NotNow::SamePerson);
    const auto first = onFile(stays);
    const auto second = onFile(goes);
    if (!first || !second)
        return first ? second.error() : first.error();
    const auto two = saidToBeTwo(stays, goes);
    if (!two)
        return two.error();
    if (*two)
        return notNow(NotNow::SaidToBeTwo);
    MergePreview preview;
    preview.stays = *first;
    preview.goes = *second;
    for (const Field &field : recordType<Person>().fields) {
        const QString column = QString::fromLatin1(field.column);
        if (!isCompared(field) || isBlank(second->row, field))
            continue;
        if (isBlank(first->row, field))
            preview.lacking.append(column);
        else if (first->row.value(column) != second->row.value(column))
            preview.differing.append(column);
    }
    const auto restricted = isRestricted(stays);
    const auto otherRestricted = isRestricted(goes);
    if (!restricted || !otherRestricted)
        return restricted ? otherRestricted.error() : restricted.error();
    if (*otherRestricted && !*restricted)
        return notNow(NotNow::RestrictedStays);
    for (const Id<Person> person : {stays, goes})
        if (const auto waits = isToBeErased(person); !waits || *waits)
            return waits ? notNow(NotNow::ErasureWaits) : waits.error();
    preview.accessStays = *restricted;
    const auto records = recordsOf(m_records.database(), goes.value, preview.accessStays);
    if (!records)
        return records.error();
    for (const MovedRecords &moved : *records)
        preview.moving.append({moved.type, int(moved.ids.size())});
    const auto night = nightOfBoth(m_records, stays, goes);
    if (!night)
        return night.error();
    preview.bothHereOn = *night;
    return preview;
}

/// The names of both records, where the one that stays is not found by them from now on.
Result<QList<qint64>> Merging::keepNames(const MergePreview &preview, const Row &after)
{
    QList<qint64> made;
    const QStringList known = nameKeys(namesIn(after));
    QStringList names;
    for (const Row *row : {&preview.goes.row, &preview.stays.row})
        names += {fullName(*row), row->text(u"preferred_name"_s)};
    names.removeDuplicates();
    for (const QString &name : std::as_const(names)) {
        const QStringList keys = nameKeys(name);
        const bool isKnown = std::all_of(keys.cbegin(), keys.cend(), [&known](const QString &key) { return known.contains(key); });
        if (name.isEmpty() || isKnown)
            continue;
        const int longest = lengthLimit(*recordType<PersonName>().fieldNamed(u"name"_s));
        const auto kept = m_records.add(PersonName{{preview.stays.id}, {u"also_known_as"_s}, atMost(name, longest)});
        if (!kept)
            return kept.error();
        made.append(kept->id.value);
    }
    return made;
}

Done Merging::moveTo(const MovedRecords &moved, Id<Person> from, Id<Person> to, const QString &reason)
{
    Table table(m_records.database(), *moved.type);
    for (const qint64 id : moved.ids) {
        const auto row = table.find(id);
        if (!row && row.error().kind == ErrorKind::NotFound)
            continue; // erased since
        if (!row)
            return row.error();
        if (row->row.value(moved.column).toLongLong() != from.value)
            continue;
        Row after = row->row;
        after.set(moved.column, to.value);
        if (Done done = m_records.rewrite(*row, after, HistoryAction::Changed, reason); !done)
            return done;
    }
    return {};
}

Result<Kept<MergedPerson>> Merging::merge(const MergeWish &wish)
{
    const auto found = preview(wish.stays, wish.goes);
    if (!found)
        return found.error();
    if (const Violations missing = checkReason(wish.because); !missing.isEmpty())
        return invalid(missing);
    if (found->bothHereOn && !wish.evenIfBothWereHere)
        return notNow(NotNow::BothWereHere);
    for (const Id<Person> person : {wish.stays, wish.goes}) {
        const auto typed = hasDraft(m_records.database(), person.value);
        if (!typed)
            return typed.error();
        if (*typed)
            return notNow(NotNow::TypedMeanwhile);
    }
    std::optional<Kept<MergedPerson>> kept;
    const Done done = m_records.together([&]() -> Done {
        const auto records = recordsOf(m_records.database(), wish.goes.value, found->accessStays);
        if (!records)
            return records.error();
        for (const MovedRecords &moved : *records)
            if (Done went = moveTo(moved, wish.goes, wish.stays, wish.because); !went)
                return went;
        if (Done went = moveDrafts(m_records.database(), wish.goes.value, wish.stays.value); !went)
            return went;
        const Row after = takenOver(found->stays.row, found->goes.row, wish.taken);
        if (after != found->stays.row)
            if (Done said = m_records.rewrite(found->stays, after, HistoryAction::Changed, wish.because); !said)
                return said;
        if (Done gone = m_records.rewrite(found->goes, found->goes.row, HistoryAction::Withdrawn, wish.because); !gone)
            return gone;
        const auto names = keepNames(*found, after);
        if (!names)
            return names.error();
        MergedPerson merged;
        merged.personId = wish.stays;
        merged.mergedId = wish.goes;
        merged.mergedNumber = found->goes.row.text(kNumber);
        merged.mergedName = fullName(found->goes.row);
        merged.because = wish.because;
        merged.wereHereAtOnce = found->bothHereOn.has_value();
        merged.moved = movedJson(*records, *names, wish.stays.value);
        merged.replaced = QString::fromUtf8(QJsonDocument(changesBetween(found->stays.row, after)).toJson(QJsonDocument::Compact));
        auto added = m_records.add(merged);
        if (!added)
            return added.error();
        kept = *added;
        return {};
    });
    return done ? Result<Kept<MergedPerson>>(*kept) : done.error();
}

Result<Id<Person>> Merging::standsIn(Id<Person> person) const
{
    QList<qint64> seen; // a damaged file may lead in a circle
    for (Id<Person> now = person;;) {
        const auto merged = m_records.all<MergedPerson>(
            {.filters = {{u"merged_id"_s, Filter::Comparison::Equals, now.value}, {u"undone_at"_s, Filter::Comparison::IsAbsent}}});
        if (!merged)
            return merged.error();
        if (merged->isEmpty() || seen.contains(now.value))
            return now;
        seen.append(now.value);
        now = merged->first().value.personId;
    }
}

Result<QList<LikelyDouble>> Merging::likelyDoubles() const
{
    constexpr int kMostShown = 100;
    if (Done may = checkMay(); !may)
        return may.error();
    const auto pairs = peopleWhoMayBeOne(m_records.database(), m_records.closed().people(), kMostShown);
    if (!pairs)
        return pairs.error();
    QList<LikelyDouble> doubles;
    for (const TwoAlike &two : *pairs) {
        const auto one = m_records.one(Id<Person>{two.one});
        const auto other = m_records.one(Id<Person>{two.other});
        if (!one || !other)
            return one ? other.error() : one.error();
        doubles.append({*one, *other, two.sameNumber});
    }
    return doubles;
}

Result<Kept<DifferentPeople>> Merging::notTheSame(Id<Person> one, Id<Person> other, const QString &because)
{
    if (Done may = checkMay(); !may)
        return may.error();
    if (one == other)
        return notNow(NotNow::SamePerson);
    for (const Id<Person> person : {one, other})
        if (const auto row = onFile(person); !row)
            return row.error();
    return m_records.add(DifferentPeople{one, other, because});
}

} // namespace keywork
