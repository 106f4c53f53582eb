// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/risks.h"

#include "core/rules/overdose_compared.h"
#include "core/services/care/overdose_reading.h"
#include "core/services/records/names.h"
#include "core/services/records/records.h"
#include "core/storage/table.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A day that is over is no day for the next look, unless it stands there already.
Result<Violations> nextLookIsToCome(const Records &records, const Row &row, qint64 self)
{
    const QString next = row.text(u"review_on"_s);
    if (next.isEmpty() || next >= records.today().toString(Qt::ISODate))
        return Violations();
    if (self > 0) {
        const auto stored = Table(records.database(), *row.type).find(self);
        if (!stored)
            return stored.error();
        if (stored->row.text(u"review_on"_s) == next)
            return Violations();
    }
    return Violations{{u"review_on"_s, Rule::NotToCome, {}}};
}

QString keptDay(QDate day) { return day.toString(Qt::ISODate); }

/// A line each, in the language of the source: a record of what was seen.
QString factsAsText(const OverdoseReading &reading)
{
    const auto asWritten = [](const char *marked) { return QString::fromUtf8(marked); };
    QStringList lines;
    for (const OverdoseFact &fact : reading.facts + reading.notKnown) {
        const char *mark = overdoseMark(fact);
        if (fact.kind == OverdoseFactKind::LeftCustody) { // whoever reads a level need not read about the court
            lines.append(asWritten(QT_TRANSLATE_NOOP("overdose", "Tolerance may be lower since %1.")).arg(keptDay(fact.on.latest)));
            continue;
        }
        lines.append(overdoseSentence(fact, asWritten, keptDay) + (mark ? u" ("_s + asWritten(mark) + u')' : QString()));
    }
    return lines.isEmpty() ? asWritten(nothingRecorded()) : lines.join(u'\n');
}

} // namespace

Risks::Risks(Records &records)
    : m_records(records)
{
    for (const RecordType *type : {static_cast<const RecordType *>(&recordType<Risk>()),
             static_cast<const RecordType *>(&recordType<OverdoseLevel>()), static_cast<const RecordType *>(&recordType<SafetyPlan>())})
        records.addLookup(*type, [this](const Row &row, qint64 self) { return nextLookIsToCome(m_records, row, self); });
    records.addCompleting(recordType<Risk>(), [this](Row &row, const std::optional<Row> &before) { completeRisk(row, before); });
    records.addCompleting(recordType<OverdoseLevel>(), [this](Row &row, const std::optional<Row> &before) {
        if (!before)
            completeLevel(row);
    });
}

/// The approval is of the risk as it stood; a new word in what it says needs another look.
void Risks::completeRisk(Row &row, const std::optional<Row> &before) const
{
    const QString by = u"approved_by"_s;
    const QString on = u"approved_on"_s;
    const QStringList approved{
        u"kind"_s, u"what_may_happen"_s, u"triggers"_s, u"early_signs"_s, u"protects"_s, u"likelihood"_s, u"impact"_s, u"plan"_s};
    const bool isSame = before && std::all_of(approved.cbegin(), approved.cend(), [&](const QString &column) {
        return before->value(column) == row.value(column);
    });
    if (!isSame) {
        row.set(by, QVariant());
        row.set(on, QVariant());
    } else if (!m_records.session().may(Act::Manage, Category::Risk)) { // nobody else says that a manager looked
        row.set(by, before->value(by));
        row.set(on, before->value(on));
    }
}

void Risks::completeLevel(Row &row) const
{
    const qint64 person = row.value(u"person_id"_s).toLongLong();
    const auto onFile = readOverdose(m_records, {person}, m_records.today());
    const auto whole = !onFile || onFile->isPartial ? readOverdose(m_records, {person}, m_records.today(), OverdoseReach::Whole) : onFile;
    if (!onFile || !whole)
        return; // the level stands without them rather than not at all
    const OverdoseReading reading = borneOut(overdoseFacts(onFile->of.value(person)), overdoseFacts(whole->of.value(person)));
    QStringList marks;
    for (const OverdoseFact &fact : reading.facts)
        if (fact.suggestsHigh)
            marks.append(overdoseKey(fact));
    const QString partial = onFile->isPartial ? u'\n'
            + QString::fromUtf8(
                QT_TRANSLATE_NOOP("overdose", "There may be more: whoever recorded this does not see everything on record."))
                                              : QString();
    row.set(u"facts"_s, factsAsText(reading) + partial);
    row.set(u"marks"_s, marks.isEmpty() ? emptyText() : marks.join(u' '));
}

