// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/course_card.h"

#include "core/services/care/doses_told.h"
#include "core/services/records/records.h"
#include "ui/pages/treatment/day_strip_view.h"
#include "ui/text/words.h"
#include "ui/text/words_prescription.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLongestTitle = 110; // letters; the record has the rest
constexpr int kLongestDispensing = 400;
constexpr int kDaysBack = 14;
constexpr int kDaysAhead = 14;

/// A day of the strip by itself, for the legend.
class LegendBox : public QWidget {
public:
    explicit LegendBox(StripState state)
        : m_state(state)
    {
        setFixedSize(QFontMetrics(screenStripStyle().chart.font).height() + 4, QFontMetrics(screenStripStyle().chart.font).height() + 2);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintStripDay(painter, rect(), {QDate(), m_state, {}}, QDate(1, 1, 1), screenStripStyle());
    }

private:
    const StripState m_state;
};

std::optional<Kept<Collection>> collectionDue(const PersonTreatment &treatment, qint64 script, QDate dueOn)
{
    for (const Kept<Collection> &one : treatment.collections)
        if (one.value.prescriptionId.value == script && one.value.dueOn == dueOn)
            return one;
    return {};
}

QString courseName(const TreatmentCourse &course)
{
    return course.scripts.isEmpty() ? QString() : QString::number(course.scripts.last().id.value);
}

std::optional<QDate> confirmedTo(const PersonTreatment &treatment, qint64 script)
{
    std::optional<QDate> until;
    for (const Kept<ScriptConfirmation> &one : treatment.confirmations)
        if (one.value.prescriptionId.value == script && (!until || one.value.untilOn > *until))
            until = one.value.untilOn;
    return until;
}

} // namespace

CourseCard::CourseCard(const PersonTreatment &treatment, const TreatmentCourse &course, const Services &services, QWidget *parent)
    : Card({}, {}, parent)
    , m_services(services)
    , m_name(courseName(course))
{
    setObjectName(u"course-"_s + m_name);
    addTitle(treatment, course);
    addStrip(treatment, course);
    addOthers(treatment, course);
    if (course.isSubstitute)
        addDoses(treatment);
}

void CourseCard::addTitle(const PersonTreatment &treatment, const TreatmentCourse &course)
{
    const Kept<Prescription> *shown = course.shownOn(treatment.today);
    auto *line = wrappingLine(8);
    const QString title = shown
        ? words::prescription(shown->value, treatment.steps.value(shown->id.value), treatment.today, m_services.records.choices())
        : course.medicine;
    line->addWidget(label(breakable(words::shortened(title, kLongestTitle)), "cardTitle", Theme::isLarge()));
    pushRight(line);
    auto *add = button(tr("New prescription"), "link");
    add->setObjectName(u"newPrescription-"_s + m_name);
    add->setAccessibleName(tr("New prescription that follows %1").arg(title));
    add->setEnabled(m_services.records.mayAdd(recordType<Prescription>()));
    QVariantMap start;
    if (shown)
        start.insert(u"follows_id"_s, shown->id.value);
    connect(
        add, &QPushButton::clicked, this,
        [this, start] {
            Q_EMIT recordWanted({QString::fromLatin1(recordType<Prescription>().table), 0, start});
        },
        Qt::QueuedConnection);
    line->addWidget(add);
    body()->addLayout(line);
    if (shown) // arrangements are never what is cut
        body()->addWidget(
            label(breakable(words::shortened(words::dispensing(shown->value, treatment, m_services), kLongestDispensing)), "soft", true));
}

