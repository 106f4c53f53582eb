// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/treatment_page.h"

#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "ui/pages/record_print.h"
#include "ui/pages/treatment/course_card.h"
#include "ui/pages/treatment/custody_card.h"
#include "ui/pages/treatment/dose_steps_view.h"
#include "ui/pages/treatment/episode_card.h"
#include "ui/pages/treatment/gap_card.h"
#include "ui/pages/treatment/prescription_prints.h"
#include "ui/pages/treatment/treatment_prints.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_prescription.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

TreatmentPage::TreatmentPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::Treatment, {}, person, services, navigator, parent)
    , m_person(person)
{
    m_cards = buildCards();
    putAbove(m_cards);
    connect(this, &KindsPage::formShown, m_cards, [this](bool isShown) { m_cards->setVisible(!isShown); });
}

QWidget *TreatmentPage::buildCards()
{
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_problem = label({}, "problem", true);
    m_problem->hide();
    layout->addWidget(m_problem);
    m_gap = new GapCard(m_services, m_navigator);
    connect(m_gap, &GapCard::arrangedWanted, this, &TreatmentPage::recordArranged);
    layout->addWidget(m_gap);
    auto *courses = new QWidget;
    m_courses = new QVBoxLayout(courses);
    m_courses->setContentsMargins(0, 0, 0, 0);
    m_courses->setSpacing(12);
    layout->addWidget(courses);
    auto *columns = columnsOrRows(12);
    m_episode = new EpisodeCard(m_person, m_services);
    connect(
        m_episode, &EpisodeCard::recordWanted, this,
        [this](const QString &kind, qint64 record) {
            showRecord({kind, record});
        },
        Qt::QueuedConnection);
    columns->addWidget(m_episode, 1);
    m_titration = new Card(tr("Titration"));
    m_steps = new DoseStepsView(tr("The dose in steps"));
    m_titration->body()->addWidget(m_steps);
    m_stepWords = label({}, "soft", true);
    m_stepWords->setObjectName(u"doseSteps"_s);
    m_titration->body()->addWidget(m_stepWords);
    m_titration->body()->addStretch();
    columns->addWidget(m_titration, 1);
    m_custody = new CustodyCard(m_person, m_services, m_navigator);
    columns->addWidget(m_custody, 1);
    layout->addLayout(columns);
    layout->addLayout(buildPrints());
    return whole;
}

QLayout *TreatmentPage::buildPrints()
{
    auto *line = wrappingLine(8);
    const auto add = [&](const QString &words, const QString &name, void (*preview)(Id<Person>, const Services &, const Navigator &)) {
        auto *print = button(words, "link");
        print->setObjectName(name);
        print->setEnabled(mayTakeAlong(m_services));
        connect(
            print, &QPushButton::clicked, this, [this, preview] { preview(m_person, m_services, m_navigator); }, Qt::QueuedConnection);
        line->addWidget(print);
    };
    add(tr("Print: what is prescribed and collected"), u"printTreatment"_s, previewTreatment);
    add(tr("Print: who may be told"), u"printMayBeTold"_s, previewTreatmentAgreement);
    add(tr("Print: a first appointment, what to expect"), u"printFirstAppointment"_s, previewFirstAppointment);
    add(tr("Print: my aftercare plan"), u"printAftercare"_s, previewAftercarePlan);
    return line;
}

void TreatmentPage::reload()
{
    KindsPage::reload();
    readAnew();
}

void TreatmentPage::readAnew()
{
    m_episode->reload();
    m_custody->reload();
    const auto treatment = m_services.treatment.of(m_person, m_services.records.today());
    m_problem->setVisible(!treatment);
    if (!treatment) {
        m_problem->setText(words::error(treatment.error()));
        m_gap->hide();
        m_titration->hide();
        return emptyLayout(m_courses);
    }
    m_gap->tell(*treatment);
    showCourses(*treatment);
    showSteps(*treatment);
    tabsAsShown(this); // courses were made anew
    if (!m_keysTo.isEmpty()) // what was pressed is gone: the keys are where it is put right
        giveKeysTo(this, std::exchange(m_keysTo, {}));
}

