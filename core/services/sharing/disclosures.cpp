// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/disclosures.h"

#include "core/domain/house.h"
#include "core/record/row_text.h"
#include "core/services/records/names.h"
#include "core/services/records/records.h"
#include "core/services/records/waiting.h"
#include "core/storage/database.h"
#include "core/storage/table.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A fingerprint that is shorter says too little to name one file.
constexpr int kShortestFingerprint = 12;

QString fingerprintsOf(const Exit &exit)
{
    QStringList all;
    for (const OutgoingFile &file : exit.files)
        all.append(fileFingerprint(file.bytes));
    if (exit.files.isEmpty())
        all.append(fileFingerprint(exit.paper));
    for (const QString &also : exit.alsoKnownBy)
        if (const QString one = QString(also).remove(u'-'); !one.isEmpty() && !all.contains(one))
            all.append(one);
    return all.join(u',');
}

struct Written {
    Done done;
    bool somethingStays = false; ///< a file that could not be taken back: a stick was pulled
};

/// A list of the house that whoever is signed in takes along.
Disclosure listFor(const QString &recipient, const QString &kind, const QStringList &residents)
{
    Disclosure about;
    about.kind = DisclosureKind::ListExport;
    about.recipient = recipient;
    about.basis = DisclosureBasis::HouseWork;
    about.reason = kind;
    about.residents = residents.join(u',');
    return about;
}

/// About one resident it stands in their record.
Disclosure onPaper(Disclosure about, DisclosureKind what, const QList<Id<Person>> &people, const std::set<Category> &sections)
{
    about.kind = what;
    about.sections = codesOf(sections);
    if (people.size() == 1 && what != DisclosureKind::ListExport) {
        about.personId = people.first();
        about.residents.clear();
    }
    return about;
}

HistoryAction actionOf(const Exit &exit)
{
    if (exit.about.kind == DisclosureKind::Referral)
        return HistoryAction::Shared;
    const bool printed = exit.files.isEmpty() && exit.about.kind != DisclosureKind::ListExport;
    return printed ? HistoryAction::Printed : HistoryAction::Exported;
}

/// A crew waits for an emergency sheet; of everything else it has to be known for good that it left.
/// What saves lives leaves whatever becomes of the note.
Later laterOf(const Disclosure &about)
{
    const bool isUrgent = about.kind == DisclosureKind::EmergencySheet || about.kind == DisclosureKind::RollCall;
    return isUrgent ? Later::Always : Later::Sealed;
}

/// All of the files or none of them.
Written writeAll(const QList<OutgoingFile> &files)
{
    QStringList written;
    for (const OutgoingFile &file : files) {
        const Done done = writeDurably(file.path, file.bytes, file.ifThere);
        if (!done) {
            const bool stays
                = std::count_if(written.cbegin(), written.cend(), [](const QString &path) { return !QFile::remove(path); }) > 0;
            return {done, stays};
        }
        written.append(file.path);
    }
    return {};
}

} // namespace

QString fileFingerprint(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString codesOf(const std::set<Category> &categories)
{
    QStringList codes;
    for (const Category category : categories)
        codes.append(QString::fromLatin1(codeOf(category)));
    return codes.join(u',');
}

std::set<Category> categoriesOf(const QString &codes)
{
    std::set<Category> categories;
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts))
        if (const auto category = fromCode<Category>(code))
            categories.insert(*category);
    return categories;
}

Disclosure forThem(Id<Person> person, DisclosureKind kind, const QString &recipient, const std::set<Category> &sections)
{
    Disclosure about;
    about.personId = person;
    about.kind = kind;
    about.recipient = recipient;
    about.basis = DisclosureBasis::OwnCopy;
    about.sections = codesOf(sections);
    return about;
}

Disclosures::Disclosures(Records &records)
    : m_records(records)
{
    records.addLookup(recordType<Disclosure>(), [this](const Row &row, qint64 self) { return staysAsKept(row, self); });
}

/// What left is not told otherwise afterwards; only what was kept a moment ago may turn out not to have left.
Result<Violations> Disclosures::staysAsKept(const Row &row, qint64 self) const
{
    Violations violations;
    if (self == 0)
        return violations;
    const auto stored = Table(m_records.database(), recordType<Disclosure>()).find(self); // whoever may write may not always read
    if (!stored)
        return stored.error();
    for (const Field &field : row.type->fields) {
        const QString column = QString::fromLatin1(field.column);
        const bool mayTurnOut = self == m_lastKept && column == u"did_leave";
        if (!mayTurnOut && row.value(column) != stored->row.value(column))
            violations.append({column, Rule::StaysAsItWas, {}});
    }
    return violations;
}

