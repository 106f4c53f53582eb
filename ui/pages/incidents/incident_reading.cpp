// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/incident_reading.h"

#include "core/domain/naloxone_kit.h"
#include "core/services/emergency/emergency_steps.h"
#include "core/services/records/records.h"
#include "ui/pages/act_now/step_log.h"
#include "ui/pages/record_print.h"
#include "ui/text/record_lines.h"
#include "ui/text/words.h"
#include "ui/text/words_incidents.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/text_button.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

void addText(QVBoxLayout *layout, const QString &title, const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    layout->addWidget(label(title, "strong"));
    QLabel *said = label(breakable(text), "", true);
    said->setMinimumWidth(1);
    layout->addWidget(said);
}

/// What stands in the columns already, or above them.
bool isShownAbove(const QString &title, const RecordType &type)
{
    for (const char *column : {"number", "kind", "happened_at", "place", "what_happened", "what_was_done"})
        if (title == words::label(type.fieldNamed(QString::fromLatin1(column))->label))
            return true;
    return false;
}

/// "02:15:10  Naloxone dose 1, kit 7, nasal": each step that stands, in the order of what happened, to the second.
QStringList timelineLines(const QList<ActNowStep> &steps, const Services &services)
{
    QStringList lines;
    int dose = 0;
    for (const ActNowStep &step : steps) {
        if (step.isUndone)
            continue;
        dose += step.said.step == OverdoseStepKind::NaloxoneGiven ? 1 : 0;
        QList<KitOnWall> kits; // a kit that was used long ago hangs nowhere any more
        if (const auto kit = step.said.kitId ? services.records.one(step.said.kitId) : Result<Kept<NaloxoneKit>>(Error{}))
            kits.append({.id = kit->id.value, .number = kit->value.number});
        QString said = stepSentence(step.said, dose, kits, true);
        if (step.said.watcherId)
            said += u". "_s + IncidentReading::tr("Watch kept by %1").arg(words::teamMember(step.said.watcherId, services));
        const QString time = services.records.clock().local(step.said.happenedAt).toString(u"HH:mm:ss"_s);
        lines.append(time + u"  "_s + (step.said.elapsedMs ? said : IncidentReading::tr("%1 (entered afterwards)").arg(said)));
    }
    return lines;
}

} // namespace

IncidentReading::IncidentReading(const WholeIncident &whole, const Services &services, QWidget *parent)
    : Card(words::incidentKind(whole.incident.value, services), {}, parent)
    , m_services(services)
{
    setObjectName(u"incidentReading"_s);
    const Incident &incident = whole.incident.value;
    const QDateTime logged = services.records.clock().local(whole.incident.createdAt);
    const QDateTime happened = services.records.clock().local(incident.happenedAt);
    const QString when = logged.date() == happened.date() ? words::time(logged) : words::momentHere(whole.incident.createdAt, services);
    setSoft(u"%1 · %2 · %3"_s.arg(incident.number, words::momentHere(incident.happenedAt, services),
        tr("logged %1 by %2").arg(when, words::teamMember({whole.incident.createdBy}, services))));
    addToTitle(chip(words::labelFor(whole.state), words::incidentChip(whole.state)));
    addColumns(whole);
    addOverdose(whole.incident.id);
    addRest(whole);
    auto *buttons = wrappingLine(8);
    auto *change = button(services.records.mayChange(recordType<Incident>()) ? tr("Add or change…") : tr("Open…"), "link");
    change->setObjectName(u"changeIncident"_s);
    connect(change, &QPushButton::clicked, this, &IncidentReading::changeWanted);
    buttons->addWidget(change);
    if (mayTakeAlong(services)) {
        auto *print = button(tr("Print this record"), "link");
        print->setObjectName(u"printRecord"_s);
        connect(print, &QPushButton::clicked, this, &IncidentReading::printWanted);
        buttons->addWidget(print);
    }
    body()->addLayout(buttons);
}

void IncidentReading::addColumns(const WholeIncident &whole)
{
    auto *columns = columnsOrRows(16);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    left->setSpacing(3);
    right->setSpacing(3);
    addText(left, tr("What happened"), whole.incident.value.whatHappened);
    addText(left, tr("Where"), whole.incident.value.place);
    left->addStretch();
    addText(right, tr("Who"), words::whoWasInIncident(whole, m_services).join(u" · "_s));
    QStringList done{whole.incident.value.whatWasDone};
    done += words::whatElseOfIncident(whole, m_services);
    done.removeAll(QString());
    addText(right, tr("Done"), done.join(u'\n'));
    right->addStretch();
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    body()->addLayout(columns);
}

/// What was logged of an overdose; nothing where there was none, or where its words may not be read.
void IncidentReading::addOverdose(Id<Incident> incident)
{
    const auto overdose = m_services.emergencySteps.ofIncident(incident);
    if (!overdose)
        return;
    addText(body(), tr("Step by step"), timelineLines(overdose->steps, m_services).join(u'\n'));
    QStringList seen;
    for (const words::RecordLine &line : words::recordLines(toRow(overdose->overdose), Names(m_services.records)))
        seen.append(line.label + u": "_s + line.value);
    addText(body(), tr("What was seen"), seen.join(u'\n'));
}

void IncidentReading::addRest(const WholeIncident &whole)
{
    Names names(m_services.records);
    const Row row = toRow(whole.incident.value);
    QStringList lines;
    for (const words::RecordLine &line : words::recordLines(row, names))
        if (!isShownAbove(line.label, *row.type))
            lines.append(line.label + u": "_s + line.value);
    if (!lines.isEmpty())
        addText(body(), tr("What came of it"), lines.join(u'\n'));
    if (const QString open = words::stillToSay(whole.gaps); !open.isEmpty())
        body()->addWidget(label(open, "soft", true));
}

DeathCard::DeathCard(const WholeIncident &whole, const Services &services, QWidget *parent)
    : Card(tr("After a death"), tr("each is done by somebody, at a time"), parent)
{
    setObjectName(u"deathCard"_s);
    const bool mayAdd = services.records.mayAdd(recordType<DeathStep>());
    for (const ChoiceOption &option : services.records.choices().options(u"death_step"_s)) {
        const Kept<DeathStep> *done = nullptr;
        for (const Kept<DeathStep> &step : whole.deathSteps)
            if (step.value.step.code == option.code)
                done = &step;
        auto *line = wrappingLine(8);
        line->addWidget(chip(done ? tr("Done") : tr("To do"), done ? "done" : "attention"));
        const QString what = words::choice(services.records.choices(), u"death_step"_s, option.code);
        if (done) {
            const QString who = done->value.byId ? words::teamMember(done->value.byId, services) : done->value.byOther;
            auto *said = new TextButton(QStringList{what, words::momentHere(done->value.doneAt, services), who}.join(u" · "_s));
            connect(said, &QPushButton::clicked, this, [this, id = done->id.value] { Q_EMIT stepOpened(id); });
            line->addWidget(said);
        } else {
            line->addWidget(label(what, "", true));
            auto *say = button(tr("Say that it is done…"), "link");
            say->setObjectName(u"deathStep-"_s + option.code);
            say->setAccessibleName(tr("Say that it is done: %1").arg(what));
            say->setEnabled(mayAdd);
            connect(say, &QPushButton::clicked, this, [this, code = option.code] { Q_EMIT stepWanted(code); });
            line->addWidget(say);
        }
        body()->addLayout(line);
    }
}

} // namespace keywork
