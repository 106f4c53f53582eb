// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_watch.h"

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/domain/timed_check.h"
#include "core/services/care/away_reading.h"
#include "core/services/house/watch/back_again.h"
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

/// Why somebody was away, as far as it may be told: "in hospital, in custody".
QString awayReasons(const QString &codes)
{
    QStringList reasons;
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts))
        if (const auto why = fromCode<AwayWhy>(code))
            reasons.append(labelFor(*why));
    return reasons.join(u", "_s);
}

/// The end of a sentence that counts days: which of them it does not count.
QString daysNotCounted(const WatchItem &item)
{
    const QString days = item.places.value(u"away_days"_s);
    if (days.isEmpty())
        return {};
    const QString why = awayReasons(item.places.value(u"away"_s));
    const QString said
        = u' ' + QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Days away that are not counted: %1")).arg(days);
    return said + (why.isEmpty() ? QString() : u" ("_s + why + u')') + u'.';
}

/// When they were last seen: "Last seen Sun 13 Sep 07:30, by Priya: at the door."
QString lastSeenSaid(const WatchItem &item, QDate today)
{
    if (!item.day.isValid())
        return QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Nothing on file says that they were seen."));
    const QString time = item.places.value(u"seen_time"_s);
    QString said = time.isEmpty()
        ? QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Last seen some time on %1")).arg(weekday(item.day, today))
        : QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Last seen %1 %2")).arg(weekday(item.day, today), time);
    if (const QString by = item.places.value(u"seen_by"_s); !by.isEmpty())
        said += QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", ", by %1")).arg(by);
    if (const QString where = item.places.value(u"seen_where"_s).simplified(); !where.isEmpty())
        said += u": "_s + where;
    return said + u'.';
}

/// What of somebody who was not seen was tried, and what is not counted; an empty place says nothing.
QString unseenWords(const QString &name, const WatchItem &item)
{
    if (name == u"no_reply") {
        const QStringList tries = item.places.value(u"tries"_s).split(u',', Qt::SkipEmptyParts);
        return tries.isEmpty()
            ? QString()
            : u' ' + QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "No reply at %1.")).arg(tries.join(u", "_s));
    }
    if (name == u"police")
        return item.places.value(name).isEmpty()
            ? QString()
            : u' ' + QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "The police were told."));
    if (item.places.value(u"away_paused"_s).isEmpty())
        return {};
    const QString why = awayReasons(item.places.value(u"away"_s));
    return u' ' + QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Time away is not counted"))
        + (why.isEmpty() ? QString() : u" ("_s + why + u')') + u'.';
}

/// What is still to be talked about with somebody who came back.
QString backAsks(const QString &codes)
{
    QStringList asks;
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts))
        if (const auto ask = fromCode<BackAsk>(code))
            asks.append(labelFor(*ask));
    return asks.join(u", "_s);
}

/// The sentence is about those on shift, about the team, or, where nobody said who is on shift, about whoever is signed in.
QString trainedInNaloxone(const QString &who)
{
    if (who == u"shift")
        return QCoreApplication::translate("words",
            QT_TRANSLATE_NOOP(
                "words", "Nobody who is on shift is on file as trained to give naloxone. In an emergency anyone may give it."));
    return who == u"nobody"
        ? QCoreApplication::translate("words",
            QT_TRANSLATE_NOOP("words", "Nobody of the team is on file as trained to give naloxone. In an emergency anyone may give it."))
        : QCoreApplication::translate("words",
            QT_TRANSLATE_NOOP(
                "words", "You are not on file as trained to give naloxone. Who on this shift is? In an emergency anyone may give it."));
}

/// Since when there is no good backup, or that the last one can't be trusted to be old or new.
QString backupWords(const WatchItem &item)
{
    const char *said = item.places.value(u"backup"_s) == u"to_come"
        ? QT_TRANSLATE_NOOP("words", "The last backup bears a time that is still to come. Another one is made soon.")
        : QT_TRANSLATE_NOOP("words", "No good backup since %1.");
    const QString words = QCoreApplication::translate("words", said);
    return words.contains(u"%1"_s) ? words.arg(date(item.day)) : words;
}

/// How somebody who works alone, or the manager on call, is reached; that no number is on file is said.
QString ringWords(const QString &name, const QMap<QString, QString> &places)
{
    const QString number = places.value(name == u"ring_them" ? u"number"_s : u"on_call"_s);
    if (name == u"ring_them")
        return number.isEmpty() ? QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "No number of theirs is on file."))
                                : QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Ring them: %1.")).arg(number);
    return number.isEmpty() ? QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Nobody is on file as on call."))
                            : QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "On call: %1.")).arg(number);
}

/// Why there are timed checks, or what the last one found, by its code.
QString checkWords(const QString &name, const QString &code)
{
    const auto why = name == u"check_why" ? fromCode<CheckReason>(code) : std::nullopt;
    const auto found = name == u"check_found" ? fromCode<CheckResult>(code) : std::nullopt;
    return why ? labelFor(*why) : found ? labelFor(*found) : QString();
}

} // namespace

QString watchTitle(const WatchItem &item) { return QCoreApplication::translate("watch", item.rule->title); }

QString watchMany(const WatchRule &rule, qsizetype count)
{
    if (rule.many)
        return QCoreApplication::translate("watch", rule.many, nullptr, int(count));
    return QCoreApplication::translate("watch", rule.title) + u": "_s + QString::number(count);
}

QString watchPress(const WatchRule &rule)
{
    return QCoreApplication::translate("watch", rule.press ? rule.press : QT_TRANSLATE_NOOP("watch", "Open"));
}

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
        if (name == u"until_day")
            return weekday(QDate::fromString(item.places.value(name), Qt::ISODate), today);
        if (name == u"not_counted")
            return daysNotCounted(item);
        if (name == u"why_away") {
            const QString why = awayReasons(item.places.value(u"away"_s));
            return why.isEmpty() ? why : u" ("_s + why + u')';
        }
        if (name == u"dose_there")
            return item.places.value(name).isEmpty()
                ? QString()
                : u' ' + QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Was the substitute dose given there?"));
        if (name == u"trained")
            return trainedInNaloxone(item.places.value(u"who"_s));
        if (name == u"backup")
            return backupWords(item);
        if (name == u"ring_them" || name == u"ring_on_call")
            return ringWords(name, item.places);
        if (name == u"check_why" || name == u"check_found")
            if ((name == u"check_why" || name == u"check_found") && item.places.contains(name))
                return checkWords(name, item.places.value(name));
        if (name == u"last_seen")
            return lastSeenSaid(item, today);
        if (name == u"no_reply" || name == u"police" || name == u"away_paused")
            return unseenWords(name, item);
        if (name == u"asks")
            return backAsks(item.places.value(name));
        if (const char *known = item.labels.value(name))
            return label(known);
        const QString place = item.places.value(name);
        const QDateTime at = QDateTime::fromString(place, u"yyyy-MM-ddTHH:mm"_s); // of the house
        return at.isValid() ? moment(at) : place;
    });
}

QString watchRung(const WatchItem &item, const Clock &clock)
{
    if (!item.rung)
        return {};
    const RungAbout &rung = *item.rung;
    const QString said = item.waits()
        ? QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Rung %1, %2: “%3” Again at %4."))
        : QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Rung %1, %2: “%3” Agreed was %4: please ring again."));
    return said.arg(moment(clock.local(rung.at)), rung.by, rung.answer, moment(clock.local(rung.again)));
}

} // namespace keywork::words