void TreatmentPage::showCourses(const PersonTreatment &treatment)
{
    emptyLayout(m_courses);
    for (const TreatmentCourse &course : treatment.courses) {
        auto *card = new CourseCard(treatment, course, m_services);
        connect(
            card, &CourseCard::said, this, [this, name = card->name()](qint64 script, QDate dueOn, CollectionOutcome outcome, QDate on) {
                m_keysTo = {u"putRight-"_s + name, u"notCollected-"_s + name, u"pickedUp-"_s + name};
                keep(script, dueOn, outcome, on);
            });
        connect(card, &CourseCard::recordWanted, this, &TreatmentPage::showRecord);
        m_courses->addWidget(card);
    }
    if (!treatment.courses.isEmpty())
        return;
    auto *none = new Card(tr("Prescriptions"));
    none->body()->addWidget(label(words::label(recordType<Prescription>().belongs), "soft", true));
    auto *add = button(tr("New prescription"), "primary");
    add->setObjectName(u"newPrescription"_s);
    add->setEnabled(m_services.records.mayAdd(recordType<Prescription>()));
    connect(
        add, &QPushButton::clicked, this,
        [this] {
            showRecord({QString::fromLatin1(recordType<Prescription>().table), 0});
        },
        Qt::QueuedConnection);
    none->body()->addWidget(add, 0, Qt::AlignLeft);
    m_courses->addWidget(none);
}

void TreatmentPage::showSteps(const PersonTreatment &treatment)
{
    const QList<DoseStep> steps = treatment.courses.isEmpty() ? QList<DoseStep>() : words::doseSteps(treatment, treatment.courses.first());
    m_titration->setVisible(!steps.isEmpty());
    if (steps.isEmpty())
        return;
    const TreatmentCourse &course = treatment.courses.first();
    m_titration->setSoft(words::shortened(course.medicine, 40));
    m_steps->setSteps(steps, tr("mg"), std::max(treatment.today, steps.last().from), treatment.today);
    constexpr qsizetype kStepsInWords = 4;
    m_stepWords->setText(doseStepsText(steps.mid(std::max<qsizetype>(0, steps.size() - kStepsInWords))));
}

/// Durable at once; what was pressed is said in the header and beside the days, where it can be put right.
void TreatmentPage::keep(qint64 script, QDate dueOn, CollectionOutcome outcome, QDate collectedOn)
{
    const auto kept = m_services.treatment.say({script}, dueOn, outcome, collectedOn);
    if (!kept)
        m_keysTo.clear();
    const QString due = words::weekday(dueOn, m_services.records.today());
    m_navigator.answer(kept, tr("Saved: %1, due %2").arg(words::labelFor(outcome).toLower(), due)); // the page is read anew by the save
}

/// The confirmation begins with the prescription that is shown today: that is what the call is about.
void TreatmentPage::recordArranged(qint64 script)
{
    QVariantMap start{{u"confirmed_on"_s, m_services.records.today().toString(Qt::ISODate)}};
    if (script)
        start.insert(u"prescription_id"_s, script);
    showRecord({QString::fromLatin1(recordType<ScriptConfirmation>().table), 0, start});
}

void TreatmentPage::showRecord(const RecordRef &record)
{
    const RecordType *type = kindOf(record.kind);
    if (!type || type->place != Place::Treatment)
        return;
    KindsPage::showRecord(record);
}

bool TreatmentPage::concerns(const QList<Change> &changes) const
{
    const auto isOfTheCards = [this](const Change &change) {
        const RecordType *type = kindOf(change.kind);
        const bool isTheirs = change.person == 0 || change.person == m_person.value;
        return isTheirs && type
            && (type->category == Category::Treatment || type->category == Category::Housing || type->category == Category::Health
                || type->category == Category::House || type->category == Category::Offending);
    };
    return KindsPage::concerns(changes) || std::any_of(changes.cbegin(), changes.cend(), isOfTheCards);
}

} // namespace keywork
