// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_watch.h"

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

/// Fields as a rule names them, by what the forms call them.
QString fieldLabels(const QString &named)
{
    QStringList labels;
    for (const QString &one : named.split(u' ', Qt::SkipEmptyParts)) {
        const RecordType *type = kindOf(one.section(u'.', 0, 0));
        if (const Field *field = type ? type->fieldNamed(one.section(u'.', 1)) : nullptr)
            labels.append(label(field->label));
    }
    return labels.join(u", "_s);
}

} // namespace

QString watchTitle(const WatchItem &item) { return QCoreApplication::translate("watch", item.rule->title); }

QString watchSubject(const WatchItem &item)
{
    if (item.room.isEmpty())
        return item.name;
    const QString room = QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Room %1")).arg(item.room);
    return item.name.isEmpty() ? room : item.name + u" · "_s + room;
}

QString watchSentence(const WatchItem &item, QDate today)
{
    return withPlacesFilled(QCoreApplication::translate("watch", item.rule->sentence), [&item, today](const QString &name) {
        if (name == u"day")
            return weekday(item.day, today);
        if (name == u"date")
            return date(item.day);
        if (name == u"fields")
            return fieldLabels(item.places.value(name));
        const QString place = item.places.value(name);
        const QDateTime at = QDateTime::fromString(place, u"yyyy-MM-ddTHH:mm"_s); // of the house
        return at.isValid() ? moment(at) : place;
    });
}

} // namespace keywork::words
