// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/prescription_documents.h"

#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/print/day_strip.h"
#include "ui/print/dose_steps.h"
#include "ui/print/doses_beside.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"
#include "ui/text/words_prescription.h"

#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr int kDaysOnPaper = 14; // back and ahead
constexpr int kPaperDaysARow = 15;

ChartStyle paperChart()
{
    const Ink ink;
    return {ink.text, ink.soft, ink.line, ink.shade, ink.accent, {}, font(7.5)};
}

/// Told apart in black and white: by sign, hatching and edge.
StripStyle paperStrip()
{
    const Ink ink;
    const QColor paper(Qt::white);
    return {paperChart(), paper, ink.text, ink.accentShade, ink.text, paper, ink.soft, paper, paper};
}

BlockPtr stripBlock(const QList<StripDay> &days, QDate today)
{
    const qreal tall = 17 * kPoint;
    const qreal gap = 2 * kPoint;
    const auto rows = (days.size() + kPaperDaysARow - 1) / kPaperDaysARow;
    const qreal whole = qreal(rows) * (QFontMetricsF(font(7.5)).height() + tall + 2 * gap) + gap;
    return drawing(whole, [days, today, tall, gap](QPainter &painter, QRectF place) {
        const StripStyle style = paperStrip();
        paintDayStrip(painter, stripPlaces(place, days.size(), kPaperDaysARow, tall, gap, style.chart.font), days, today, style);
    });
}

BlockPtr stepsBlock(const QList<DoseStep> &steps, QDate until, QDate today)
{
    return drawing(100 * kPoint, [steps, until, today](QPainter &painter, QRectF place) {
        paintDoseSteps(
            painter, QRectF(place.left(), place.top(), place.width() * 0.7, place.height()), steps, say("mg"), until, today, paperChart());
    });
}

/// The signs of the strip, then the days that are no ordinary ones in words.
void addStripWords(Document &document, const QList<StripDay> &days, QDate today)
{
    QStringList special;
    for (const StripDay &day : days)
        if (day.state != StripState::PickedUp && day.state != StripState::Covered && day.state != StripState::None)
            special.append(words::weekday(day.on, today) + u' ' + stripWord(day.state));
    if (!special.isEmpty())
        document.add(text({{special.join(u", "_s)}}, 9.5, 6));
}

void addCourse(Document &document, const PersonTreatment &treatment, const TreatmentCourse &course, const Services &services)
{
    const Kept<Prescription> *shown = course.shownOn(treatment.today);
    if (!shown)
        return;
    const QList<TitrationStep> stepsOfIt = treatment.steps.value(shown->id.value);
    document.add(heading(words::prescription(shown->value, stepsOfIt, treatment.today, services.records.choices())));
    document.add(text({{words::dispensing(shown->value, treatment, services)}}, 9.5, 3));
    QStringList who{words::validity(shown->value, {}, treatment.today), shown->value.prescriber, shown->value.prescriberTelephone};
    who.removeAll({});
    document.add(text({{who.join(u" · "_s)}}, 9.5, 6));
    const QList<StripDay> days
        = words::stripDays(treatment, course, treatment.today.addDays(-kDaysOnPaper), treatment.today.addDays(kDaysOnPaper));
    document.add(stripBlock(days, treatment.today));
    addStripWords(document, days, treatment.today);
    const QList<DoseStep> steps = words::doseSteps(treatment, course);
    if (steps.size() > 1) {
        document.add(stepsBlock(steps, std::max(treatment.today, steps.last().from), treatment.today));
        document.add(text({{doseStepsText(steps)}}, 9.5, 6));
    }
}

void addRowTo(Table &rows, const QList<Runs> &cells)
{
    rows.rows.append(cells);
    rows.firstOfGroup.append(true);
}

/// A first name with the room: what may be read over a shoulder.
QString withRoom(const ResidentLine &line)
{
    const QString name = line.person.value.shortName();
    return line.room.isEmpty() ? name : name + u" · "_s + say("Room %1").arg(line.room);
}

} // namespace