Result<Kept<Disclosure>> Disclosures::keep(const Exit &exit)
{
    std::optional<Kept<Disclosure>> kept;
    Disclosure about = exit.about;
    about.fileFingerprint = fingerprintsOf(exit);
    if (m_records.session().isLookOnly())
        return keepFromCopy(exit, about);
    const auto write = [&]() -> Done {
        if (exit.before)
            if (Done before = exit.before(about); !before)
                return before;
        auto added = m_records.add(about);
        if (!added)
            return added.error();
        kept = *added;
        return m_records.note(
            actionOf(exit), u"disclosure"_s, added->id.value, about.personId.value, {{u"what"_s, QString::fromLatin1(codeOf(about.kind))}});
    };
    const bool mayWait = !exit.before || about.kind == DisclosureKind::Referral;
    const Done done = mayWait ? m_records.togetherOrLater(laterOf(about), write) : m_records.together(write);
    if (!done)
        return done.error();
    m_lastKept = kept->id.value;
    return *kept;
}

/// The copy goes with the window: what leaves is told to the file that it was made of.
Result<Kept<Disclosure>> Disclosures::keepFromCopy(const Exit &exit, const Disclosure &about)
{
    const RecordType &type = recordType<Disclosure>();
    const Session &session = m_records.session();
    const bool isFromHistory = about.reason == u"history" && session.roleMay(Act::ExportHistory, Category::House);
    if (exit.before || (!session.roleMay(type.access.add, type.category) && !isFromHistory))
        return Error{session.refusal(), {}, {}};
    if (about.personId)
        if (Done open = m_records.checkOpen(about.personId.value); !open)
            return open.error();
    if (const Violations violations = m_records.check(toRow(about)); !violations.isEmpty())
        return invalid(violations);
    m_lastFromCopy = {newWaitingId(), actionOf(exit)};
    if (Done sealed = sealFromCopy(about); !sealed)
        return sealed.error();
    Kept<Disclosure> kept;
    kept.value = about;
    return kept;
}

Done Disclosures::sealFromCopy(const Disclosure &about)
{
    HistoryEntry added;
    added.at = m_records.clock().now();
    added.by = m_records.session().staff().value;
    added.action = HistoryAction::Added;
    added.kind = QString::fromLatin1(recordType<Disclosure>().table);
    added.person = about.personId.value;
    added.changes = changesBetween(std::nullopt, toRow(about));
    HistoryEntry noted = added;
    noted.action = m_lastFromCopy.action;
    noted.changes = {{u"what"_s, QString::fromLatin1(codeOf(about.kind))}};
    const bool sealed = m_records.keepForLater({m_lastFromCopy.id, {{added, true}, {noted, false}}, false}, laterOf(about));
    return sealed ? Done() : Done(Error{ErrorKind::ReadOnly, u"nowhere to keep what leaves"_s, {}});
}

Result<Kept<Disclosure>> Disclosures::leave(const Exit &exit)
{
    for (const OutgoingFile &file : exit.files)
        if (Done may = checkMayWrite(file.path, file.bytes, file.ifThere); !may)
            return may.error();
    auto kept = keep(exit);
    if (!kept)
        return kept;
    const Written written = writeAll(exit.files);
    if (written.done)
        return kept;
    if (written.somethingStays) // it counts as left: better one entry too many than one too few
        return written.done.error();
    Done back = m_records.togetherOrLater(Later::Always, [&]() -> Done {
        if (exit.whenNothingLeft)
            if (Done undone = exit.whenNothingLeft(*kept); !undone)
                return undone;
        return didNotLeave(*kept);
    });
    return back ? written.done.error() : back.error();
}

Done Disclosures::didNotLeave(const Kept<Disclosure> &disclosure)
{
    if (m_records.session().isLookOnly()) {
        Disclosure about = disclosure.value;
        about.left = false;
        return sealFromCopy(about);
    }
    // Who may let only the history leave changes no disclosure, except that theirs of a moment ago did not leave.
    if (!m_records.mayChange(recordType<Disclosure>()) && disclosure.id.value == m_lastKept)
        return takeBackByHand(disclosure);
    Kept<Disclosure> amended = disclosure;
    amended.value.left = false;
    return m_records.togetherOrLater(Later::Always, [&]() -> Done { // what waits is read in the commit alone
        auto saved = m_records.amend(amended);
        return saved ? Done() : Done(saved.error());
    });
}

