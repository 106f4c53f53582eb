// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/kept_facts.h"

#include "core/base/pence.h"
#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/domain/substance_use.h"
#include "core/record/codec.h"
#include "core/record/table_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool isTypedText(const Field &field) { return field.kind == Kind::Text && !field.list && !field.kept; }

const Field *noteOf(const RecordType &type)
{
    for (const QString &column : {u"note"_s, u"notes"_s})
        if (const Field *field = type.fieldNamed(column); field && isTypedText(*field))
            return field;
    return nullptr;
}

/// The one amount in what somebody wrote; none where there is none, or which one is meant nobody can know.
std::optional<Pence> amountIn(const QString &text, const Field &field)
{
    static const QRegularExpression number(u"[0-9][0-9,]*(?:\\.[0-9]+)?"_s);
    std::optional<Pence> found;
    for (auto each = number.globalMatch(text); each.hasNext();) {
        if (found)
            return {};
        found = Pence::fromText(each.next().captured());
        if (!found)
            return {};
    }
    return found && found->value >= field.smallest && found->value <= field.largest ? found : std::nullopt;
}

/// Puts the words where they belong; false when the field takes them not, or not whole.
bool putFact(QVariantMap &fact, const Field &field, const QString &words)
{
    const QString column = QString::fromLatin1(field.column);
    if (field.kind == Kind::Money) {
        const auto amount = amountIn(words, field);
        if (amount)
            fact.insert(column, Codec<Pence>::encode(*amount));
        return amount && Pence::fromText(words).has_value();
    }
    if (!isTypedText(field))
        return false;
    const QString fits = field.multiline ? words : onOneLine(words);
    fact.insert(column, atMost(fits, lengthLimit(field)));
    return fits.size() <= lengthLimit(field) && (field.multiline || !words.contains(u'\n'));
}

void putNote(QVariantMap &fact, const RecordType &type, const QStringList &lines)
{
    const Field *note = noteOf(type);
    if (!note || lines.isEmpty())
        return;
    const QString words = note->multiline ? lines.join(u'\n') : onOneLine(lines.join(u"; "_s));
    fact.insert(QString::fromLatin1(note->column), atMost(words, lengthLimit(*note)));
}

/// A line for each row, what stands in its first cell first.
QString linesOf(const QList<QStringList> &rows)
{
    QStringList lines;
    for (const QStringList &row : rows) {
        QStringList said;
        for (const QString &cell : row)
            if (!cell.trimmed().isEmpty())
                said.append(onOneLine(cell.trimmed()));
        if (!said.isEmpty())
            lines.append(said.join(u", "_s));
    }
    return lines.join(u'\n');
}

QVariantMap factOfRow(const Question &question, const RecordType &type, const QStringList &cells)
{
    QVariantMap fact;
    QStringList rest;
    for (qsizetype i = 0; i < question.columns.size(); ++i) {
        const QString words = cells.value(i).trimmed();
        const Field *named = type.fieldNamed(question.columns.at(i).id);
        const Field *field = named ? named : i == 0 ? fieldKeeping(question) : nullptr;
        if (!words.isEmpty() && !(field && putFact(fact, *field, words)))
            rest.append(u"%1: %2"_s.arg(question.columns.at(i).label, words));
    }
    putNote(fact, type, rest);
    return fact;
}

} // namespace

const RecordType *kindKeeping(const Question &question)
{
    static const QList<Place> places{Place::Resident, Place::Money, Place::Treatment};
    const RecordType *type = kindOf(question.keptAs.section(u'.', 0, 0));
    return type && (places.contains(type->place) || type == &recordType<SubstanceReview>()) && !type->childOf ? type : nullptr;
}

const Field *fieldKeeping(const Question &question)
{
    const RecordType *type = kindKeeping(question);
    const Field *field = type ? type->fieldNamed(question.keptAs.section(u'.', 1)) : nullptr;
    return field && isTypedText(*field) ? field : nullptr;
}

QList<QVariantMap> keptFacts(const Question &question, const QVariant &answer)
{
    const RecordType *type = kindKeeping(question);
    if (!type)
        return {};
    QList<QVariantMap> facts;
    const Field *whole = fieldKeeping(question);
    if (question.kind == QuestionKind::Table && whole && whole->multiline) {
        QVariantMap all;
        const QString lines = linesOf(tableRows(answer.toString(), question.columns.size()));
        if (!lines.isEmpty())
            putFact(all, *whole, lines);
        return {all};
    }
    if (question.kind == QuestionKind::Table) {
        for (const QStringList &cells : tableRows(answer.toString(), question.columns.size()))
            facts.append(factOfRow(question, *type, cells));
        return facts;
    }
    QVariantMap fact;
    const Field *field = fieldKeeping(question);
    const QString words = answer.toString().trimmed();
    const bool isWords = question.kind == QuestionKind::Text || question.kind == QuestionKind::LongText;
    if (field && isWords && !words.isEmpty() && !putFact(fact, *field, words))
        putNote(fact, *type, {words});
    return {fact};
}

} // namespace keywork