void CourseCard::addStrip(const PersonTreatment &treatment, const TreatmentCourse &course)
{
    const QList<StripDay> days
        = words::stripDays(treatment, course, treatment.today.addDays(-kDaysBack), treatment.today.addDays(kDaysAhead));
    m_strip = new DayStripView(tr("Day by day: %1").arg(course.medicine));
    m_strip->setObjectName(u"strip-"_s + m_name);
    m_strip->setDays(days, treatment.today);
    connect(
        m_strip, &DayStripView::opened, this, [this, treatment, course](QDate day) { openDay(treatment, course, day); },
        Qt::QueuedConnection);
    body()->addWidget(m_strip);
    auto *below = wrappingLine(8);
    addLegend(statesIn(days), below);
    pushRight(below);
    addPresses(treatment, course, below);
    body()->addLayout(below);
    auto *day = label({}, "soft", true);
    day->setObjectName(u"stripDay-"_s + m_name);
    day->setVisible(false);
    connect(m_strip, &DayStripView::chosenChanged, day, [day](const QString &sentence) {
        day->setText(sentence);
        day->setVisible(true);
    });
    body()->addWidget(day);
}

void CourseCard::addLegend(const QList<StripState> &states, QLayout *line)
{
    for (const StripState state : states) {
        auto *pair = new QWidget;
        auto *layout = new QHBoxLayout(pair);
        layout->setContentsMargins(0, 0, 8, 0);
        layout->setSpacing(6);
        layout->addWidget(new LegendBox(state));
        layout->addWidget(label(stripWord(state), "soft"));
        line->addWidget(pair);
    }
}

void CourseCard::addPress(QLayout *line, const QString &words, const QString &name, std::function<void()> press)
{
    auto *made = button(words);
    made->setObjectName(name + u'-' + m_name);
    made->setEnabled(m_services.records.mayAdd(recordType<Collection>()));
    connect(made, &QPushButton::clicked, this, press, Qt::QueuedConnection);
    line->addWidget(made);
}

/// Today's collection, or an earlier one whose days go on until today and that nobody has collected yet.
void CourseCard::addPresses(const PersonTreatment &treatment, const TreatmentCourse &course, QLayout *line)
{
    const CoverDay now = coverOn(course.input, treatment.today);
    const Kept<Prescription> *shown = course.shownOn(treatment.today);
    if (!now.pickupOn.isValid() || now.pickupOn > treatment.today || (shown && shown->value.isInjection()))
        return;
    const QDate due = now.dueOn.isValid() ? now.dueOn : now.pickupOn;
    const auto known = collectionDue(treatment, now.script, due);
    const bool isToday = now.pickupOn == treatment.today;
    if (known) {
        QString said = words::labelFor(known->value.outcome);
        if (!isToday || known->value.heldFrom() != treatment.today)
            said += u", "_s + words::weekday(known->value.isHeld() ? known->value.heldFrom() : due, treatment.today);
        auto *what = label(tr("Recorded: %1").arg(said), "strong");
        what->setObjectName(u"recorded-"_s + m_name);
        line->addWidget(what);
        auto *right = button(tr("Put right…"), "link");
        right->setObjectName(u"putRight-"_s + m_name);
        connect(
            right, &QPushButton::clicked, this,
            [this, script = now.script, due, id = known->id.value] { Q_EMIT recordWanted(collectionRecord(script, due, id)); },
            Qt::QueuedConnection);
        line->addWidget(right);
        addWords(treatment.wordsOn({now.script}, due));
    }
    const auto press = [this, script = now.script, due](CollectionOutcome outcome, QDate on) {
        return [this, script, due, outcome, on] { Q_EMIT said(script, due, outcome, on); };
    };
    if (!known || !known->value.isHeld())
        addPress(line, tr("Picked up today"), u"pickedUp"_s,
            press(CollectionOutcome::Collected, due == treatment.today ? QDate() : treatment.today));
    if (isToday && (!known || known->value.outcome != CollectionOutcome::NotCollected))
        addPress(line, tr("Not collected today"), u"notCollected"_s, press(CollectionOutcome::NotCollected, {}));
    QList<QDate> further; // before a closed day its dose is collected as well
    for (const CoverDay &day : coverage(course.input, treatment.today.addDays(1), treatment.today.addDays(kDaysAhead)))
        if (day.pickupOn == treatment.today && day.script == now.script && day.dueOn.isValid() && day.dueOn != due
            && !further.contains(day.dueOn))
            further.append(day.dueOn);
    for (const QDate dueOn : std::as_const(further)) {
        const auto kept = collectionDue(treatment, now.script, dueOn);
        if (kept && kept->value.isHeld())
            continue;
        addPress(line, tr("Picked up for %1").arg(words::weekday(dueOn, treatment.today)), u"pickedUpFor"_s + dueOn.toString(Qt::ISODate),
            [this, script = now.script, dueOn, today = treatment.today] {
                Q_EMIT this->said(script, dueOn, CollectionOutcome::Collected, today);
            });
    }
}

