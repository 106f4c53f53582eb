// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/substance_reviews.h"

#include "core/base/anniversary.h"
#include "core/record/validation.h"
#include "core/services/care/substances.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kDaysBack = 27; // the day of the review is the last of the 28

Violations lastUseProblems(QDate asOn, const std::optional<PartialDate> &born, const SubstanceUse &use)
{
    if (!use.lastUsed)
        return {};
    const QString column = u"last_used"_s;
    if (asOn.isValid() && use.lastUsed->earliest() > asOn)
        return {{column, Rule::AfterTheReview, {}}};
    if (born && use.lastUsed->latest() < born->earliest())
        return {{column, Rule::NotAfterBirth, {}}};
    if (born && use.firstAge && use.lastUsed->latest() < yearsAfter(born->earliest(), int(*use.firstAge), MonthEnd::NextDay))
        return {{column, Rule::EndsBeforeStart, {}}};
    const bool isLongAgo = asOn.isValid() && use.lastUsed->latest() < asOn.addDays(-kDaysBack);
    const bool isLately = asOn.isValid() && use.lastUsed->earliest() >= asOn.addDays(-kDaysBack);
    const bool doNotFit = use.days && ((isLongAgo && *use.days > 0) || (isLately && *use.days == 0));
    return doNotFit ? Violations{{column, Rule::DaysDoNotFit, {}}} : Violations();
}

Violations useProblems(QDate asOn, const std::optional<PartialDate> &born, const SubstanceUse &use)
{
    Violations problems = lastUseProblems(asOn, born, use);
    const auto age = born && asOn.isValid() ? ageOn(*born, asOn) : std::nullopt;
    if (use.firstAge && age && *use.firstAge > *age)
        problems.append({u"first_age"_s, Rule::NotThatOld, QString::number(*age)});
    return problems;
}

std::optional<SubstanceUse> useIn(const Row &row) { return recordType<SubstanceUse>().fromRow(row); }

bool isAnsweredAlready(const Violations &violations, const QString &column)
{
    return std::any_of(
        violations.cbegin(), violations.cend(), [&column](const Violation &violation) { return violation.column == column; });
}

} // namespace

Violations reviewProblems(QDate asOn, const std::optional<PartialDate> &born, const QList<std::optional<SubstanceUse>> &uses)
{
    Violations problems;
    std::set<qint64> substances;
    std::set<UseRank> ranks;
    for (qsizetype i = 0; i < uses.size(); ++i) {
        const std::optional<SubstanceUse> &use = uses.at(i);
        if (!use)
            continue;
        if (use->substanceId && !substances.insert(use->substanceId.value).second)
            problems.append({partColumn(i, u"substance_id"_s), Rule::SaidTwice, {}});
        if (use->rank && !ranks.insert(*use->rank).second)
            problems.append({partColumn(i, u"rank"_s), Rule::SaidTwice, {}});
        for (Violation problem : useProblems(use->sameAs.value_or(asOn), born, *use)) {
            problem.column = partColumn(i, problem.column);
            problems.append(problem);
        }
    }
    return problems;
}

UseReview ReviewOnFile::asRule() const
{
    UseReview review{head.value.asOn, {}};
    for (const Kept<SubstanceUse> &use : uses)
        review.uses.append(use.value);
    return review;
}

SubstanceReviews::SubstanceReviews(Records &records, Families &families, Substances &substances)
    : m_records(records)
    , m_families(families)
    , m_substances(substances)
{
}

Result<QList<ReviewOnFile>> SubstanceReviews::reviews(Id<Person> person) const
{
    const auto heads = m_records.of<SubstanceReview>("person_id", person);
    if (!heads)
        return heads.error();
    const auto uses
        = m_records.all<SubstanceUse>({.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}}, .orderBy = u"id"_s});
    if (!uses)
        return uses.error();
    QList<ReviewOnFile> all;
    for (const Kept<SubstanceReview> &head : *heads) {
        ReviewOnFile review{head, {}};
        for (const Kept<SubstanceUse> &use : *uses)
            if (use.value.reviewId == head.id)
                review.uses.append(use);
        all.append(review);
    }
    std::sort(all.begin(), all.end(), [](const ReviewOnFile &a, const ReviewOnFile &b) {
        return std::pair(a.head.value.asOn, a.head.id.value) < std::pair(b.head.value.asOn, b.head.id.value);
    });
    return all;
}

Result<ReviewOnFile> SubstanceReviews::one(Id<SubstanceReview> id) const
{
    const auto head = m_records.one(id);
    if (!head)
        return head.error();
    const auto uses
        = m_records.all<SubstanceUse>({.filters = {{u"review_id"_s, Filter::Comparison::Equals, id.value}}, .orderBy = u"id"_s});
    return uses ? Result<ReviewOnFile>(ReviewOnFile{*head, *uses}) : uses.error();
}

Result<ReviewBegun> SubstanceReviews::begin(Id<Person> person)
{
    const auto all = reviews(person);
    if (!all)
        return all.error();
    ReviewBegun begun;
    begun.head.personId = person;
    begun.head.asOn = m_records.today();
    begun.head.knownFrom = {u"themselves"_s};
    if (all->isEmpty())
        return begun;
    begun.before = all->last().asRule();
    begun.uses = carriedOn(*begun.before);
    return begun;
}

