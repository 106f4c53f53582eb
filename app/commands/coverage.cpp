// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/services/care/doses_told.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *coverWord(CoverState state)
{
    switch (state) {
    case CoverState::Covered:
        return QT_TRANSLATE_NOOP("command", "covered");
    case CoverState::Gap:
        return QT_TRANSLATE_NOOP("command", "gap");
    case CoverState::Unknown:
        return QT_TRANSLATE_NOOP("command", "unknown");
    case CoverState::ClosedNotArranged:
        return QT_TRANSLATE_NOOP("command", "closed, not arranged");
    case CoverState::None:
        break;
    }
    return QT_TRANSLATE_NOOP("command", "no prescription");
}

/// What prescription it is: its number, medicine and dose, never one without its strength.
QString coverScript(const TreatmentCourse &course, const PersonTreatment &treatment, const ChoiceSource &choices, qint64 id, QDate day)
{
    for (const Kept<Prescription> &script : course.scripts)
        if (script.id.value == id)
            return u"#%1 %2 %3"_s.arg(QString::number(id), medicineOf(script.value, choices),
                doseWithStrength(script.value, stepOn(treatment.steps.value(id), day)));
    return {};
}

QList<QStringList> coverLines(
    const Request &request, const PersonTreatment &treatment, const ChoiceSource &choices, QDate from, QDate until)
{
    const bool csv = request.flags.contains(u"csv"_s); // a program goes by the code
    QList<QStringList> lines;
    for (const TreatmentCourse &course : treatment.courses)
        for (const CoverDay &day : coverage(course.input, from, until)) {
            const bool isCovering = day.state != CoverState::None && day.state != CoverState::Gap;
            QStringList also;
            for (const qint64 other : day.alsoBy)
                also.append(coverScript(course, treatment, choices, other, day.day));
            lines.append({dayText(request, day.day), course.medicine, csv ? coverCode(day.state) : said(coverWord(day.state)),
                isCovering ? coverScript(course, treatment, choices, day.script, day.day) : QString(),
                day.pickupOn.isValid() ? dayText(request, day.pickupOn) : QString(), also.join(u"; "_s)});
        }
    return lines;
}

} // namespace

int runCoverage(const Request &request, Output output)
{
    const auto period = periodOf(request, output);
    if (!period)
        return WrongUsage;
    const auto [from, until] = *period;
    return withListsOf(request, output, [&](OpenHostel &hostel) {
        Services &services = hostel.services();
        const QString number = request.options.value(u"person"_s);
        const auto person = personOf(request, services);
        if (!person)
            return fail(output, person.error(), number);
        const auto treatment = services.treatment.of(person->id, services.records.today());
        if (!treatment)
            return fail(output, treatment.error(), number);
        const QList<QStringList> lines = coverLines(request, *treatment, services.records.choices(), from, until);
        const QStringList labels{
            said("Day"), said("Medicine"), said("State"), said("Prescription"), said("Collected on"), said("Covered by this one, too")};
        const QString text = lines.isEmpty() && !request.flags.contains(u"csv"_s) ? said("No prescription is on file.") + u'\n'
                                                                                  : listText(request, labels, lines);
        return letLeave(services, u"prescription"_s, {person->id}, text, output);
    });
}

} // namespace keywork
