// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/substances.h"

#include "core/base/text.h"
#include "core/services/records/records.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLongestCode = 50;

/// How well a substance fits what was typed: 0 best; none: not at all.
std::optional<int> substanceRank(const Substance &substance, const QString &typed)
{
    const QString name = folded(substance.name);
    if (name.startsWith(typed))
        return 0;
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    for (const QString &said : substance.streetNames.split(u',', Qt::SkipEmptyParts))
        if (folded(said.trimmed()) == typed)
            return 1;
    const auto begins = [&typed](const QString &text) {
        const QStringList words = folded(text).split(between, Qt::SkipEmptyParts);
        return folded(text).contains(u' ' + typed)
            || std::any_of(words.cbegin(), words.cend(), [&typed](const QString &word) { return word.startsWith(typed); });
    };
    if (begins(substance.name))
        return 2;
    return begins(substance.streetNames) ? std::optional(3) : std::nullopt;
}

bool isShippedSubstance(const QString &code)
{
    static const QList<Substance> shipped = shippedSubstances();
    return std::any_of(shipped.cbegin(), shipped.cend(), [&code](const Substance &one) { return one.code == code; });
}

} // namespace

QList<Substance> shippedSubstances()
{
    QFile file(u":/keywork/catalogue/substances.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Substance> substances;
    const QJsonArray lines = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &line : lines) {
        Substance one;
        one.code = line[u"code"].toString();
        one.name = line[u"name"].toString();
        one.substanceClass = fromCode<SubstanceClass>(line[u"class"].toString()).value_or(SubstanceClass::Other);
        one.streetNames = line[u"street_names"].toString();
        substances.append(one);
    }
    return substances;
}

Substances::Substances(Records &records)
    : m_records(records)
{
    records.addLookup(recordType<Substance>(), [this](const Row &row, qint64 self) { return checkOwn(row, self); });
    records.addCompleting(recordType<Substance>(), [this](Row &row, const std::optional<Row> &) { giveCode(row); });
}

/// Ours come in with whoever writes the first review; one of the house's own a manager adds.
Result<Violations> Substances::checkOwn(const Row &row, qint64 self) const
{
    if (self == 0 && !isShippedSubstance(row.text(u"code"_s)) && !m_records.session().manages())
        return Error{m_records.session().refusal(), QString::fromLatin1(recordType<Substance>().table), {}};
    return Violations();
}

void Substances::giveCode(Row &row) const
{
    if (!row.text(u"code"_s).isEmpty())
        return;
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    const QString plain = atMost(folded(row.text(u"name"_s)), kLongestCode).replace(others, u"_"_s);
    const QString wanted = u"own_"_s + plain;
    const auto known = m_records.list(*row.type, {.withWithdrawn = true});
    const auto isTaken = [&known](const QString &code) {
        return known
            && std::any_of(known->cbegin(), known->cend(), [&code](const KeptRow &one) { return one.row.text(u"code"_s) == code; });
    };
    QString code = wanted;
    for (int i = 2; isTaken(code); ++i)
        code = wanted + u'_' + QString::number(i);
    row.set(u"code"_s, code);
}

Result<bool> Substances::takeInMissing()
{
    const auto known = m_records.all<Substance>({.withWithdrawn = true});
    if (!known)
        return known.error();
    bool any = false;
    for (const Substance &substance : shippedSubstances()) {
        const bool isThere = std::any_of(known->cbegin(), known->cend(), [&substance](const Kept<Substance> &one) {
            return one.value.code == substance.code || (!one.withdrawn && sameName(one.value.name, substance.name));
        });
        if (isThere)
            continue;
        if (const auto added = m_records.add(substance); !added)
            return added.error();
        any = true;
    }
    return any;
}

Done Substances::takeInShipped()
{
    if (m_isTakenIn)
        return {};
    bool any = false;
    Done done = m_records.together([&]() -> Done {
        const auto added = takeInMissing();
        if (!added)
            return added.error();
        any = *added;
        return {};
    });
    m_isTakenIn = done && !any;
    if (done && any)
        m_records.forgetLastCommit(); // nobody typed it: Ctrl+Z would take the catalogue out again
    return done;
}

Result<QList<Kept<Substance>>> Substances::all() const { return m_records.all<Substance>({.orderBy = u"name"_s}); }

Result<QList<Kept<Substance>>> Substances::matching(const QString &typed) const
{
    auto found = all();
    if (!found)
        return found;
    found->removeIf([](const Kept<Substance> &one) { return one.value.retired; });
    const QString wanted = folded(typed.trimmed());
    if (wanted.isEmpty())
        return found;
    found->removeIf([&wanted](const Kept<Substance> &one) { return !substanceRank(one.value, wanted); });
    std::stable_sort(found->begin(), found->end(), [&wanted](const Kept<Substance> &a, const Kept<Substance> &b) {
        return *substanceRank(a.value, wanted) < *substanceRank(b.value, wanted);
    });
    return found;
}

} // namespace keywork