Result<Document> treatmentPaper(const Services &services, Id<Person> person)
{
    const auto who = services.records.one(person);
    const auto treatment = services.treatment.of(person, services.records.today());
    if (!who || !treatment)
        return who ? treatment.error() : who.error();
    if (treatment->courses.isEmpty())
        return Error{ErrorKind::NotFound, {}, {}};
    auto paper = housePaper(services, say("Prescriptions and collections"), who->value.displayName(), whoseIs(who->value));
    if (!paper)
        return paper;
    for (const TreatmentCourse &course : treatment->courses)
        addCourse(*paper, *treatment, course, services);
    const auto told = dosesToldOf(services, person);
    if (!told)
        return told.error();
    if (treatment->missed.isAlarm())
        paper->add(text(
            {{say("Ring the drug service now: the prescriber must reassess. Don't encourage collecting the usual dose."), true, false}},
            10.5, 6));
    for (const QString &sentence : words::doses(*told))
        paper->add(text({{sentence, true, false}}, 9.5, 4));
    return *paper;
}

Result<HousePaperOfMany> collectionsPaper(const Services &services, QDate day)
{
    const auto due = services.treatment.collectionsOn(day);
    if (!due)
        return due.error();
    auto begun = housePaper(services, say("Collections"), words::dayInFull(day), {});
    if (!begun)
        return begun.error();
    HousePaperOfMany made{*begun, {}};
    Table rows;
    rows.shares = {0.1, 0.28, 0.28, 0.2, 0.14};
    rows.head = {say("Time"), say("Who"), say("Where"), say("Goes along"), say("Collected")};
    for (const CollectionDue &one : *due) {
        const Prescription &script = one.script.value;
        const auto line = services.people.line(script.personId);
        if (!line)
            continue; // closed meanwhile
        const auto along = script.goesAlongId ? services.records.one(script.goesAlongId) : Result<Kept<Staff>>(Error{});
        addRowTo(rows,
            {Runs{{script.collectsAt ? script.collectsAt->toString(u"HH:mm"_s) : QString(), true, false}},
                Runs{{withRoom(*line), true, false}}, Runs{{one.place}},
                Runs{{!one.isAccompanied ? QString()
                        : along          ? along->value.name
                                         : say("somebody")}},
                Runs{{toTick({}, one.said && one.said->value.isHeld())}}});
        if (!made.people.contains(script.personId))
            made.people.append(script.personId);
    }
    if (due->isEmpty())
        made.document.add(text({{say("Nobody collects on this day.")}}, 11, 6));
    else
        made.document.add(table(rows));
    return made;
}

Result<HousePaperOfMany> renewalPaper(const Services &services, const RenewalSheet &sheet)
{
    const QDate today = services.records.today();
    const QString title = sheet.name.isEmpty() ? say("Prescriptions that name no service") : sheet.name;
    auto begun
        = housePaper(services, say("To be renewed"), (title + u' ' + sheet.telephone).trimmed() + u" · "_s + words::dayInFull(today), {});
    if (!begun)
        return begun.error();
    HousePaperOfMany made{*begun, {}};
    made.document.add(
        text({{say("One call for all of them. Say each into Keywork with who confirmed it: until then Today goes on warning.")}}, 9.5, 6));
    Table rows;
    rows.shares = {0.22, 0.22, 0.15, 0.17, 0.24}; // room for a name written by hand
    rows.head = {say("Resident"), say("Prescription"), say("Covered to"), say("Confirmed to"), say("By whom")};
    for (const RenewalLine &line : sheet.lines) {
        const auto person = services.records.one(line.person);
        if (!person)
            continue;
        const QString born = person->value.bornOn ? u'\n' + say("Born %1").arg(words::partialDate(*person->value.bornOn)) : QString();
        const QString covered = !line.coveredUntil          ? say("no gap in sight")
            : *line.coveredUntil < line.script.value.fromOn ? say("not confirmed yet")
            : *line.coveredUntil < today                    ? say("not covered today")
                                                            : words::weekday(*line.coveredUntil, today);
        addRowTo(rows,
            {Runs{{person->value.displayName(), true, false}, {born, false, true}}, Runs{{line.medicine}}, Runs{{covered}},
                Runs{{line.confirmed ? words::date(line.confirmed->value.untilOn) : u"______________"_s}},
                Runs{{line.confirmed ? line.confirmed->value.byWhom : u"______________________"_s}}});
        made.people.append(line.person);
    }
    made.document.add(table(rows));
    return made;
}

} // namespace keywork::print
