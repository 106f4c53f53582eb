// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_history.h"

#include "core/domain/history_action.h"
#include "core/domain/kinds.h"
#include "ui/text/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace keywork::words {

QString historySentence(const HistoryLine &line, const ChoiceSource &choices, const Clock &clock)
{
    const RecordType *type = kindOf(line.kind);
    QString what = type ? label(type->title) : QString();
    if (!line.member.isEmpty())
        what += u' ' + line.member;
    if (const WithinField within = type ? withinOf(*type) : WithinField(); within.field && !line.within.isEmpty()) {
        Row row = emptyRow(*within.type);
        row.set(QString::fromLatin1(within.field->column), line.within);
        what += u" · "_s + value(row, *within.field, choices, {}, clock);
    }
    QStringList parts;
    const auto rowOf = [&](int which) { // what the entry says of the whole row: some values are told with others
        Row row = type ? emptyRow(*type) : Row();
        for (auto it = line.changes.constBegin(); it != line.changes.constEnd(); ++it)
            if (type && it.value().isArray() && type->fieldNamed(it.key()))
                row.set(it.key(), it.value().toArray().at(which).toVariant());
        return row;
    };
    const Row rowBefore = rowOf(0);
    const Row rowAfter = rowOf(1);
    for (auto it = line.changes.constBegin(); it != line.changes.constEnd(); ++it) {
        const Field *field = type ? type->fieldNamed(it.key()) : nullptr;
        if (!field || field->kind == Kind::Reference || field->kind == Kind::Data || field->kept || !it.value().isArray())
            continue;
        const QString before = shortened(value(rowBefore, *field, choices, {}, clock), 80);
        const QString after = shortened(value(rowAfter, *field, choices, {}, clock), 80);
        if (before.isEmpty() && after.isEmpty())
            continue;
        parts.append(
            before.isEmpty() ? u"%1: %2"_s.arg(label(field->label), after) : u"%1: %2 → %3"_s.arg(label(field->label), before, after));
        if (parts.size() == 4)
            break;
    }
    const bool isSaved
        = line.action == QLatin1String(codeOf(HistoryAction::Added)) || line.action == QLatin1String(codeOf(HistoryAction::Changed));
    if (const QJsonValue reason = line.changes.value(u"reason"_s); isSaved && reason.isString()) // no field: saved all the same
        parts.append(say(QT_TRANSLATE_NOOP("words", "Reason: %1")).arg(shortened(reason.toString(), 200)));
    if (const QString words = line.changes.value(u"words"_s).toString(); line.action == QLatin1String(codeOf(HistoryAction::Searched)))
        parts.append(words.isEmpty() ? QString()
                                     : say(QT_TRANSLATE_NOOP("words", "“%1”, found: %2"))
                                           .arg(shortened(words, 80), QString::number(line.changes.value(u"found"_s).toInteger())));
    parts.removeAll(QString());
    const bool isRecoveryKey = line.changes.value(u"recovery_key"_s).toBool();
    const QString verb
        = isRecoveryKey ? say(QT_TRANSLATE_NOOP("words", "Recovery key replaced")) : choice(choices, u"history_action"_s, line.action);
    return what + (what.isEmpty() ? QString() : u" · "_s) + verb + (parts.isEmpty() ? QString() : u" · "_s + parts.join(u"; "_s));
}

} // namespace keywork::words
