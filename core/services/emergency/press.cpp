// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/emergency/press.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kMostPresses = 10'000; // of one emergency
constexpr qint64 kLongestMs = qint64(31) * 24 * 60 * 60 * 1000;

// By name, not by number: another version reads them, too.
struct PressName {
    Press::What what;
    QLatin1String name;
};
constexpr std::array kPressNames{PressName{Press::What::Step, QLatin1String("step")}, PressName{Press::What::Said, QLatin1String("said")},
    PressName{Press::What::Undo, QLatin1String("undo")}, PressName{Press::What::Looks, QLatin1String("looks")},
    PressName{Press::What::Signs, QLatin1String("signs")}, PressName{Press::What::Who, QLatin1String("who")},
    PressName{Press::What::End, QLatin1String("end")}};

bool isPressId(const QString &id)
{
    static const QRegularExpression form(u"^[0-9a-f]{32}$"_s);
    return form.match(id).hasMatch();
}

/// What may stand in a field of that length, whoever wrote it.
QString boundedText(const QJsonValue &value, int length)
{
    const QString text = value.toString();
    return holdsControlCharacters(text) ? QString() : atMost(cleaned(text), length);
}

template <class E> void put(QJsonObject &object, const QString &key, const std::optional<E> &value)
{
    if (value)
        object.insert(key, QString::fromLatin1(codeOf(*value)));
}

void putText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

QJsonObject stepAsJson(const OverdoseStep &step)
{
    QJsonObject json{{u"step"_s, QString::fromLatin1(codeOf(step.step))}, {u"happened_at"_s, toStoredText(step.happenedAt)}};
    if (step.elapsedMs)
        json.insert(u"elapsed_ms"_s, *step.elapsedMs);
    if (step.kitId)
        json.insert(u"kit"_s, step.kitId.value);
    put(json, u"route"_s, step.route);
    if (step.watcherId)
        json.insert(u"watcher"_s, step.watcherId.value);
    putText(json, u"watcher_other"_s, step.watcherOther);
    putText(json, u"by_whom"_s, step.byWhom);
    putText(json, u"why_not"_s, step.whyNot);
    putText(json, u"words"_s, step.words);
    return json;
}

std::optional<OverdoseStep> stepFromJson(const QJsonObject &json)
{
    const auto kind = fromCode<OverdoseStepKind>(json.value(u"step"_s).toString());
    OverdoseStep step;
    step.happenedAt = fromStoredText(json.value(u"happened_at"_s).toString());
    if (!kind || !step.happenedAt.isValid())
        return {};
    step.step = *kind;
    if (const QJsonValue elapsed = json.value(u"elapsed_ms"_s); elapsed.isDouble())
        step.elapsedMs = qBound(qint64(0), qint64(elapsed.toInteger()), kLongestMs);
    step.kitId = {std::max<qint64>(0, json.value(u"kit"_s).toInteger())};
    step.route = fromCode<NaloxoneRoute>(json.value(u"route"_s).toString());
    step.watcherId = {std::max<qint64>(0, json.value(u"watcher"_s).toInteger())};
    step.watcherOther = boundedText(json.value(u"watcher_other"_s), 100);
    step.byWhom = boundedText(json.value(u"by_whom"_s), 100);
    step.whyNot = boundedText(json.value(u"why_not"_s), 300);
    step.words = boundedText(json.value(u"words"_s), 1000);
    return step;
}

/// Codes of the list, and nothing else.
QString boundedCodes(const QJsonValue &value)
{
    static const QRegularExpression form(u"^[a-z_]{1,40}$"_s);
    QStringList codes;
    for (const QString &code : atMost(value.toString(), 400).split(u',', Qt::SkipEmptyParts))
        if (form.match(code).hasMatch())
            codes.append(code);
    return codes.join(u',');
}

