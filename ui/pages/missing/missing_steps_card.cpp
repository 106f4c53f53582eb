// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/missing/missing_steps_card.h"

#include "core/services/house/policies.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/text/guidance_entries.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_last_seen.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kStepsShown = 12; ///< the latest
} // namespace

MissingStepsCard::MissingStepsCard(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Card(tr("No reply: what to do"), {}, parent)
    , m_person(person)
    , m_services(services)
    , m_navigator(navigator)
{
    m_next = label({}, "strong", true);
    m_next->setObjectName(u"nextStep"_s);
    body()->addWidget(m_next);
    m_whom = label({}, "", true);
    m_whom->setObjectName(u"whomToAsk"_s);
    body()->addWidget(m_whom);
    addPolicy();
    buildWays();
    m_problem = label({}, "problem", true);
    m_problem->setObjectName(u"stepProblem"_s);
    m_problem->hide();
    body()->addWidget(m_problem);
    m_form = new QVBoxLayout;
    body()->addLayout(m_form);
    m_done = new QVBoxLayout;
    m_done->setSpacing(2);
    body()->addLayout(m_done);
}

/// Where to ring, and what they agreed about it.
QString MissingStepsCard::whomToAsk() const
{
    const auto person = m_services.records.one(m_person);
    if (!person)
        return {};
    QStringList lines;
    if (!person->value.telephone.isEmpty())
        lines.append(tr("Their telephone: %1").arg(person->value.telephone));
    if (!person->value.safeContact.isEmpty())
        lines.append(tr("Safe contact: %1").arg(person->value.safeContact));
    return lines.join(u'\n');
}

/// What this house has written about it, by the policy that holds today.
void MissingStepsCard::addPolicy()
{
    if (!m_services.records.mayRead(recordType<Policy>()))
        return;
    const auto holds = policyOn(m_services.records, PolicyKind::Missing, m_services.records.today());
    if (!holds || !*holds)
        return;
    const Kept<Policy> &policy = **holds;
    auto *link = button(tr("What our policy says: %1").arg(literal(policy.value.title)), "link");
    link->setObjectName(u"missingPolicy"_s);
    connect(link, &QPushButton::clicked, this, [this, id = policy.id.value] {
        m_navigator.visit({.place = u"guidance"_s, .tab = guidanceKeyOf(QString::fromLatin1(recordType<Policy>().table), id)});
    });
    body()->addWidget(link, 0, Qt::AlignLeft);
}

void MissingStepsCard::addWay(QLayout *line, MissingAct act, MissingAnswer answer, const QString &text)
{
    auto *way = button(text);
    way->setObjectName(u"step-%1-%2"_s.arg(QLatin1String(codeOf(act)), QLatin1String(codeOf(answer))));
    way->setEnabled(m_services.records.mayAdd(recordType<MissingStep>()));
    connect(
        way, &QPushButton::clicked, this, [this, act, answer] { press(act, answer); }, Qt::QueuedConnection);
    line->addWidget(way);
    if (!m_ways.contains(act))
        m_ways.insert(act, way);
}

void MissingStepsCard::buildWays()
{
    auto *door = wrappingLine(6);
    addWay(door, MissingAct::Knocked, MissingAnswer::NoReply, tr("Knocked: no reply"));
    addWay(door, MissingAct::Rang, MissingAnswer::NoReply, tr("Rang: no reply"));
    addWay(door, MissingAct::Seen, MissingAnswer::Seen, tr("They answered"));
    body()->addLayout(door);
    auto *room = wrappingLine(6);
    m_with = new ChoiceBox;
    m_with->setObjectName(u"enteredWith"_s);
    m_with->addItem(tr("Nobody chosen"), 0);
    if (const auto team = m_services.records.all<Staff>())
        for (const Kept<Staff> &member : *team)
            if (!member.value.hasLeft(m_services.records.today()) && member.id != m_services.records.session().staff())
                m_with->addItem(member.value.name, member.id.value);
    room->addWidget(titled(tr("Two go in. With whom"), m_with));
    addWay(room, MissingAct::Entered, MissingAnswer::NotThere, tr("Entered: not there"));
    body()->addLayout(room);
    auto *ask = wrappingLine(6);
    addWay(ask, MissingAct::SafeContact, MissingAnswer::NotThere, tr("Safe contact: has not seen them"));
    addWay(ask, MissingAct::OthersAsked, MissingAnswer::NotThere, tr("Others here: have not seen them"));
    addWay(ask, MissingAct::Hospital, MissingAnswer::NotThere, tr("Hospital: not there"));
    addWay(ask, MissingAct::Custody, MissingAnswer::NotThere, tr("Custody: not there"));
    body()->addLayout(ask);
    auto *police = wrappingLine(6);
    m_reference = new QLineEdit;
    m_reference->setObjectName(u"policeReference"_s);
    m_reference->setMaxLength(60);
    police->addWidget(titled(tr("Reference of the police"), m_reference));
    addWay(police, MissingAct::Police, MissingAnswer::Told, tr("Police told"));
    auto *later = button(tr("Something else, or afterwards…"), "link");
    later->setObjectName(u"stepLater"_s);
    later->setEnabled(m_services.records.mayAdd(recordType<MissingStep>()));
    connect(later, &QPushButton::clicked, this, &MissingStepsCard::openLater, Qt::QueuedConnection);
    police->addWidget(later);
    body()->addLayout(police);
}

void MissingStepsCard::press(MissingAct act, MissingAnswer answer)
{
    MissingStep step;
    step.personId = m_person;
    step.act = act;
    step.answer = answer;
    step.happenedAt = m_services.records.clock().now();
    step.byId = m_services.records.session().staff();
    if (act == MissingAct::Entered)
        step.withId = {m_with->currentData().toLongLong()};
    if (act == MissingAct::Police)
        step.reference = m_reference->text().trimmed();
    if (act == MissingAct::Seen)
        step.place = tr("at the door");
    write(step);
}

void MissingStepsCard::write(const MissingStep &step)
{
    const bool wasOpen = m_now.isOpen;
    const auto kept = m_services.missing.press(step);
    if (!kept && kept.error().kind == ErrorKind::Invalid && step.act == MissingAct::Entered) {
        showMessage(m_problem, tr("Nobody goes in alone: choose who went in with you."));
        m_with->setFocus();
        return;
    }
    if (!kept)
        return m_navigator.refuse(kept.error());
    showMessage(m_problem, {});
    m_reference->clear();
    reload();
    Q_EMIT stepKept();
    showNext();
    m_navigator.say(!wasOpen && kept->value.incidentId ? tr("Saved. An incident “missing” is open until they are found.")
                                                       : tr("Saved: %1").arg(words::labelFor(step.act)));
}

/// The keys wait on what is done next.
void MissingStepsCard::showNext()
{
    if (m_now.next && m_ways.contains(*m_now.next))
        giveKeys(m_ways.value(*m_now.next));
}

void MissingStepsCard::reload()
{
    const auto now = m_services.missing.of(m_person);
    m_now = now ? *now : MissingNow();
    m_next->setText(!now ? tr("Each press is written down at once.")
            : m_now.next ? tr("Next: %1").arg(words::labelFor(*m_now.next))
                         : tr("Every step was done, or they were seen."));
    const QString whom = whomToAsk();
    m_whom->setText(breakable(whom));
    m_whom->setVisible(!whom.isEmpty());
    for (auto way = m_ways.cbegin(); way != m_ways.cend(); ++way)
        setLook(way.value(), m_now.next == way.key() ? "primary" : "");
    showSteps();
}

void MissingStepsCard::showSteps()
{
    emptyLayout(m_done);
    const qsizetype shown = std::min<qsizetype>(kStepsShown, m_now.steps.size());
    if (shown > 0)
        m_done->addWidget(label(m_now.isOpen ? tr("Done in this search") : tr("Since they were last seen"), "strong"));
    for (const Kept<MissingStep> &step : m_now.steps.last(shown))
        m_done->addWidget(label(breakable(words::missingStep(step, m_services)), "soft", true));
}

void MissingStepsCard::openLater()
{
    if (m_editor)
        return;
    MissingStep start;
    start.personId = m_person;
    start.happenedAt = m_services.records.clock().now();
    start.byId = m_services.records.session().staff();
    m_editor = new RecordEditor(
        {.type = recordType<MissingStep>(),
            .title = tr("A step, as it was"),
            .start = toRow(start),
            .place = {.kind = u"missing_step"_s, .person = m_person.value, .part = u"later"_s},
            .save = [this](const Row &row) -> Done {
                const auto step = recordType<MissingStep>().fromRow(row);
                const auto kept = step ? m_services.missing.press(*step) : Result<Kept<MissingStep>>(Error{ErrorKind::Damaged, {}, {}});
                return kept ? Done() : Done(kept.error());
            }},
        m_services);
    m_form->addWidget(m_editor);
    connect(m_editor, &RecordEditor::saved, this, &MissingStepsCard::closeForm, Qt::QueuedConnection);
    connect(m_editor, &RecordEditor::cancelled, this, &MissingStepsCard::closeForm, Qt::QueuedConnection);
    if (QWidget *first = firstOf(m_editor))
        giveKeys(first);
    bringIntoView(m_editor);
}

void MissingStepsCard::closeForm()
{
    m_editor->hide();
    m_editor->deleteLater();
    m_editor = nullptr;
    reload();
    Q_EMIT stepKept();
    showNext();
}

} // namespace keywork