Done Disclosures::takeBackByHand(const Kept<Disclosure> &disclosure)
{
    return m_records.togetherOrLater(Later::Always, [&]() -> Done { // what waits is read in the commit alone
        const auto before = Table(m_records.database(), recordType<Disclosure>()).find(disclosure.id.value);
        if (!before)
            return before.error();
        if (before->version != disclosure.version)
            return Error{ErrorKind::Conflict, {}, {}};
        Row after = before->row;
        after.set(u"did_leave"_s, 0);
        return m_records.rewrite(*before, after, HistoryAction::Changed, {});
    });
}

Result<Disclosure> Disclosures::aboutList(const QString &kind, const QList<Id<Person>> &people) const
{
    if (!m_records.session().may(Act::Export, Category::Identity))
        return Error{m_records.session().refusal(), {}, {}};
    return listOf(kind, people);
}

Result<Disclosure> Disclosures::listOf(const QString &kind, const QList<Id<Person>> &people) const
{
    QList<qint64> ids;
    for (const Id<Person> person : people)
        ids.append(person.value);
    const auto known = namesOf(m_records, recordType<Person>(), ids);
    if (!known)
        return known.error();
    QStringList numbers;
    for (const qint64 id : std::as_const(ids)) {
        const auto person = known->constFind(id);
        if (person == known->constEnd())
            return Error{ErrorKind::NotFound, QString::fromLatin1(recordType<Person>().table), {}};
        numbers.append(person->text(u"number"_s));
    }
    return listFor(m_records.session().name(), kind, numbers);
}

Result<Disclosure> Disclosures::aboutPaper(
    DisclosureKind what, const QString &kind, const QList<Id<Person>> &people, const std::set<Category> &sections) const
{
    const auto about = aboutList(kind, people);
    return about ? Result<Disclosure>(onPaper(*about, what, people, sections)) : about;
}

Result<Disclosure> Disclosures::aboutShiftPaper(
    const QString &kind, const QList<Id<Person>> &people, const std::set<Category> &sections) const
{
    if (!m_records.mayAdd(recordType<Disclosure>()))
        return Error{m_records.session().refusal(), {}, {}};
    const auto about = listOf(kind, people);
    return about ? Result<Disclosure>(onPaper(*about, DisclosureKind::RecordPrint, people, sections)) : about;
}

Result<Kept<Disclosure>> Disclosures::leaveList(const QString &kind, const QList<Id<Person>> &people, const OutgoingFile &file)
{
    const auto about = aboutList(kind, people);
    if (!about)
        return about.error();
    if (Done confirmed = m_records.checkConfirmed(); !confirmed)
        return confirmed.error();
    return leave({.about = *about, .files = {file}});
}

Result<Kept<Disclosure>> Disclosures::leaveHistory(const QStringList &residents, const OutgoingFile &file)
{
    const Session &session = m_records.session();
    if (!session.may(Act::ExportHistory, Category::House))
        return Error{session.refusal(), {}, {}};
    if (Done confirmed = m_records.checkConfirmed(); !confirmed)
        return confirmed.error();
    return leave({.about = listFor(session.name(), u"history"_s, residents), .files = {file}});
}

Result<Kept<Disclosure>> Disclosures::keepList(const QString &kind, const QList<Id<Person>> &people, const QByteArray &text)
{
    const auto about = aboutList(kind, people);
    if (!about)
        return about.error();
    return keep({.about = *about, .paper = text});
}

Result<QList<Kept<Disclosure>>> Disclosures::about(Id<Person> person) const
{
    if (Done open = m_records.checkOpen(person.value); !open)
        return open.error();
    const auto who = m_records.one(person);
    if (!who)
        return who.error();
    auto all = m_records.all<Disclosure>({.orderBy = u"id"_s, .descending = true});
    if (!all)
        return all;
    all->removeIf([&](const Kept<Disclosure> &kept) {
        return kept.value.personId != person && !kept.value.residents.split(u',').contains(who->value.number);
    });
    return all;
}

Result<QList<Kept<Disclosure>>> Disclosures::withFingerprint(const QString &typed) const
{
    const QString wanted = QString(typed).remove(u'-').remove(u' ').toLower();
    if (wanted.size() < kShortestFingerprint)
        return QList<Kept<Disclosure>>();
    auto all = m_records.all<Disclosure>({.orderBy = u"id"_s, .descending = true});
    if (!all)
        return all;
    all->removeIf([&](const Kept<Disclosure> &kept) {
        for (const QString &one : kept.value.fileFingerprint.split(u','))
            if (one.startsWith(wanted))
                return false;
        return true;
    });
    return all;
}

} // namespace keywork
