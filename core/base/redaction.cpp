// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Names that are everyday words as well.
const QStringList &everydayWords()
{
    static const QStringList words
        = u"art august bill bob buck chance chase chip christian chuck cliff crystal curt dale daisy dawn dean "
          "destiny dick drew earnest faith flora frank gene glen grace grant guy harmony haven heather herb hill "
          "holly hope hunter iris ivy jack jasmine jay jewel joy june king lance lily long major mark may melody "
          "mercy miles misty neil noble norm olive opal page pat patience peg pearl penny peter poppy price "
          "prince ray rich rob robin rod rose rosemary ruby rusty sage sandy scott sky skip sonny star stone "
          "sue summer sunny temple tony trinity trip victor violet wade warren will wood woods young"_s.split(u' ');
    return words;
}

} // namespace

QStringList nameWords(const QStringList &names)
{
    QStringList words;
    const auto take = [&words](const QString &word) {
        if (word.size() > 1 && !words.contains(word, Qt::CaseInsensitive))
            words.append(word);
    };
    static const QRegularExpression between(u"[\\s,.]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    for (const QString &name : names) {
        take(name.simplified());
        for (const QString &word : name.split(between, Qt::SkipEmptyParts))
            take(word);
    }
    std::stable_sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return words;
}

QString withoutNames(const QString &text, const QStringList &nameWords)
{
    QString rest = text;
    for (const QString &word : nameWords) {
        const QString pattern = u"(?<![\\p{L}\\p{N}])"_s + QRegularExpression::escape(word) + u"(?![\\p{L}\\p{N}])"_s;
        const QRegularExpression named(pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        const bool isEveryday = everydayWords().contains(word, Qt::CaseInsensitive);
        for (QRegularExpressionMatch match = named.match(rest); match.hasMatch();) {
            const bool isMeant = !isEveryday || match.captured().at(0).isUpper();
            const qsizetype from = match.capturedStart();
            if (isMeant)
                rest.replace(from, match.capturedLength(), kRemovedName);
            match = named.match(rest, from + (isMeant ? kRemovedName.size() : match.capturedLength()));
        }
    }
    return rest;
}

bool holdsName(const QJsonValue &value, const QStringList &nameWords)
{
    if (value.isString())
        return withoutNames(value.toString(), nameWords) != value.toString();
    const QJsonArray array = value.toArray();
    const QJsonObject object = value.toObject();
    const auto holds = [&nameWords](const QJsonValue &part) { return holdsName(part, nameWords); };
    return std::any_of(array.constBegin(), array.constEnd(), holds) || std::any_of(object.constBegin(), object.constEnd(), holds);
}

} // namespace keywork