namespace {

OverdosePicture::Unread unreadOf(const OverdoseReading &whole, const OverdoseReading &read)
{
    const QList<OverdoseFact> unread = unreadFacts(whole, read);
    if (std::any_of(unread.cbegin(), unread.cend(), [](const OverdoseFact &fact) { return fact.suggestsHigh; }))
        return OverdosePicture::Unread::CountsAlone;
    return unread.isEmpty() ? OverdosePicture::Unread::None : OverdosePicture::Unread::Fact;
}

} // namespace

Result<OverdosePicture> Risks::overdose(Id<Person> person) const
{
    if (!m_records.mayRead(recordType<OverdoseLevel>()))
        return Error{ErrorKind::NotPermitted, {}, {}};
    if (const auto known = m_records.one(person); !known) // nobody's, or closed
        return known.error();
    if (Done open = m_records.checkOpen(person.value); !open)
        return open.error();
    const auto onFile = readOverdose(m_records, {person.value}, m_records.today());
    if (!onFile)
        return onFile.error();
    const auto levels = m_records.of<OverdoseLevel>("person_id", person);
    if (!levels)
        return levels.error();
    const auto looser = looserRules();
    if (!looser)
        return looser.error();
    OverdosePicture picture{.reading = overdoseFacts(onFile->of.value(person.value)), .looser = *looser, .isPartial = onFile->isPartial};
    if (picture.isPartial) {
        const auto whole = readOverdose(m_records, {person.value}, m_records.today(), OverdoseReach::Whole);
        if (!whole)
            return whole.error();
        const OverdoseReading all = overdoseFacts(whole->of.value(person.value));
        picture.unread = unreadOf(all, picture.reading);
        picture.reading = borneOut(picture.reading, all);
    }
    const auto earlier = [](const Kept<OverdoseLevel> &a, const Kept<OverdoseLevel> &b) { return a.id.value < b.id.value; };
    if (const auto latest = std::max_element(levels->cbegin(), levels->cend(), earlier); latest != levels->cend())
        picture.level = *latest;
    return picture;
}

Result<QList<LooserRule>> Risks::looserRules() const
{
    const auto rules = m_records.all<OverdoseRule>();
    if (!rules)
        return rules.error();
    QMap<int, Kept<OverdoseRule>> latest;
    QList<qint64> setBy;
    for (const Kept<OverdoseRule> &rule : *rules) {
        const auto known = latest.constFind(int(rule.value.fact));
        if (known == latest.constEnd() || rule.id.value > known->id.value)
            latest.insert(int(rule.value.fact), rule);
        setBy.append(rule.createdBy);
    }
    const auto names = namesOf(m_records, recordType<Staff>(), setBy);
    QList<LooserRule> looser;
    for (const Kept<OverdoseRule> &rule : std::as_const(latest))
        if (isLooser(rule.value))
            looser.append({rule.value, names ? names->value(rule.createdBy).text(u"name"_s) : QString(),
                m_records.clock().local(rule.createdAt).date()});
    return looser;
}

Result<Kept<Risk>> Risks::approve(Id<Risk> risk)
{
    if (!m_records.session().may(Act::Manage, Category::Risk))
        return Error{m_records.session().refusal(), {}, {}};
    auto kept = m_records.one(risk);
    if (!kept)
        return kept.error();
    if (!kept->value.waitsForManager())
        return notNow(NotNow::Decided);
    kept->value.approvedBy = m_records.session().staff();
    kept->value.approvedOn = m_records.today();
    return m_records.amend(*kept);
}

std::optional<Kept<SafetyPlan>> latestPlan(const QList<Kept<SafetyPlan>> &plans)
{
    const auto earlier = [](const Kept<SafetyPlan> &a, const Kept<SafetyPlan> &b) {
        return std::tuple(a.value.madeOn, a.id.value) < std::tuple(b.value.madeOn, b.id.value);
    };
    const auto latest = std::max_element(plans.cbegin(), plans.cend(), earlier);
    return latest == plans.cend() ? std::nullopt : std::optional(*latest);
}

} // namespace keywork
