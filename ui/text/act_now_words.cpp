// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/act_now_words.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QStringList codesFrom(const QJsonValue &list)
{
    QStringList codes;
    for (const QJsonValue &code : list.toArray())
        codes.append(code.toString());
    return codes;
}

QString inTheirLanguage(const QJsonValue &english)
{
    return QCoreApplication::translate("emergency", english.toString().toUtf8().constData());
}

ActNowSentence sentenceFrom(const QJsonValue &line)
{
    return {inTheirLanguage(line[u"text"]), line[u"source"].toString(), codesFrom(line[u"for"])};
}

ActNowCard cardFrom(const QJsonValue &line)
{
    ActNowCard card{line[u"id"].toString(), inTheirLanguage(line[u"title"]), {}, {}};
    for (const QJsonValue &one : line[u"says"].toArray())
        card.says.append(sentenceFrom(one));
    for (const QJsonValue &one : line[u"buttons"].toArray())
        card.buttons.append({one[u"step"].toString(), one[u"key"].toString(), inTheirLanguage(one[u"says"]), one[u"look"].toString(),
            codesFrom(one[u"for"])});
    return card;
}

QJsonObject jsonOf(const QString &name)
{
    QFile file(u":/keywork/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

ActNowWords readActNow()
{
    ActNowWords words;
    const QJsonObject all = jsonOf(u"emergency/act_now.json"_s);
    for (const QJsonValue &sign : jsonOf(u"choices/overdose.json"_s).value(u"overdose_sign").toArray())
        words.signs.append({sign[0].toString(), QCoreApplication::translate("record", sign[1].toString().toUtf8().constData())});
    const QJsonObject sources = all.value(u"sources").toObject();
    for (auto one = sources.constBegin(); one != sources.constEnd(); ++one)
        words.sources.append({one.key(), inTheirLanguage((*one)[u"name"]), inTheirLanguage((*one)[u"date"])});
    for (const QJsonValue &one : all.value(u"collapses").toArray())
        words.collapses.append({one[u"code"].toString(), inTheirLanguage(one[u"says"]), one[u"naloxone"].toString() == u"shown"});
    for (const QJsonValue &one : all.value(u"cards").toArray())
        words.cards.append(cardFrom(one));
    for (const QJsonValue &one : all.value(u"look_for").toArray())
        words.lookFor.append(sentenceFrom(one));
    const QJsonObject reminders = all.value(u"reminders").toObject();
    for (auto one = reminders.constBegin(); one != reminders.constEnd(); ++one)
        words.reminders.insert(one.key(), sentenceFrom(*one));
    return words;
}

template <class T> const T *whoseIs(const QList<T> &list, QString T::*member, const QString &value)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [&](const T &one) { return one.*member == value; });
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

const ActNowWords &ActNowWords::shipped()
{
    static const ActNowWords words = readActNow();
    return words;
}

const ActNowSource *ActNowWords::source(const QString &id) const { return whoseIs(sources, &ActNowSource::id, id); }
const ActNowCollapse *ActNowWords::collapse(const QString &code) const { return whoseIs(collapses, &ActNowCollapse::code, code); }
const ActNowCard *ActNowWords::card(const QString &id) const { return whoseIs(cards, &ActNowCard::id, id); }

QString ActNowWords::cited(const QString &sourceId) const
{
    const ActNowSource *known = source(sourceId);
    return known ? known->name + u" ("_s + known->date + u')' : QString();
}

QList<ActNowSentence> ActNowWords::sentences() const
{
    QList<ActNowSentence> all;
    for (const ActNowCard &card : cards)
        all += card.says;
    all += lookFor;
    all += reminders.values();
    return all;
}

QString ActNowWords::withFigure(const ActNowSentence &sentence) const
{
    for (qsizetype i = 0; i < sources.size(); ++i)
        if (sources.at(i).id == sentence.source)
            return sentence.text + u" ["_s + QString::number(i + 1) + u']';
    return sentence.text;
}

QString ActNowWords::sourcesLine() const
{
    QStringList lines;
    for (qsizetype i = 0; i < sources.size(); ++i)
        lines.append(u'[' + QString::number(i + 1) + u"] "_s + cited(sources.at(i).id));
    return lines.join(u"; "_s) + u'.';
}

} // namespace keywork
