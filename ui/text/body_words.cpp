// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/body_words.h"

#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QString withTenth(qint64 tenths) { return u"%1.%2"_s.arg(tenths / 10).arg(tenths % 10); }

QString changeSince(const WeightPoint &first, const WeightPoint &last)
{
    const qint64 difference = last.weight.tenthsOfKilogram() - first.weight.tenthsOfKilogram();
    if (difference == 0)
        return say(QT_TRANSLATE_NOOP("words", "The same as on %1.")).arg(date(first.on));
    const QString sentence = difference > 0 ? say(QT_TRANSLATE_NOOP("words", "%1 kg more than on %2, when it was %3."))
                                            : say(QT_TRANSLATE_NOOP("words", "%1 kg less than on %2, when it was %3."));
    return sentence.arg(withTenth(qAbs(difference)), date(first.on), kilograms(first.weight));
}

} // namespace

QString kilograms(BodyWeight weight) { return say(QT_TRANSLATE_NOOP("words", "%1 kg")).arg(withTenth(weight.tenthsOfKilogram())); }

QString stoneAndPounds(BodyWeight weight)
{
    const StonePounds stone = weight.stone();
    return say(QT_TRANSLATE_NOOP("words", "%1 st %2 lb")).arg(QString::number(stone.stone), withTenth(stone.tenthsOfPound));
}

QString weighed(const WeightPoint &point)
{
    const QString both = u"%1: %2 (%3)"_s.arg(date(point.on), kilograms(point.weight), stoneAndPounds(point.weight));
    if (!point.bmi)
        return both;
    return say(QT_TRANSLATE_NOOP("words", "%1, body mass index %2 (kg/m²; %3 cm, measured %4)"))
        .arg(both, withTenth(*point.bmi), point.centimetres->text(), date(point.heightOn));
}

QStringList weightSummary(const QList<WeightPoint> &points)
{
    if (points.isEmpty())
        return {};
    QStringList sentences{weighed(points.last())};
    if (points.size() > 1)
        sentences.append(changeSince(points.first(), points.last()));
    if (!points.last().bmi)
        sentences.append(say(QT_TRANSLATE_NOOP("words", "No height is on file, so no body mass index is worked out.")));
    return sentences;
}

} // namespace keywork::words
