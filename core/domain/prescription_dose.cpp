// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/prescription.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kMillionthsOfOne = 1'000'000;

/// What is taken: of the step, where there is one.
struct DoseParts {
    std::optional<Decimal> dose, amount, secondAmount;
};

DoseParts doseParts(const Prescription &script, const TitrationStep *step)
{
    return step ? DoseParts{step->dose, step->amount, step->secondAmount} : DoseParts{script.dose, script.amount, script.secondAmount};
}

QString partOfDose(MedicineForm form, const Decimal &amount, const Decimal &strength, const std::function<QString(const char *)> &say)
{
    return say(form == MedicineForm::Liquid ? QT_TRANSLATE_NOOP("dose", "%1 ml of %2 mg/ml") : QT_TRANSLATE_NOOP("dose", "%1 x %2 mg"))
        .arg(amount.text(), strength.text());
}

} // namespace

bool isSubstituteMedicine(const QString &code)
{
    static const QStringList codes{u"methadone"_s, u"buprenorphine"_s, u"buprenorphine_naloxone"_s, u"buprenorphine_injection"_s};
    return codes.contains(code);
}

bool Prescription::carries(QStringView arrangement) const
{
    const QStringList codes = arrangements.split(u',', Qt::SkipEmptyParts);
    return std::any_of(codes.cbegin(), codes.cend(), [arrangement](const QString &code) { return code == arrangement; });
}

QList<int> weekdaysOf(const QString &codes)
{
    QList<int> days;
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts))
        if (const int day = code.left(1).toInt(); day >= Qt::Monday && day <= Qt::Sunday)
            days.append(day);
    std::sort(days.begin(), days.end());
    return days;
}

QString doseWithStrength(const Prescription &script, const TitrationStep *step, const SayDose &say)
{
    const std::function<QString(const char *)> inWords = say ? say : [](const char *marked) { return QString::fromUtf8(marked); };
    const DoseParts parts = doseParts(script, step);
    if (!parts.dose)
        return script.doseInWords;
    const QString dose = inWords(QT_TRANSLATE_NOOP("dose", "%1 mg")).arg(parts.dose->text());
    if (script.form == MedicineForm::Injection)
        return dose;
    if (script.form == MedicineForm::Other)
        return script.doseInWords.isEmpty() ? dose : dose + u" ("_s + script.doseInWords + u')';
    if (!parts.amount || !script.strength)
        return inWords(QT_TRANSLATE_NOOP("dose", "%1 (strength not known)")).arg(dose);
    QString made = partOfDose(script.form, *parts.amount, *script.strength, inWords);
    if (script.form == MedicineForm::Tablets && parts.secondAmount && script.secondStrength)
        made += u" + "_s + partOfDose(script.form, *parts.secondAmount, *script.secondStrength, inWords);
    return dose + u" ("_s + made + u')';
}

const TitrationStep *stepOn(const QList<TitrationStep> &steps, QDate day)
{
    const TitrationStep *latest = nullptr;
    for (const TitrationStep &step : steps)
        if (step.fromOn <= day && (!latest || step.fromOn >= latest->fromOn))
            latest = &step;
    return latest;
}

bool dosesAgree(const Prescription &script, const TitrationStep *step)
{
    const DoseParts parts = doseParts(script, step);
    if ((script.form != MedicineForm::Liquid && script.form != MedicineForm::Tablets) || !parts.dose || !parts.amount || !script.strength)
        return true;
    // The fields' limits (1,000) keep each product within 64 bits.
    qint64 made = script.strength->millionths() * parts.amount->millionths();
    if (script.form == MedicineForm::Tablets && parts.secondAmount && script.secondStrength)
        made += script.secondStrength->millionths() * parts.secondAmount->millionths();
    return made == parts.dose->millionths() * kMillionthsOfOne;
}

} // namespace keywork