Result<std::optional<ReviewOnFile>> SubstanceReviews::before(Id<Person> person, QDate asOn, Id<SubstanceReview> self) const
{
    const auto all = reviews(person);
    if (!all)
        return all.error();
    std::optional<ReviewOnFile> last;
    for (const ReviewOnFile &review : *all) {
        const bool isEarlier = review.head.value.asOn < asOn || (review.head.value.asOn == asOn && (!self || review.head.id < self));
        if (review.head.id != self && isEarlier)
            last = review;
    }
    return last;
}

/// Everything at once, so that each sentence stands beside its field before anything is kept.
Result<Violations> SubstanceReviews::problemsOf(const Family &family) const
{
    const auto head = recordType<SubstanceReview>().fromRow(family.head.row);
    Violations violations = m_records.check(family.head.row);
    QList<std::optional<SubstanceUse>> uses;
    for (qsizetype i = 0; i < family.parts.size(); ++i) {
        Row row = askedPart(family.parts.at(i).row);
        row.set(u"review_id"_s, std::max<qint64>(family.head.id, 1)); // a new one gets its own when it is kept
        takeOwner(row, family.head.row);
        uses.append(useIn(row));
        for (Violation violation : m_records.check(row)) {
            violation.column = partColumn(i, violation.column);
            violations.append(violation);
        }
    }
    const auto person = head ? m_records.one(head->personId) : Result<Kept<Person>>(Error{ErrorKind::NotFound, {}, {}});
    if (!person)
        return violations.isEmpty() ? Result<Violations>(person.error()) : Result<Violations>(violations);
    for (const Violation &problem : reviewProblems(head->asOn, person->value.bornOn, uses))
        if (!isAnsweredAlready(violations, problem.column))
            violations.append(problem);
    return violations;
}

/// What can't be read stays as it was typed: its problem is said by the check.
Done SubstanceReviews::settle(Family &family, const std::set<qint64> &confirmed) const
{
    const auto head = recordType<SubstanceReview>().fromRow(family.head.row);
    if (!head || !head->personId)
        return {};
    const auto last = before(head->personId, head->asOn, {family.head.id});
    if (!last)
        return last.error();
    const UseReview then = *last ? (*last)->asRule() : UseReview();
    for (KeptRow &part : family.parts) {
        const auto use = useIn(askedPart(part.row));
        if (!use)
            continue;
        std::set<qint64> asked = confirmed;
        if (part.id > 0 && !use->sameAs) // of a review that is corrected, what was said then
            asked.insert(use->substanceId.value);
        part.row = toRow(withSameAs(then, {*use}, asked).first());
    }
    return {};
}

Result<Family> SubstanceReviews::save(Family family, const std::set<qint64> &confirmed, const QString &removed)
{
    if (Done settled = settle(family, confirmed); !settled)
        return settled.error();
    const auto problems = problemsOf(family);
    if (!problems)
        return problems.error();
    return problems->isEmpty() ? m_families.save(std::move(family), removed) : Result<Family>(invalid(*problems));
}

UseComparison SubstanceReviews::compared(const QList<ReviewOnFile> &all, qsizetype before, qsizetype now) const
{
    std::set<qint64> earlier;
    for (qsizetype i = 0; i < before; ++i)
        for (const Kept<SubstanceUse> &use : all.at(i).uses)
            if (use.value.isUsed().value_or(true))
                earlier.insert(use.value.substanceId.value);
    return useChanges(all.at(before).asRule(), all.at(now).asRule(), classes(), earlier);
}

Result<UseComparison> SubstanceReviews::changesSince(Id<Person> person, QDate since) const
{
    const auto all = reviews(person);
    if (!all)
        return all.error();
    if (all->size() < 2)
        return UseComparison();
    qsizetype before = 0;
    for (qsizetype i = 0; i + 1 < all->size(); ++i)
        if (all->at(i).head.value.asOn <= since)
            before = i;
    return compared(*all, before, all->size() - 1);
}

Result<std::optional<UseComparison>> SubstanceReviews::changesOf(const ReviewOnFile &review) const
{
    const auto all = reviews(review.head.value.personId);
    if (!all)
        return all.error();
    for (qsizetype i = 1; i < all->size(); ++i)
        if (all->at(i).head.id == review.head.id)
            return std::optional(compared(*all, i - 1, i));
    return std::optional<UseComparison>();
}

Result<QList<UsePoint>> SubstanceReviews::history(Id<Person> person, Id<Substance> substance) const
{
    const auto all = reviews(person);
    if (!all)
        return all.error();
    QList<UseReview> asRule;
    for (const ReviewOnFile &review : *all)
        asRule.append(review.asRule());
    return useHistory(asRule, substance);
}

ClassOf SubstanceReviews::classes() const
{
    QHash<qint64, SubstanceClass> known;
    const auto all = m_substances.all();
    for (const Kept<Substance> &one : all ? *all : QList<Kept<Substance>>())
        known.insert(one.id.value, one.value.substanceClass);
    return [known](Id<Substance> id) { return known.value(id.value, SubstanceClass::Other); };
}

} // namespace keywork