/// What is recorded of the collection that the day's dose belongs to; a new record where nothing is.
void CourseCard::openDay(const PersonTreatment &treatment, const TreatmentCourse &course, QDate day)
{
    const CoverDay cover = coverOn(course.input, day);
    if (cover.script == 0)
        return;
    const QDate due = cover.dueOn.isValid() ? cover.dueOn : cover.pickupOn;
    if (!due.isValid() || due > treatment.today)
        return Q_EMIT recordWanted({QString::fromLatin1(recordType<Prescription>().table), cover.script});
    const auto known = collectionDue(treatment, cover.script, due);
    Q_EMIT recordWanted(collectionRecord(cover.script, due, known ? known->id.value : 0));
}

/// What is on file; for whoever may only add a word of their own, which counts from then on.
RecordRef CourseCard::collectionRecord(qint64 script, QDate due, qint64 known) const
{
    const QString table = QString::fromLatin1(recordType<Collection>().table);
    if (known != 0 && m_services.records.mayChange(recordType<Collection>()))
        return {table, known};
    return {table, 0, {{u"prescription_id"_s, script}, {u"due_on"_s, due.toString(Qt::ISODate)}}};
}

/// Who said what, where several words stand.
void CourseCard::addWords(const QList<CollectionWord> &said)
{
    const QString lines = words::collectionWords(said, m_services);
    if (lines.isEmpty())
        return;
    auto *all = label(breakable(lines), "soft", true);
    all->setObjectName(u"words-"_s + m_name);
    body()->addWidget(all);
}

/// What goes wherever a dose is shown.
void CourseCard::addDoses(const PersonTreatment &treatment)
{
    const DosesTold told = dosesTold(treatment, {}, m_services.records.choices());
    for (const DoseTold &one : told.prescriptions) {
        auto *sentence = label(breakable(words::doses({{one}, {}}).join(u' ')), "soft", true);
        sentence->setObjectName(u"doseTold-%1"_s.arg(one.id));
        body()->addWidget(sentence);
    }
}

/// Every prescription of the course that is not over besides the one in the title, each a way to its record.
void CourseCard::addOthers(const PersonTreatment &treatment, const TreatmentCourse &course)
{
    const Kept<Prescription> *shown = course.shownOn(treatment.today);
    for (const Kept<Prescription> &script : course.scripts) {
        const auto end = script.value.stoppedOn ? script.value.stoppedOn : script.value.untilOn;
        const bool isShown = shown && shown->id == script.id;
        if (!isShown && end && *end < treatment.today)
            continue;
        QStringList parts{words::validity(script.value, confirmedTo(treatment, script.id.value), treatment.today)};
        if (!script.value.prescriber.isEmpty())
            parts.append(script.value.prescriber
                + (script.value.prescriberTelephone.isEmpty() ? QString() : u' ' + script.value.prescriberTelephone));
        if (!isShown)
            parts.prepend(
                words::prescription(script.value, treatment.steps.value(script.id.value), treatment.today, m_services.records.choices()));
        auto *line = columnsOrRows(8);
        auto *open = button(isShown ? tr("This prescription") : tr("Another of it"), "link");
        open->setObjectName(u"openPrescription-%1"_s.arg(script.id.value));
        open->setAccessibleName(tr("Open the prescription: %1").arg(parts.join(u", "_s)));
        connect(
            open, &QPushButton::clicked, this,
            [this, id = script.id.value] {
                Q_EMIT recordWanted({QString::fromLatin1(recordType<Prescription>().table), id});
            },
            Qt::QueuedConnection);
        line->addWidget(open, 0, Qt::AlignLeft);
        line->addWidget(label(breakable(parts.join(u" · "_s)), "soft", true), 1);
        body()->addLayout(line);
    }
}

} // namespace keywork