void putSaid(QJsonObject &json, const Press &press)
{
    switch (press.what) {
    case Press::What::Step:
        json.insert(u"said"_s, stepAsJson(press.step));
        break;
    case Press::What::Said:
        json.insert(u"about"_s, press.about);
        json.insert(u"said"_s, stepAsJson(press.step));
        break;
    case Press::What::Undo:
        json.insert(u"about"_s, press.about);
        break;
    case Press::What::Looks:
        json.insert(u"looks_like"_s, QString::fromLatin1(codeOf(press.looksLike)));
        break;
    case Press::What::Signs:
        putText(json, u"signs"_s, press.signs);
        putText(json, u"substances"_s, press.substances);
        break;
    case Press::What::Who:
        if (press.who.kind == ActNowWho::Kind::Visitor)
            json.insert(u"described"_s, press.who.described);
        if (press.who.kind == ActNowWho::Kind::Resident)
            json.insert(u"person"_s, press.who.person.value);
        break;
    case Press::What::End:
        put(json, u"outcome"_s, press.outcome);
        break;
    }
}

/// Without sign-in nobody can know a resident: what names one then was made up.
bool takeWho(ActNowWho &who, const QJsonObject &json, bool isProven)
{
    who.person = {std::max<qint64>(0, json.value(u"person"_s).toInteger())};
    who.described = who.person ? QString() : boundedText(json.value(u"described"_s), 200);
    who.kind = who.person ? ActNowWho::Kind::Resident : who.described.isEmpty() ? ActNowWho::Kind::NotKnown : ActNowWho::Kind::Visitor;
    return isProven || !who.person;
}

/// False when what it says is not there.
bool takeSaid(Press &press, const QJsonObject &json, bool isProven)
{
    switch (press.what) {
    case Press::What::Step:
    case Press::What::Said: {
        press.about = json.value(u"about"_s).toString();
        const auto step = stepFromJson(json.value(u"said"_s).toObject());
        press.step = step.value_or(OverdoseStep());
        return step && (press.what == Press::What::Step ? press.about.isEmpty() : isPressId(press.about));
    }
    case Press::What::Undo:
        press.about = json.value(u"about"_s).toString();
        return isPressId(press.about);
    case Press::What::Looks: {
        const auto looks = fromCode<LooksLike>(json.value(u"looks_like"_s).toString());
        press.looksLike = looks.value_or(LooksLike::CannotTell);
        return looks.has_value();
    }
    case Press::What::Signs:
        press.signs = boundedCodes(json.value(u"signs"_s));
        press.substances = boundedText(json.value(u"substances"_s), 1000);
        return true;
    case Press::What::Who:
        return takeWho(press.who, json, isProven);
    case Press::What::End:
        press.outcome = fromCode<OverdoseOutcome>(json.value(u"outcome"_s).toString());
        return true;
    }
    return false;
}

} // namespace

QString newPressId() { return QUuid::createUuid().toString(QUuid::Id128); }

QJsonObject asSealed(const Press &press)
{
    QJsonObject said;
    putSaid(said, press);
    const auto named = std::find_if(kPressNames.begin(), kPressNames.end(), [&](const PressName &one) { return one.what == press.what; });
    return {{u"id"_s, press.id}, {u"kind"_s, u"emergency_step"_s}, {u"at"_s, toStoredText(press.clockSaid)},
        {u"emergency"_s, press.emergency}, {u"started_at"_s, toStoredText(press.startedAt)}, {u"order"_s, press.order}, {u"by"_s, press.by},
        {u"what"_s, QString(named->name)}, {u"press"_s, said}};
}

std::optional<Press> pressFromSealed(const QJsonObject &plain, bool isProven)
{
    const QString what = plain.value(u"what"_s).toString();
    const auto named = std::find_if(kPressNames.begin(), kPressNames.end(), [&](const PressName &one) { return one.name == what; });
    Press press;
    press.id = plain.value(u"id"_s).toString();
    press.emergency = plain.value(u"emergency"_s).toString();
    press.startedAt = fromStoredText(plain.value(u"started_at"_s).toString());
    press.clockSaid = fromStoredText(plain.value(u"at"_s).toString());
    press.order = plain.value(u"order"_s).toInteger();
    press.by = isProven ? std::max<qint64>(0, plain.value(u"by"_s).toInteger()) : 0;
    const bool isPress = plain.value(u"kind"_s).toString() == u"emergency_step" && named != kPressNames.end() && isPressId(press.id)
        && isPressId(press.emergency) && press.startedAt.isValid() && press.clockSaid.isValid() && press.order >= 1
        && press.order <= kMostPresses;
    if (!isPress)
        return {};
    press.what = named->what;
    return takeSaid(press, plain.value(u"press"_s).toObject(), isProven) ? std::optional(press) : std::nullopt;
}

} // namespace keywork
